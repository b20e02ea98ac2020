import type { RuleContext } from "../case/case-kind";
import { reconcileLiftOut } from "./lift-out/falling-back";
import type { PairingEvent } from "./pairing.events";
import type { PairingRules } from "./pairing.rules";
import type { PairingState } from "./pairing.state";
import { reconcileRelapse } from "./revisit/revisit.voidable";
import { reconcileVisits } from "./visit/visit.obligation";

/** What each part of a life says by itself once a fact has changed under it. */
export function reconcilePairing(
  state: PairingState,
  context: RuleContext<PairingRules>,
): readonly PairingEvent[] {
  return [
    ...reconcileVisits(state, context),
    ...reconcileLiftOut(state, context),
    ...reconcileRelapse(state, context),
  ];
}
