import { refuse, type Decision } from "../../case/decision";
import type { LiftOutEvent } from "./lift-out.events";
import type { LiftOutUnderWay } from "./lift-out.state";

/** Four eyes: whoever proposed a lift-out records no vote, check, word, answer or review of it, and approves nothing. */
export function notByProposer(
  { seq, proposedBy }: LiftOutUnderWay,
  accountId: string,
): Decision<LiftOutEvent> | undefined {
  return proposedBy === accountId
    ? refuse({ code: "LIFT_OUT_NEEDS_ANOTHER_PERSON", proposedSeq: seq, hadPart: "proposal" })
    : undefined;
}
