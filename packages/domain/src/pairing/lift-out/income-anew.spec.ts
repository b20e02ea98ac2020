import { noonOf, refusalOf, WHOLE_RULES, type PairingLife } from "../pairing.spec-support";
import { hang, passTo, recordIncomes, today, verifyingAt } from "./lift-out.spec-support";
import { LIFT_OUT_STEPS } from "./lift-out.moves";
import { pairingKind } from "../pairing.kind";

const TWO_YEARS = {
  ...WHOLE_RULES,
  liftOut: WHOLE_RULES.liftOut && { ...WHOLE_RULES.liftOut, incomeYearsOverLine: 2 },
};
const lastReckoning = (life: PairingLife) => life.events("IncomeRecorded").at(-1)?.seq ?? 0;
const sentBack = (life: PairingLife) => life.events("LiftOutSentBack");

describe("an income that is reckoned anew while a lift-out is verified", () => {
  it.each(LIFT_OUT_STEPS)("below the line sends it back to help from %s, and names the reckoning", (step) => {
    const life = verifyingAt(step);
    recordIncomes(life, 2025, 0);
    expect(life.state).toMatchObject({ stage: "helping", liftOut: null });
    expect(sentBack(life)).toMatchObject([
      { step, grounds: ["income-not-stable"], cause: { kind: "follows", seq: lastReckoning(life) } },
    ]);
  });

  it("exactly at the line is not over it", () => {
    const life = verifyingAt("approval");
    recordIncomes(life, 2025, 900_000);
    expect(sentBack(life)).toHaveLength(1);
  });

  it("takes the household off the notice that hangs", () => {
    const life = verifyingAt("village-notice");
    hang(life);
    recordIncomes(life, 2025, 0);
    expect(life.state.liftOut).toBeNull();
    expect(refusalOf(life.ask("concludeNotice", { noticeId: "notice-1" }))).toMatchObject({
      code: "MOVE_NOT_IN_STAGE",
    });
  });

  it("still over the line carries it from then on, and with the announcement becomes final", () => {
    const life = verifyingAt("approval");
    const first = lastReckoning(life);
    recordIncomes(life, 2025, 1_000_000);
    expect(sentBack(life)).toEqual([]);
    expect(life.state.liftOut?.incomeSeqs).toEqual([first, lastReckoning(life)]);
    passTo(life, "announcement");
    life.give("announceLiftOut", { happenedOn: today(life) }, { by: "township" });
    expect(life.state.lifted?.restsOn).toContain(lastReckoning(life));
    expect(life.state.lifted?.restsOn).not.toContain(first);
  });

  it("and voided, the one before it carries the lift-out again; that voided too, nothing does", () => {
    const life = verifyingAt("approval");
    recordIncomes(life, 2025, 1_000_000);
    life.correct(lastReckoning(life));
    expect(life.state.stage).toBe("verifying");
    life.correct(life.state.incomes[0]?.seq ?? 0);
    expect(sentBack(life)).toMatchObject([{ grounds: ["income-corrected"] }]);
  });

  it("of a year that the proposal does not name changes nothing", () => {
    const life = verifyingAt("approval");
    recordIncomes(life, 2024, 0);
    expect(life.state.stage).toBe("verifying");
  });

  it("of any of several years that the policy asks for sends it back", () => {
    const life = verifyingAt("approval", TWO_YEARS);
    recordIncomes(life, 2024, 0);
    expect(sentBack(life)).toMatchObject([{ grounds: ["income-not-stable"] }]);
  });

  it("while a closing is asked for leaves the closing as it is; rejected, it leads back to help", () => {
    const life = verifyingAt("approval");
    life.give("requestClosing", { reason: "opened-by-mistake", happenedOn: today(life) }, { by: "clerk" });
    recordIncomes(life, 2025, 0);
    expect(life.state).toMatchObject({ stage: "closing", liftOut: null });
    life.give("rejectClosing", { reason: "reason-not-met" }, { by: "office" });
    expect(life.state.stage).toBe("helping");
  });

  it("must have been seen by whoever approves", () => {
    const life = verifyingAt("approval");
    const seen = life.state.seq;
    recordIncomes(life, 2025, 1_000_000);
    expect(refusalOf(life.ask("approveLiftOut", {}, { by: "county", basedOnSeq: seen }))).toMatchObject({
      code: "CHANGED_SINCE",
      changes: [{ type: "IncomeRecorded" }],
    });
  });

  it("sends back also a lift-out of an older release, which did not keep its years", () => {
    const life = verifyingAt("approval");
    recordIncomes(life, 2025, 1_000_000);
    const { liftOut } = life.state;
    if (liftOut === null) throw new Error("no lift-out is under way");
    const { incomeYears: _years, incomeSeqs: _seqs, passed: _passed, ...older } = liftOut;
    const income = { incomeYear: 2025, perHeadFen: 1, seq: life.state.seq };
    const state = { ...life.state, liftOut: older, incomes: [income] };
    const context = { ...life.inHand, nowMs: noonOf("2026-03-01"), nextSeq: life.state.seq + 1 };
    expect(pairingKind.reconcile(state, context)).toMatchObject([{ grounds: ["income-not-stable"] }]);
    const before = { ...state, incomes: [{ ...income, seq: 1 }] };
    expect(pairingKind.reconcile(before, context)).toEqual([]);
  });
});
