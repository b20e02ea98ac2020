import type { Matter } from "../pairing.matters";
import type { PairingRules } from "../pairing.rules";
import { openedOf, type PairingState } from "../pairing.state";
import { ladderOfClosing } from "./closing-kinds";

/** The decision on a closing, while one is asked for. */
export function closingMatters(state: PairingState, rules: PairingRules): Matter[] {
  const { closing } = state;
  if (closing === null) return [];
  return [
    {
      key: `closing:${closing.seq}`,
      kind: "closing-decision",
      rule: "closing-decided-in-time",
      ladder: ladderOfClosing(closing.reason, rules),
      since: closing.requestedOn,
      armedBySeq: closing.seq,
      answering: openedOf(state),
    },
  ];
}
