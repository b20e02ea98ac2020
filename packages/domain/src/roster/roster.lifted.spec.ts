import { RULES, WHOLE_RULES } from "../pairing/pairing.spec-support";
import { HOUSEHOLDS, PAIRS, household, judged, pair, table, wang } from "./roster.spec-support";
import type { RosterCell } from "./roster.table";

const lifted = (stage: RosterCell, on: RosterCell, more: Partial<Record<string, RosterCell>> = {}) => [
  ...pair({ 阶段: stage, ...more }),
  on,
];
const judgedLast = (row: readonly RosterCell[], rules = WHOLE_RULES, held = 0) =>
  judged(
    [table([HOUSEHOLDS, household()]), table([[...PAIRS, "脱贫日期"], row])],
    { helpers: [wang({ held })] },
    rules,
  ).at(-1);

describe("a pair that was lifted out on paper", () => {
  it.each(["已脱贫", "回访中", "已脱贫（回访中）", "脱贫退出"])(
    "is taken over under revisits as %s",
    (stage) => {
      expect(judgedLast(lifted(stage, "2025-12-10"))).toMatchObject({
        state: "ready",
        values: { liftedOutOn: "2025-12-10" },
      });
    },
  );

  it("takes no place with its helper, however full", () => {
    expect(judgedLast(lifted("已脱贫", "2025-12-10"), WHOLE_RULES, 99)?.state).toBe("ready");
  });

  it.each<[string, RosterCell, RosterCell, object]>([
    ["without its day", "已脱贫", null, { code: "CELL_EMPTY", column: "lifted-out-on" }],
    ["with a day that is none", "已脱贫", "去年", { code: "DAY_UNREADABLE", column: "lifted-out-on" }],
    ["ahead", "已脱贫", "2026-11-24", { code: "LIFTED_OUT_IN_FUTURE", liftedOutOn: "2026-11-24" }],
    [
      "before the signing",
      "已脱贫",
      "2020-03-04",
      { code: "LIFTED_OUT_BEFORE_SIGNING", signedOn: "2020-03-05" },
    ],
    ["so long ago that its revisits are over", "已脱贫", "2024-11-22", { code: "REVISITS_OVER_ALREADY" }],
    ["and is in help nevertheless", "帮扶中", "2025-12-10", { code: "LIFTED_OUT_DAY_WITHOUT_STAGE" }],
    ["and has no stage", null, "2025-12-10", { code: "LIFTED_OUT_DAY_WITHOUT_STAGE" }],
    ["and is over", "已结案", "2025-12-10", { code: "STAGE_NOT_TAKEN_OVER", column: "stage" }],
  ])("is refused %s", (_how, stage, on, reason) => {
    expect(judgedLast(lifted(stage, on))).toMatchObject({ state: "failed", reason });
  });

  it("is refused where the policy has no revisits", () => {
    expect(judgedLast(lifted("已脱贫", "2025-12-10"), RULES)?.reason).toEqual({
      code: "REVISITS_NOT_IN_PROGRAMME",
      programmeId: RULES.programmeId,
    });
  });
});
