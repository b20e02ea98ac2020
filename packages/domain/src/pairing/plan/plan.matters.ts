import type { RuleContext } from "../../case/case-kind";
import type { CaseTime } from "../../case/case-time";
import { addDays, dayAt, startOf } from "../../time/day";
import { becauseOf, type Matter } from "../pairing.matters";
import type { PairingRules } from "../pairing.rules";
import { openedOf, type PairingState } from "../pairing.state";
import type { PlanYearEnded } from "./plan.events";

/** A plan that is called for, or one that waits for its review; while help goes on, and not after a lift-out. */
export function planMatters(state: PairingState, { plan: rules }: PairingRules): Matter[] {
  const { planOwed, planSubmitted, lifted, stage } = state;
  if (rules === undefined || lifted !== null || stage === "closed") return [];
  const answering = openedOf(state);
  const matters: Matter[] = [];
  if (planOwed !== null)
    matters.push({
      key: `plan:${planOwed.seq}`,
      kind: "plan",
      rule: "plan-submitted-in-time",
      ladder: rules.ladder,
      since: planOwed.since,
      ...(rules.dueWithinDays === undefined ? {} : { dueOn: addDays(planOwed.since, rules.dueWithinDays) }),
      armedBySeq: planOwed.seq,
      answering,
    });
  if (planSubmitted !== null)
    matters.push({
      key: `plan-review:${planSubmitted.seq}`,
      kind: "plan-review",
      rule: "plan-reviewed-in-time",
      ladder: rules.reviewLadder,
      since: planSubmitted.submittedOn,
      armedBySeq: planSubmitted.seq,
      answering,
    });
  return matters;
}

/** The day from which on a new plan is owed; not while one is owed or under review anyway. */
export function planTimes(state: PairingState): CaseTime[] {
  const { plan, planOwed, planSubmitted, lifted, stage, jitterMs } = state;
  if (plan?.renewOn == null || planOwed !== null || planSubmitted !== null) return [];
  if (lifted !== null || stage === "closed") return [];
  return [{ key: `plan-year:${plan.seq}`, atMs: startOf(plan.renewOn) + jitterMs }];
}

export function onPlanYearEnd(
  { plan }: PairingState,
  time: CaseTime,
  { nowMs }: RuleContext<PairingRules>,
): PlanYearEnded {
  if (plan?.renewOn == null) throw new Error("a plan whose year ends is in force");
  return {
    type: "PlanYearEnded",
    v: 1,
    happenedOn: dayAt(nowMs),
    planSeq: plan.seq,
    because: becauseOf(
      { rule: "plan-renewed-each-year", dueOn: plan.renewOn, reckoning: null, nextAtMs: time.atMs },
      nowMs,
    ),
  };
}
