import type { Matter } from "../pairing.matters";
import type { PairingRules } from "../pairing.rules";
import { openedOf, type PairingState } from "../pairing.state";

/** A successor's answer, while one is proposed; its ladder begins with the successor. */
export function handoverMatters(state: PairingState, rules: PairingRules): Matter[] {
  const { handover } = state;
  if (handover === null) return [];
  const { id, unitId } = handover.successor;
  return [
    {
      key: `handover:${handover.seq}`,
      kind: "handover-answer",
      rule: "handover-answered-in-time",
      ladder: (rules.handover ?? rules.visit).ladder,
      since: handover.proposedOn,
      armedBySeq: handover.seq,
      answering: { ...openedOf(state), leadHelperId: id, helperUnitId: unitId },
    },
  ];
}
