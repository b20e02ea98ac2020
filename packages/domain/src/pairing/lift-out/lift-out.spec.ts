import { addDays, day } from "../../time/day";
import { noonOf, openedPairing, refusalOf, RULES, WHOLE_RULES } from "../pairing.spec-support";
import { plannedPairing } from "../plan/plan.spec-support";
import type { LiftOutPayloads } from "./lift-out.moves";
import {
  ALL_MET,
  hang,
  passTo,
  recordIncomes,
  revisitedPairing,
  today,
  verifyingAt,
} from "./lift-out.spec-support";

describe("a proposal for lift-out", () => {
  const asked = { criteria: ALL_MET };
  const helped = () => plannedPairing().passTo(noonOf("2026-01-20"));

  it("is refused until the last completed income year is recorded, and names it", () => {
    expect(refusalOf(helped().ask("proposeLiftOut", asked))).toEqual({
      code: "INCOME_NOT_RECORDED",
      incomeYear: 2025,
    });
  });

  it("is refused while the income is at the line of that very year, not over it", () => {
    const life = helped();
    recordIncomes(life, 2025, 900_000);
    expect(refusalOf(life.ask("proposeLiftOut", asked))).toEqual({
      code: "INCOME_NOT_OVER_LINE",
      incomeYear: 2025,
      perHeadFen: 300_000,
      lineFen: 300_000,
    });
  });

  it("asks from 1 October on for the year that has just ended", () => {
    const life = helped();
    recordIncomes(life);
    expect(life.ask("proposeLiftOut", asked).accepted).toBe(true);
    life.passTo(noonOf("2026-10-01"));
    expect(refusalOf(life.ask("proposeLiftOut", asked))).toMatchObject({ incomeYear: 2026 });
  });

  it("takes no forecast for the year's income: it has to be reckoned when the year is over", () => {
    const life = helped().passTo(noonOf("2026-09-30"));
    recordIncomes(life, 2026);
    life.passTo(noonOf("2026-10-02"));
    expect(refusalOf(life.ask("proposeLiftOut", asked))).toEqual({
      code: "INCOME_IS_FORECAST",
      incomeYear: 2026,
      recordedOn: "2026-09-30",
    });
    recordIncomes(life, 2026);
    expect(life.ask("proposeLiftOut", asked).accepted).toBe(true);
  });

  it("counts the later of two reckonings of a year", () => {
    const life = helped();
    recordIncomes(life);
    recordIncomes(life, 2025, 0);
    expect(refusalOf(life.ask("proposeLiftOut", asked))).toMatchObject({
      code: "INCOME_NOT_OVER_LINE",
      perHeadFen: 75_000,
    });
    expect(life.events("IncomeRecorded")).toHaveLength(2);
  });

  it("is refused with every criterion of the policy that is not met or not stated", () => {
    const life = helped();
    recordIncomes(life);
    const criteria = [{ criterion: "food" as const, met: false }, ...ALL_MET.slice(1, 4)];
    expect(refusalOf(life.ask("proposeLiftOut", { criteria }))).toEqual({
      code: "LIFT_OUT_CRITERIA_NOT_MET",
      criteria: ["food", "housing"],
    });
  });

  it("is refused under a policy that knows none", () => {
    expect(refusalOf(openedPairing({}, RULES).ask("proposeLiftOut", asked))).toEqual({
      code: "LIFT_OUT_NOT_IN_PROGRAMME",
      programmeId: "made-up",
    });
  });

  it("carries each year's income and line, so that an auditor sees what it was held against", () => {
    const [proposal] = verifyingAt("appraisal").events("LiftOutProposed");
    expect(proposal?.incomes).toEqual([{ incomeYear: 2025, perHeadFen: 425_000, lineFen: 300_000 }]);
  });
});

describe("the village's appraisal", () => {
  const votes = (changed: Partial<LiftOutPayloads["recordAppraisal"]>) => {
    const life = verifyingAt("appraisal");
    const payload = { entitled: 30, present: 20, inFavour: 11, against: 9, happenedOn: today(life) };
    return { life, decision: life.give("recordAppraisal", { ...payload, ...changed }) };
  };

  it.each([
    [{ inFavour: 15 }, { code: "MORE_VOTES_THAN_PRESENT", votes: 24, present: 20 }],
    [{ present: 31 }, { code: "MORE_PRESENT_THAN_ENTITLED", present: 31, entitled: 30 }],
    [
      { present: 19, inFavour: 10 },
      { code: "NO_QUORUM", present: 19, needed: 20 },
    ],
    [
      { entitled: 0, present: 0, inFavour: 0, against: 0 },
      { code: "NO_QUORUM", present: 0, needed: 1 },
    ],
  ])("with %j is refused: %j", (changed, refusal) => {
    expect(refusalOf(votes(changed).decision)).toEqual(refusal);
  });

  it("sends the case back to help unless more than half of those present are in favour", () => {
    const { life } = votes({ inFavour: 10, against: 10 });
    expect(life.state).toMatchObject({ stage: "helping", liftOut: null });
    expect(life.events("LiftOutSentBack")).toMatchObject([
      { step: "appraisal", grounds: ["appraisal-against"] },
    ]);
    expect(votes({}).life.state.liftOut?.step).toBe("on-site-check");
  });

  it("cannot be recorded a second time", () => {
    const { life } = votes({});
    const again = { entitled: 30, present: 20, inFavour: 20, against: 0, happenedOn: today(life) };
    expect(refusalOf(life.ask("recordAppraisal", again))).toEqual({
      code: "LIFT_OUT_AT_ANOTHER_STEP",
      step: "appraisal",
      present: "on-site-check",
    });
  });

  it("lies neither before the proposal nor in the future", () => {
    for (const happenedOn of [day("2026-01-19"), day("2026-01-21")])
      expect(refusalOf(votes({ happenedOn }).decision)).toMatchObject({ code: "STEP_DAY_OUT_OF_RANGE" });
  });
});

describe("the check on the spot", () => {
  it("confirms nothing when the income reckoned face to face does not lie over that year's line", () => {
    const life = verifyingAt("on-site-check");
    const found = { confirmed: true, perHeadFen: 300_000, happenedOn: today(life) };
    expect(refusalOf(life.ask("recordOnSiteCheck", found, { by: "township" }))).toEqual({
      code: "INCOME_NOT_OVER_LINE",
      incomeYear: 2025,
      perHeadFen: 300_000,
      lineFen: 300_000,
    });
    life.give("recordOnSiteCheck", { ...found, confirmed: false }, { by: "township" });
    expect(life.events("LiftOutSentBack")[0]?.grounds).toEqual(["check-not-passed"]);
  });
});

describe("the check on the spot of a lift-out that was proposed before 1 October", () => {
  it("is held against the newest year that was proposed for, whichever year it has become", () => {
    const lines = [
      { incomeYear: 2025, lineFen: 300_000 },
      { incomeYear: 2026, lineFen: 500_000 },
    ];
    const rules = { ...WHOLE_RULES, income: { yearBeginsOn: "10-01", lines } };
    const life = plannedPairing(rules).passTo(noonOf("2026-09-29"));
    recordIncomes(life, 2025);
    life.give("proposeLiftOut", { criteria: ALL_MET }, { by: "proposer" });
    life.passTo(noonOf("2026-10-02"));
    passTo(life, "on-site-check");
    const found = { confirmed: true, perHeadFen: 400_000, happenedOn: today(life) };
    expect(life.ask("recordOnSiteCheck", found, { by: "township" }).accepted).toBe(true);
    const low = { ...found, perHeadFen: 300_000 };
    expect(refusalOf(life.ask("recordOnSiteCheck", low, { by: "township" }))).toMatchObject({
      code: "INCOME_NOT_OVER_LINE",
      incomeYear: 2025,
      lineFen: 300_000,
    });
  });
});

describe("the household's own word", () => {
  it("against it sends the case back", () => {
    const life = verifyingAt("acknowledgement");
    life.give("recordAcknowledgement", { form: "refused", happenedOn: today(life) });
    expect(life.events("LiftOutSentBack")[0]?.grounds).toEqual(["household-disagrees"]);
  });
});

describe("four eyes", () => {
  it("who proposed checks, reviews and approves nothing of it; who reviewed does not approve", () => {
    const votes = { entitled: 30, present: 24, inFavour: 20, against: 3 };
    const cases = [
      ["appraisal", "recordAppraisal", votes, "proposer", "proposal"],
      ["acknowledgement", "recordAcknowledgement", { form: "signed" }, "proposer", "proposal"],
      ["on-site-check", "recordOnSiteCheck", { confirmed: true, perHeadFen: 1 }, "proposer", "proposal"],
      ["township-review", "recordTownshipReview", { passed: true }, "proposer", "proposal"],
      ["approval", "approveLiftOut", {}, "proposer", "proposal"],
      ["approval", "approveLiftOut", {}, "township", "review"],
    ] as const;
    for (const [step, move, payload, by, hadPart] of cases) {
      const life = verifyingAt(step);
      expect(refusalOf(life.ask(move, { ...payload, happenedOn: today(life) }, { by }))).toMatchObject({
        code: "LIFT_OUT_NEEDS_ANOTHER_PERSON",
        hadPart,
      });
    }
  });

  it("who proposed answers no objection to it", () => {
    const life = verifyingAt("village-notice");
    hang(life);
    life.give("raiseObjection", { objectionId: "one", happenedOn: today(life) });
    const answer = { objectionId: "one", upheld: false };
    expect(refusalOf(life.ask("answerObjection", answer, { by: "proposer" }))).toMatchObject({
      code: "LIFT_OUT_NEEDS_ANOTHER_PERSON",
    });
    expect(life.ask("answerObjection", answer, { by: "township" }).accepted).toBe(true);
  });

  it("an approval says what it was based on: an objection that came since is not overlooked", () => {
    const life = verifyingAt("approval");
    const seen = life.state.seq;
    life.visit("2026-01-20");
    life.correct(life.events("VisitRecorded")[0]?.seq ?? 0);
    expect(refusalOf(life.ask("approveLiftOut", {}, { by: "county", basedOnSeq: seen }))).toMatchObject({
      code: "CHANGED_SINCE",
      changes: [{ type: "VoidRequested" }, { type: "EntryVoided" }, { type: "VisitVoided" }],
    });
  });
});

describe("the county's check", () => {
  it("passes by whom the draw passed by, and waits for the check of the others", () => {
    const passedBy = verifyingAt("county-check");
    passedBy.give("drawForCheck", { drawId: "draw-1", drawn: false }, { by: "county" });
    expect(passedBy.state.liftOut?.step).toBe("approval");
    const drawn = verifyingAt("county-check");
    const before = drawn.obligation("county-check");
    drawn.give("drawForCheck", { drawId: "draw-1", drawn: true }, { by: "county" });
    expect(drawn.obligation("county-check")).toEqual(before);
    expect(passedBy.give("sendBackLiftOut", { grounds: ["proof-missing"] }).accepted).toBe(true);
    expect(passedBy.events("LiftOutSentBack")[0]).toMatchObject({ step: "county-check" });
    const failed = { passed: false, happenedOn: today(drawn) };
    drawn.give("recordCountyCheck", failed, { by: "county" });
    expect(drawn.events("LiftOutSentBack")[0]).toMatchObject({ grounds: ["check-not-passed"] });
  });

  it("was made on no day before the draw", () => {
    const life = verifyingAt("county-check");
    const since = today(life);
    life.passTo(life.nowMs + 2 * 86_400_000);
    life.give("drawForCheck", { drawId: "draw-1", drawn: true }, { by: "county" });
    const recorded = { passed: true, happenedOn: addDays(today(life), -1) };
    expect(refusalOf(life.ask("recordCountyCheck", recorded, { by: "county" }))).toEqual({
      code: "STEP_DAY_OUT_OF_RANGE",
      step: "county-check",
      happenedOn: addDays(since, 1),
      from: addDays(since, 2),
      today: addDays(since, 2),
    });
    const onThatDay = { passed: true, happenedOn: today(life) };
    expect(life.ask("recordCountyCheck", onThatDay, { by: "county" }).accepted).toBe(true);
  });
});

describe("a household that is announced as lifted out", () => {
  it("is revisited from then on at the policy's intervals, until the policy's day", () => {
    const life = revisitedPairing();
    const [lifted] = life.events("LiftedOut");
    expect(life.state.stage).toBe("revisiting");
    expect(lifted).toMatchObject({ revisitEveryMonths: 3, firstRevisitMonth: "2026-05" });
    expect(lifted?.revisitUntil).toBe(addDays(day(`2028${lifted?.happenedOn.slice(4)}`), -1));
    expect(life.obligation("visit")).toMatchObject({
      key: "visit:2026-05",
      rule: "revisit-after-lift-out",
    });
  });
});
