import type { CommandContext } from "../../case/case-kind";
import { accept, refuse, type Decision, type Refused } from "../../case/decision";
import { addMonths, dayAt } from "../../time/day";
import { measureRulesOf, refusalOfAmount } from "../measures/measure-rules";
import type { PairingRules } from "../pairing.rules";
import type { PairingState } from "../pairing.state";
import type { PlanEvent } from "./plan.events";
import type { PlannedMeasure, PlanPayloads } from "./plan.moves";

type Context = CommandContext<PairingRules>;

export const DECIDE_PLAN = {
  submitPlan: decideSubmitPlan,
  approvePlan: decideApprovePlan,
  sendBackPlan: decideSendBackPlan,
};

/** Every part of the policy is in it, and it does not live on relief alone; the rest is for people to judge. */
function decideSubmitPlan(
  state: PairingState,
  { parts, lines }: PlanPayloads["submitPlan"],
  { rules, actor, contentIds, nowMs }: Context,
): Decision<PlanEvent> {
  const { plan, programmeId } = rules;
  if (plan === undefined) return refuse({ code: "PLAN_NOT_IN_PROGRAMME", programmeId });
  const { planSubmitted } = state;
  if (planSubmitted !== null) return refuse({ code: "PLAN_UNDER_REVIEW", submittedSeq: planSubmitted.seq });
  const missing = plan.parts.filter((part) => !parts.includes(part));
  if (missing.length > 0) return refuse({ code: "PLAN_PARTS_MISSING", parts: missing });
  const today = dayAt(nowMs);
  for (const [index, line] of lines.entries()) {
    if (line.until < today)
      return refuse({ code: "PLAN_LINE_ALREADY_OVER", line: index + 1, until: line.until, today });
    const wrong = refusalOfAmount(line, rules) ?? refusalOfProducing(line, rules);
    if (wrong !== undefined) return wrong;
  }
  const producing = lines.filter(({ isProducing }) => isProducing).length;
  if (producing < plan.producingAtLeast)
    return refuse({ code: "RELIEF_ALONE_IS_NO_PLAN", producing, needed: plan.producingAtLeast });
  return accept({
    type: "PlanSubmitted",
    v: 1,
    happenedOn: today,
    parts: plan.parts,
    lines,
    submittedBy: actor.accountId,
    contentIds,
  });
}

/** Grain and clothing feed and warm; whoever calls them income-producing has mistaken the box. */
function refusalOfProducing({ kind, isProducing }: PlannedMeasure, rules: PairingRules): Refused | undefined {
  if (!isProducing) return undefined;
  const kinds = measureRulesOf(rules).kinds.filter(({ mayProduce }) => mayProduce);
  return kinds.some((each) => each.kind === kind)
    ? undefined
    : refuse({
        code: "MEASURE_CANNOT_PRODUCE",
        measureKind: kind,
        allowed: kinds.map((each) => each.kind),
      });
}

function decideApprovePlan(
  state: PairingState,
  _payload: PlanPayloads["approvePlan"],
  { rules, actor, contentIds, nowMs }: Context,
): Decision<PlanEvent> {
  const { planSubmitted } = state;
  if (planSubmitted === null) return refuse({ code: "NO_PLAN_SUBMITTED" });
  if (planSubmitted.submittedBy === actor.accountId)
    return refuse({ code: "PLAN_NEEDS_ANOTHER_PERSON", submittedSeq: planSubmitted.seq });
  const today = dayAt(nowMs);
  const months = rules.plan?.renewAfterMonths;
  return accept({
    type: "PlanApproved",
    v: 1,
    happenedOn: today,
    planSeq: planSubmitted.seq,
    approvedBy: actor.accountId,
    renewOn: months === undefined ? null : addMonths(today, months),
    contentIds,
  });
}

function decideSendBackPlan(
  state: PairingState,
  { grounds }: PlanPayloads["sendBackPlan"],
  { rules, actor, contentIds, nowMs }: Context,
): Decision<PlanEvent> {
  const { planSubmitted } = state;
  if (planSubmitted === null) return refuse({ code: "NO_PLAN_SUBMITTED" });
  if (planSubmitted.submittedBy === actor.accountId)
    return refuse({ code: "PLAN_NEEDS_ANOTHER_PERSON", submittedSeq: planSubmitted.seq });
  const allowed = rules.plan?.grounds ?? [];
  const unknown = grounds.find((ground) => !allowed.includes(ground));
  if (unknown !== undefined) return refuse({ code: "PLAN_GROUND_NOT_IN_POLICY", ground: unknown, allowed });
  return accept({
    type: "PlanSentBack",
    v: 1,
    happenedOn: dayAt(nowMs),
    planSeq: planSubmitted.seq,
    grounds,
    sentBackBy: actor.accountId,
    contentIds,
  });
}
