import { day } from "../../time/day";
import { revisitedPairing } from "../lift-out/lift-out.spec-support";
import { pairingKind } from "../pairing.kind";
import {
  OPENING,
  PairingLife,
  RULES,
  WHOLE_RULES,
  closingOf,
  noonOf,
  openedPairing,
  refusalOf,
} from "../pairing.spec-support";
import { GRAIN, PIGS, PLAN, plannedPairing, submittedPlan } from "./plan.spec-support";

const kindsOwed = (life: PairingLife) => life.obligations().map(({ kind }) => kind);
const submit = (life: PairingLife, lines = PLAN.lines) => life.ask("submitPlan", { ...PLAN, lines });

describe("a plan for the household", () => {
  it("is not asked of a kind of subject that the programme makes none for: help begins at once", () => {
    const { plan } = WHOLE_RULES;
    if (plan === undefined) throw new Error("the made-up rules ask for plans");
    const life = openedPairing({}, { ...WHOLE_RULES, plan: { ...plan, ofKinds: ["petitioner"] } });
    expect(life.state.stage).toBe("helping");
    expect(kindsOwed(life)).not.toContain("plan");
    expect(
      openedPairing({}, { ...WHOLE_RULES, plan: { ...plan, ofKinds: [OPENING.subject.kind] } }).state.stage,
    ).toBe("planning");
  });

  it("is owed from the signing on by the helper, in the policy's days and its working days of grace", () => {
    const life = openedPairing({}, WHOLE_RULES);
    expect(life.state.stage).toBe("planning");
    expect(life.obligation("plan")).toMatchObject({ key: "plan:1", dueOn: "2026-02-09", rung: 0 });
    expect(life.obligation("plan").seats[0]).toBe("lead-helper:helper-1");
    life.passTo(noonOf("2026-02-16"));
    expect(life.events("ObligationEscalated").filter(isAbout("plan:1"))).toEqual([]);
    life.passTo(noonOf("2026-02-17"));
    expect(life.events("ObligationEscalated").filter(isAbout("plan:1"))).toMatchObject([
      { rung: 1, seat: "unit-head:unit-1", because: { rule: "plan-submitted-in-time", dueOn: "2026-02-09" } },
    ]);
  });

  it("is reviewed by somebody else, whose ladder it climbs meanwhile; once approved, help begins", () => {
    const life = submittedPlan();
    expect(kindsOwed(life)).toEqual(["visit", "plan-review"]);
    expect(life.obligation("plan-review").seats[0]).toBe("township-office:420626100");
    for (const move of ["approvePlan", "sendBackPlan"] as const)
      expect(refusalOf(life.ask(move, { grounds: ["detached"] }, { by: "planner" }))).toEqual({
        code: "PLAN_NEEDS_ANOTHER_PERSON",
        submittedSeq: 2,
      });
    life.passTo(noonOf("2026-01-17"));
    expect(life.events("ObligationEscalated")).toMatchObject([{ obligationKey: "plan-review:2", rung: 1 }]);
    expect(life.give("approvePlan", {}, { by: "reviewer" }).accepted).toBe(true);
    expect(life.state.stage).toBe("helping");
    expect(kindsOwed(life)).toEqual(["visit"]);
  });

  it("that was sent back is owed again from that day, with the grounds on record, as often as it takes", () => {
    const life = submittedPlan().passTo(noonOf("2026-01-15"));
    life.give("sendBackPlan", { grounds: ["detached", "inflated"] }, { by: "reviewer" });
    expect(life.events("PlanSentBack")).toMatchObject([{ planSeq: 2, grounds: ["detached", "inflated"] }]);
    expect(life.state.stage).toBe("planning");
    expect(life.obligation("plan")).toMatchObject({ key: "plan:3", dueOn: "2026-02-14" });
    life.give("submitPlan", PLAN, { by: "planner" });
    life.give("sendBackPlan", { grounds: ["box-ticking"] }, { by: "reviewer" });
    expect(life.obligation("plan").key).toBe("plan:5");
  });

  it("whose parts are not all there is refused, and they are named", () => {
    const life = openedPairing({}, WHOLE_RULES);
    expect(refusalOf(life.ask("submitPlan", { ...PLAN, parts: ["project", "training"] }))).toEqual({
      code: "PLAN_PARTS_MISSING",
      parts: ["income-scheme", "policy-or-loan", "living-conditions"],
    });
  });

  it("of relief alone is no plan, and grain cannot be called income-producing", () => {
    const life = openedPairing({}, WHOLE_RULES);
    expect(refusalOf(submit(life, [GRAIN, { ...PIGS, isProducing: false }]))).toEqual({
      code: "RELIEF_ALONE_IS_NO_PLAN",
      producing: 0,
      needed: 1,
    });
    expect(refusalOf(submit(life, [{ ...GRAIN, isProducing: true }]))).toMatchObject({
      code: "MEASURE_CANNOT_PRODUCE",
      measureKind: "grain",
    });
  });

  it("with a measure that is over already, or in figures that its kind has not, is refused with the line", () => {
    const life = openedPairing({}, WHOLE_RULES);
    expect(refusalOf(submit(life, [PIGS, { ...GRAIN, until: day("2026-01-09") }]))).toEqual({
      code: "PLAN_LINE_ALREADY_OVER",
      line: 2,
      until: "2026-01-09",
      today: "2026-01-10",
    });
    expect(refusalOf(submit(life, [{ ...PIGS, amount: 0 }]))).toMatchObject({
      code: "MEASURE_AMOUNT_DOES_NOT_FIT",
      unit: "item",
    });
    expect(submit(life, [PIGS, { ...GRAIN, until: day("2026-01-10") }]).accepted).toBe(true);
  });

  it("is not asked for where the policy has none: help begins at once, and none can be submitted", () => {
    const life = openedPairing({}, RULES);
    expect([life.state.stage, kindsOwed(life)]).toEqual(["helping", ["visit"]]);
    expect(refusalOf(submit(life))).toEqual({ code: "PLAN_NOT_IN_PROGRAMME", programmeId: "made-up" });
  });

  it("of a pairing that has run on paper is owed within months, and help goes on meanwhile", () => {
    const life = new PairingLife(noonOf("2026-11-23"), WHOLE_RULES);
    life.give("open", { ...OPENING, takenOver: { lastVisitOn: day("2026-11-02") } });
    expect(life.state.stage).toBe("helping");
    const { dueOn } = life.obligation("plan");
    expect(dueOn >= "2026-12-23" && dueOn <= "2027-03-23").toBe(true);
    life.give("submitPlan", PLAN, { by: "planner" });
    life.give("approvePlan", {}, { by: "reviewer" });
    expect(life.state.stage).toBe("helping");
  });
});

describe("a plan in force", () => {
  it("is good for a year; then it goes on, and a new one is owed", () => {
    const life = plannedPairing();
    life.passTo(noonOf("2027-01-09"));
    expect(life.events("PlanYearEnded")).toEqual([]);
    life.passTo(noonOf("2027-01-10"));
    expect(life.events("PlanYearEnded")).toMatchObject([
      { planSeq: 2, because: { rule: "plan-renewed-each-year", dueOn: "2027-01-10", lateMs: 0 } },
    ]);
    expect(life.obligation("plan").dueOn).toBe("2027-02-09");
    expect(life.state).toMatchObject({ stage: "helping", plan: { seq: 2 } });
    life.give("submitPlan", PLAN, { by: "planner" });
    const submittedSeq = life.state.seq;
    life.give("approvePlan", {}, { by: "reviewer" });
    expect(life.state.plan).toMatchObject({ seq: submittedSeq, renewOn: "2028-01-10" });
  });

  it("may be replaced at any time; a replacement that nobody asked for and that is sent back is not owed", () => {
    const life = plannedPairing();
    life.give("submitPlan", { ...PLAN, lines: [PIGS] }, { by: "planner" });
    expect(life.state.plan?.seq).toBe(2);
    life.give("sendBackPlan", { grounds: ["inflated"] }, { by: "reviewer" });
    expect(kindsOwed(life)).toEqual(["visit"]);
    expect(life.state.plan?.seq).toBe(2);
  });

  it("has to be made anew when the review of a renewed term says so", () => {
    const life = plannedPairing().passTo(noonOf("2029-01-20"));
    life.give("submitPlan", PLAN, { by: "planner" });
    life.give("approvePlan", {}, { by: "reviewer" });
    expect(kindsOwed(life)).not.toContain("plan");
    life.give("reviewTerm", { outcome: "plan-to-change" });
    expect(life.state.planOwed).toMatchObject({ call: "review-of-term", since: "2029-01-20" });
  });

  it("is nobody's to renew once the household is lifted out, and is owed anew after a relapse", () => {
    const life = revisitedPairing().passTo(noonOf("2027-06-01"));
    expect(life.events("PlanYearEnded")).toEqual([]);
    life.give("reportRelapse", { ground: "cause-returned", cause: "illness" }, { by: "helper" });
    life.give("confirmRelapse", {}, { by: "county" });
    expect(life.state).toMatchObject({ stage: "helping", planOwed: { call: "relapse" } });
  });
});

describe("a closing that is asked for while the plan is made", () => {
  it("holds nothing up: rejected, the case goes back to planning, or on to help if the plan was approved meanwhile", () => {
    for (const [isApproved, stage] of [
      [false, "planning"],
      [true, "helping"],
    ] as const) {
      const life = submittedPlan();
      life.give("requestClosing", closingOf("died", day("2026-01-10")), { by: "helper" });
      if (isApproved) life.give("approvePlan", {}, { by: "reviewer" });
      expect(life.state.stage).toBe("closing");
      life.give("rejectClosing", { reason: "reason-not-met" }, { by: "office" });
      expect(life.state.stage).toBe(stage);
    }
  });

  it("that was wrong leaves the plan as it stood: reopened, the case is planned on, and its time begins anew", () => {
    const life = openedPairing({}, WHOLE_RULES);
    life.give("requestClosing", closingOf("opened-by-mistake", day("2026-01-10")), { by: "helper" });
    life.give("approveClosing", {}, { by: "office" });
    expect(life.obligations()).toEqual([]);
    life.passTo(noonOf("2026-01-20"));
    life.give("reopen", { reason: "closed-by-mistake", successor: null }, { by: "other-office" });
    expect(life.state.stage).toBe("planning");
    expect(life.obligation("plan")).toMatchObject({ key: "plan:1", rung: 0 });
  });
});

describe("a case of the release before plans", () => {
  it("goes on as it was: helped, with no plan owed and nothing measured", () => {
    const life = openedPairing({}, RULES);
    const {
      plansAsked: _plansAsked,
      planOwed: _planOwed,
      planSubmitted: _planSubmitted,
      plan: _plan,
      measures: _measures,
      projects: _projects,
      ...then
    } = life.state;
    expect(pairingKind.migrate({ ...then, schemaVersion: 3 })).toEqual(life.state);
  });
});

function isAbout(key: string) {
  return ({ obligationKey }: { obligationKey: string }) => obligationKey === key;
}
