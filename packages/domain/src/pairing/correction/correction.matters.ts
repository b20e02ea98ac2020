import type { Matter } from "../pairing.matters";
import type { PairingRules } from "../pairing.rules";
import { openedOf, type PairingState } from "../pairing.state";

/** The decision on each correction that was asked for. */
export function correctionMatters(state: PairingState, rules: PairingRules): Matter[] {
  return state.corrections.map(({ seq, requestedOn }) => ({
    key: `correction:${seq}`,
    kind: "correction-decision",
    rule: "correction-decided-in-time",
    ladder: (rules.correction ?? rules.closing).ladder,
    since: requestedOn,
    armedBySeq: seq,
    answering: openedOf(state),
  }));
}
