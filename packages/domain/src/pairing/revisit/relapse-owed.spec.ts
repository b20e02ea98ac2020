import { accepted, recordIncomes, revisitedPairing, visitUntil } from "../lift-out/lift-out.spec-support";
import { noonOf, refusalOf, WHOLE_RULES, type PairingLife } from "../pairing.spec-support";
import { missedRevisits } from "./completion";

const AT_THE_LINE = 1_500_000;
const BELOW = 1_000_000;
const isOwed = (life: PairingLife) => life.obligations().some(({ kind }) => kind === "relapse-report");
const lastReckoning = (life: PairingLife) => life.events("IncomeRecorded").at(-1)?.seq ?? 0;
const report = (life: PairingLife) =>
  life.give("reportRelapse", { ground: "income-below-line", incomeYear: 2026 }, { by: "helper" });
const below = () => {
  const life = revisitedPairing().passTo(noonOf("2026-10-12"));
  recordIncomes(life, 2026, BELOW);
  return life;
};

describe("an income below the line of relapse, after the lift-out", () => {
  it("has to be reported, on the ladder of relapses, from the day on which it was recorded", () => {
    const life = below();
    expect(life.obligation("relapse-report")).toMatchObject({
      key: `relapse-report:${lastReckoning(life)}`,
      rule: "relapse-reported-in-time",
      armedBySeq: lastReckoning(life),
      rung: 0,
    });
    expect(life.obligation("relapse-report").seats[0]).toBe("county-office:420626");
    expect(life.obligation("relapse-report").dueOn).toBe("2026-10-26");
    life.passTo(noonOf("2026-11-20"));
    expect(life.events("ObligationEscalated").map(({ obligationKey }) => obligationKey)).toContain(
      `relapse-report:${lastReckoning(life)}`,
    );
  });

  it("is none at the line, nor under a policy without lines, nor for what was reckoned before the lift-out", () => {
    const life = revisitedPairing();
    expect(isOwed(life)).toBe(false);
    life.passTo(noonOf("2026-10-12"));
    recordIncomes(life, 2026, AT_THE_LINE);
    expect(isOwed(life)).toBe(false);
    const { income: _income, ...withoutLines } = WHOLE_RULES;
    const unlined = below();
    unlined.inHand = { ...unlined.inHand, rules: withoutLines };
    expect(isOwed(unlined)).toBe(false);
  });

  it("is owed no longer once a later reckoning lies at the line, or the reckoning is void", () => {
    const better = below();
    recordIncomes(better, 2026, AT_THE_LINE);
    expect(isOwed(better)).toBe(false);
    const voided = below();
    voided.correct(lastReckoning(voided));
    expect(isOwed(voided)).toBe(false);
  });

  it("reported, waits for the decision; dismissed, it is answered, and a new reckoning is not", () => {
    const life = below();
    accepted(report(life));
    expect(isOwed(life)).toBe(false);
    life.give("dismissRelapse", { reason: "help-arrived" }, { by: "county" });
    expect(isOwed(life)).toBe(false);
    recordIncomes(life, 2026, BELOW);
    expect(isOwed(life)).toBe(true);
  });

  it("is owed again, from then on, when a relapse was dismissed that was not about it, or its report was void", () => {
    const life = below();
    life.give("reportRelapse", { ground: "cause-returned", cause: "illness" }, { by: "helper" });
    expect(isOwed(life)).toBe(false);
    life.passTo(noonOf("2026-11-20"));
    life.give("dismissRelapse", { reason: "help-arrived" }, { by: "county" });
    expect(life.obligation("relapse-report")).toMatchObject({ rung: 0, dueOn: "2026-12-04" });
    accepted(report(life));
    life.correct(life.events("RelapseReported").at(-1)?.seq ?? 0);
    expect(isOwed(life)).toBe(true);
  });

  it("lets nobody say that the revisits are completed, nor approve it", () => {
    const life = revisitedPairing();
    visitUntil(life, "2028-03-01");
    expect(missedRevisits(life.state)).toEqual([]);
    accepted(life.give("completeRevisits", {}, { by: "clerk" }));
    recordIncomes(life, 2027, BELOW);
    const refusal = {
      code: "RELAPSE_NOT_REPORTED",
      incomeYear: 2027,
      perHeadFen: 325_000,
      lineFen: 450_000,
    };
    expect(refusalOf(life.give("approveClosing", {}, { by: "county" }))).toEqual(refusal);
    life.give("rejectClosing", { reason: "reason-not-met" }, { by: "county" });
    expect(refusalOf(life.give("completeRevisits", {}, { by: "clerk" }))).toEqual(refusal);
  });
});
