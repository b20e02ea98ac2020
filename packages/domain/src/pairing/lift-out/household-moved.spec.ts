import { OTHER_TOWNSHIP, SAME_TOWNSHIP } from "../household/household.spec-support";
import { WHOLE_RULES, closingOf, type PairingLife } from "../pairing.spec-support";
import { passTo, today, verifyingAt } from "./lift-out.spec-support";
import { LIFT_OUT_STEPS } from "./lift-out.moves";

const move = (life: PairingLife, toAreaCode = SAME_TOWNSHIP): PairingLife => {
  life.give("moveHousehold", { toAreaCode, happenedOn: today(life), alsoCaseIds: [] }, { by: "township" });
  return life;
};

describe("a lift-out whose household moves to another village", () => {
  it.each(LIFT_OUT_STEPS)("at %s goes back to the appraisal, because of the move", (step) => {
    const life = move(verifyingAt(step), OTHER_TOWNSHIP);
    const moved = life.events("HouseholdMoved")[0];
    expect(life.log.at(-1)).toMatchObject({
      type: "LiftOutSetBack",
      from: step,
      step: "appraisal",
      because: "household-moved",
      cause: { kind: "follows", seq: moved?.seq },
    });
    expect(life.state.liftOut).toMatchObject({
      step: "appraisal",
      notice: null,
      reviewedBy: null,
      isDrawn: null,
      passed: [],
    });
    expect(life.obligation("appraisal").seats[0]).toBe(`township-office:${OTHER_TOWNSHIP.slice(0, 9)}`);
    passTo(life, "announcement");
    expect(life.events("NoticeConcluded").length).toBeGreaterThan(1);
  });

  it("goes back also while a closing is asked for, and at its first step where nobody appraises", () => {
    const { liftOut } = WHOLE_RULES;
    if (liftOut === undefined) throw new Error("the policy knows lift-outs");
    const steps = liftOut.steps.filter(({ step }) => step !== "appraisal");
    const life = verifyingAt("township-review", { ...WHOLE_RULES, liftOut: { ...liftOut, steps } });
    life.give("requestClosing", closingOf("died", today(life)), { by: "clerk" });
    expect(move(life).state).toMatchObject({ stage: "closing", liftOut: { step: "on-site-check" } });
  });

  it("goes back to help where its income was found wrong at the same time", () => {
    const life = verifyingAt("approval");
    life.together(() => {
      life.correct(life.events("IncomeRecorded")[0]?.seq ?? 0);
      move(life);
    });
    expect(life.events("LiftOutSetBack")).toEqual([]);
    expect(life.state).toMatchObject({ stage: "helping", liftOut: null });
  });
});
