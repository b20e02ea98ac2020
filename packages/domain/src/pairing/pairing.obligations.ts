import type { RuleContext } from "../case/case-kind";
import type { Obligation } from "../case/obligation";
import { closingMatters } from "./closing/closing.matters";
import { handoverMatters } from "./handover/handover.matters";
import type { PairingEvent } from "./pairing.events";
import { escalated, owed, type Matter, type ObligationContext } from "./pairing.matters";
import type { PairingRules } from "./pairing.rules";
import type { PairingState } from "./pairing.state";
import { onVisitDue, visitObligation } from "./visit/visit.obligation";

/** Everything owed in a pairing: the visit, always; and whatever each part of its life has open. */
export function pairingObligations(state: PairingState, context: ObligationContext): readonly Obligation[] {
  if (state.opened === null || state.duty === null) return [];
  const visit = visitObligation(state, state.duty, context);
  return [visit, ...mattersOf(state, context.rules).map((matter) => owed(matter, state, context))];
}

/** What climbs a ladder by its key, in the order in which a page lists it. */
function mattersOf(state: PairingState, rules: PairingRules): readonly Matter[] {
  return [...handoverMatters(state, rules), ...closingMatters(state, rules)];
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
