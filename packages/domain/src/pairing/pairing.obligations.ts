import type { RuleContext } from "../case/case-kind";
import type { CaseTime } from "../case/case-time";
import type { Obligation } from "../case/obligation";
import { closingMatters } from "./closing/closing.matters";
import { correctionMatters } from "./correction/correction.matters";
import { handoverMatters } from "./handover/handover.matters";
import { householdMatters } from "./household/household.matters";
import { liftOutMatters } from "./lift-out/lift-out.matters";
import { occasionMatters } from "./occasions/occasions.matters";
import type { PairingEvent } from "./pairing.events";
import { escalated, owed, type Matter, type ObligationContext } from "./pairing.matters";
import type { PairingRules } from "./pairing.rules";
import type { PairingState } from "./pairing.state";
import { onPlanYearEnd, planMatters, planTimes } from "./plan/plan.matters";
import { onRevisitsEnd, revisitMatters, revisitTimes } from "./revisit/revisit.matters";
import { onTermEnd, termMatters, termTimes } from "./term/term.rule";
import { onVisitDue, visitObligation } from "./visit/visit.obligation";

/** Everything owed in a pairing: the visit, always; and whatever each part of its life has open. */
export function pairingObligations(state: PairingState, context: ObligationContext): readonly Obligation[] {
  if (state.opened === null || state.duty === null) return [];
  const visit = visitObligation(state, state.duty, context);
  return [visit, ...mattersOf(state, context.rules).map((matter) => owed(matter, state, context))];
}

/** What climbs a ladder by its key, in the order in which a page lists it. */
function mattersOf(state: PairingState, rules: PairingRules): readonly Matter[] {
  return [
    ...planMatters(state, rules),
    ...occasionMatters(state, rules),
    ...liftOutMatters(state, rules),
    ...revisitMatters(state, rules),
    ...termMatters(state, rules),
    ...handoverMatters(state, rules),
    ...householdMatters(state, rules),
    ...correctionMatters(state, rules),
    ...closingMatters(state, rules),
  ];
}

/** What the passing of time brings. */
export function onPairingDue(
  state: PairingState,
  obligation: Obligation,
  context: RuleContext<PairingRules>,
): readonly PairingEvent[] {
  const { duty } = state;
  if (duty === null) return [];
  if (obligation.kind === "visit") return onVisitDue(state, duty, obligation, context);
  const matter = mattersOf(state, context.rules).find(({ key }) => key === obligation.key);
  const { nextStep } = obligation;
  if (matter === undefined || nextStep === "remind") return [];
  return [escalated({ ...obligation, nextStep }, matter, context.nowMs)];
}

/** When something happens that nobody owes: a term that ends, the end of revisits. */
export function pairingTimes(state: PairingState): readonly CaseTime[] {
  return [...termTimes(state), ...planTimes(state), ...revisitTimes(state)];
}

export function onPairingTime(
  state: PairingState,
  time: CaseTime,
  context: RuleContext<PairingRules>,
): readonly PairingEvent[] {
  if (time.key.startsWith("term:")) return [onTermEnd(state, time, context)];
  if (time.key.startsWith("plan-year:")) return [onPlanYearEnd(state, time, context)];
  return [onRevisitsEnd(state, time, context)];
}
