import { RULES } from "../pairing/pairing.spec-support";
import { day } from "../time/day";
import {
  HELPERS,
  HOUSEHOLDS,
  ID,
  ID2,
  PAIRS,
  heads,
  helper,
  household,
  judged,
  pair,
  reasonsOf,
  table,
  wang,
} from "./roster.spec-support";
import type { RosterCell, RosterTable } from "./roster.table";

const OTHERS = ["张三", "李四", "赵五"];
const roled = (part: RosterCell, more: Partial<Record<string, RosterCell>> = {}) => [...pair(more), part];
const alongside = (name: string, more: Partial<Record<string, RosterCell>> = {}) =>
  roled("协助人", { 帮扶干部: name, ...more });
const tables = (rows: readonly (readonly RosterCell[])[], rank: RosterCell = "科级"): RosterTable[] => [
  table([HELPERS, helper(), ...OTHERS.map((干部姓名) => helper({ 干部姓名, 职级: rank }))]),
  table([HOUSEHOLDS, household(), household({ 户主姓名: "周二", 户主身份证号: ID2 })]),
  table([[...PAIRS, "帮扶角色"], ...rows]),
];
const pairsOf = (...given: Parameters<typeof judged>) =>
  judged(...given).filter(({ part }) => part === "pair" || part === "co-helper");

describe("a row that is marked as a co-helper's", () => {
  it("helps along beside the lead of its household, wherever that stands, since the signing or a day of its own", () => {
    const rows = pairsOf(
      tables([
        alongside("张三", { 签约日期: null }),
        alongside("李四", { 签约日期: "2021-06-01" }),
        roled("责任人"),
      ]),
    );
    expect(rows.map(({ part, line, ordinal, state }) => [part, line, ordinal, state])).toEqual([
      ["pair", 4, 7, "ready"],
      ["co-helper", 2, 8, "ready"],
      ["co-helper", 3, 9, "ready"],
    ]);
    expect(rows.map(({ pair: told }) => told)).toEqual([
      { subjectId: "new-5", helperId: "new-1", since: "2020-03-05", leadOrdinal: null },
      { subjectId: "new-5", helperId: "new-2", since: "2020-03-05", leadOrdinal: 7 },
      { subjectId: "new-5", helperId: "new-3", since: "2021-06-01", leadOrdinal: 7 },
    ]);
  });

  it.each(["协助", "共同帮扶人", "co-helper", " 协帮 "])("is known by %j", (word) => {
    const rows = pairsOf(tables([roled(null), roled(word, { 帮扶干部: "张三" })]));
    expect(rows.map(({ part }) => part)).toEqual(["pair", "co-helper"]);
  });

  it("is refused where nobody knows the word, and nothing is guessed", () => {
    expect(pairsOf(tables([roled("联络员")]))).toMatchObject([
      { part: "pair", state: "failed", reason: { code: "HELPER_PART_UNKNOWN", column: "helper-part" } },
    ]);
  });

  it("fails alone without the row of its lead, or with a lead whose row failed", () => {
    const rows = pairsOf(
      tables([
        alongside("张三"),
        roled("责任人", { 户主身份证号: ID2, 签约日期: "2019年春" }),
        alongside("张三", { 户主身份证号: ID2 }),
      ]),
    );
    expect(rows.map(({ reason }) => reason)).toEqual([
      { code: "DAY_UNREADABLE", column: "signed-on" },
      { code: "LEAD_IN_NO_ROW", column: "resident-id" },
      { code: "LEAD_ROW_FAILED", line: 3 },
    ]);
  });

  it("fails alone where the policy's most are there, the lead is meant, or the same helper again", () => {
    const rows = pairsOf(
      tables([
        roled("责任人"),
        alongside("王伟"),
        alongside("张三"),
        alongside("张三"),
        alongside("李四"),
        alongside("赵五"),
      ]),
    );
    expect(rows.map(({ reason }) => reason)).toEqual([
      null,
      { code: "LEAD_HELPER_IS_CO_HELPER", helperId: "new-1" },
      null,
      { code: "CO_HELPER_TWICE", firstLine: 4 },
      null,
      { code: "TOO_MANY_CO_HELPERS", given: 3, allowed: RULES.mostCoHelpers },
    ]);
  });

  it("takes a place with the helper, which every lead's row gets first", () => {
    const rows = pairsOf(
      tables(
        [alongside("张三"), roled("责任人"), roled("责任人", { 户主身份证号: ID2, 帮扶干部: "张三" })],
        "无职级",
      ),
    );
    expect(reasonsOf(rows)).toEqual(["ok", "ok", "HELPER_AT_CAPACITY"]);
    expect(rows[2]?.reason).toMatchObject({ held: 1, capacity: RULES.householdsPerHelper.none });
  });

  it("fails alone with the helper's own row, with a day before the signing or ahead, and for a stage that is over", () => {
    const told = (more: Partial<Record<string, RosterCell>>) =>
      reasonsOf(pairsOf(tables([roled("责任人"), alongside("张三", more)])));
    expect(told({ 帮扶干部: "无此人" })).toEqual(["ok", "HELPER_IN_NO_ROW"]);
    expect(told({ 签约日期: "2020-03-04" })).toEqual(["ok", "CO_HELPER_DAY_TOO_EARLY"]);
    expect(told({ 签约日期: "2026-11-24" })).toEqual(["ok", "CO_HELPER_DAY_IN_FUTURE"]);
    expect(told({ 阶段: "已结案" })).toEqual(["ok", "STAGE_NOT_TAKEN_OVER"]);
  });

  it("is known where the register has it, and is added to a pairing that is there already", () => {
    const rows = judged(
      [
        table([HOUSEHOLDS, household()]),
        table([
          [...PAIRS, "帮扶角色"],
          roled("责任人"),
          alongside("张三"),
          alongside("李四", { 签约日期: null }),
        ]),
      ],
      {
        helpers: [wang(), wang({ id: "h2", name: "张三" }), wang({ id: "h3", name: "李四" })],
        people: heads(ID, "h1", true, { coHelperIds: ["h2"], signedOn: day("2019-01-01") }),
      },
    );
    expect(rows.slice(1).map(({ state, targetId }) => [state, targetId])).toEqual([
      ["known", "c1"],
      ["known", "c1"],
      ["ready", "new-4"],
    ]);
    expect(rows[3]?.pair).toMatchObject({ subjectId: "s1", helperId: "h3", since: "2019-01-01" });
  });

  it("counts those whom the register has against the policy's most", () => {
    const rows = judged(
      [table([HOUSEHOLDS, household()]), table([[...PAIRS, "帮扶角色"], roled("责任人"), alongside("张三")])],
      {
        helpers: [wang(), wang({ id: "h2", name: "张三" })],
        people: heads(ID, "h1", true, { coHelperIds: ["x", "y"] }),
      },
    );
    expect(rows.at(-1)?.reason).toMatchObject({ code: "TOO_MANY_CO_HELPERS" });
  });
});
