import fc from "fast-check";
import { dayAt } from "../../time/day";
import { countedMeasures } from "../measures/planned-and-done";
import { anyLife } from "../pairing.happenings.spec-support";
import { everyMoment } from "../pairing.random-life.spec-support";

describe("at every moment of a random life", () => {
  it("a plan is owed, under review or in force, one answer at a time, and nobody approves or sends back their own", () => {
    fc.assert(
      fc.property(anyLife, (happenings) =>
        everyMoment(happenings, (life) => {
          const { stage, plan: inForce, planOwed, planSubmitted, lifted, closing: asked } = life.state;
          expect(planOwed !== null && planSubmitted !== null).toBe(false);
          const isPlanning = (asked?.from ?? stage) === "planning";
          if (stage !== "closed") expect(inForce === null).toBe(isPlanning);
          if (isPlanning) expect(planOwed !== null || planSubmitted !== null).toBe(true);
          const kinds = life.obligations().map(({ kind }) => kind);
          if (lifted === null && stage !== "closed") {
            expect(kinds.includes("plan")).toBe(planOwed !== null);
            expect(kinds.includes("plan-review")).toBe(planSubmitted !== null);
          } else expect(kinds).not.toContain("plan");
          let submittedBy = "";
          for (const event of life.log) {
            if (event.type === "PlanSubmitted") ({ submittedBy } = event);
            if (event.type === "PlanApproved") expect(event.approvedBy).not.toBe(submittedBy);
            if (event.type === "PlanSentBack") expect(event.sentBackBy).not.toBe(submittedBy);
          }
        }),
      ),
    );
  });

  it("a plan in force is never older than its year without a new one being owed or under review", () => {
    fc.assert(
      fc.property(anyLife, (happenings) =>
        everyMoment(happenings, ({ state, nowMs }) => {
          const { plan: inForce, planOwed, planSubmitted, lifted, stage } = state;
          if (inForce?.renewOn == null || lifted !== null || stage === "closed") return;
          if (planOwed === null && planSubmitted === null)
            expect(inForce.renewOn >= dayAt(nowMs - 3_600_000)).toBe(true);
        }),
      ),
    );
  });

  it("every figure of help is the sum of its entry and its counter-entries, and never negative", () => {
    fc.assert(
      fc.property(anyLife, (happenings) =>
        everyMoment(happenings, (life) => {
          const entries = [...life.events("MeasureRecorded"), ...life.events("MeasureCorrected")];
          const counted = countedMeasures(entries.sort((one, other) => one.seq - other.seq));
          for (const fact of life.state.measures)
            expect(counted.find(({ seq }) => seq === fact.seq)).toMatchObject(fact);
          for (const { amount, amountFen } of counted) {
            expect(amount).toBeGreaterThanOrEqual(0);
            expect(amountFen).toBeGreaterThanOrEqual(0);
          }
        }),
      ),
    );
  });
});
