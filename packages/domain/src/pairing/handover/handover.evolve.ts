import type { Recorded } from "../../case/case-kind";
import { dayAt } from "../../time/day";
import { withoutCoHelper } from "../co-helpers/co-helpers.evolve";
import type { PairingState } from "../pairing.state";
import type { HandoverEvent, HandoverProposed } from "./handover.events";
import { FORMER_LEADS_KEPT, type ProposedHandover } from "./handover.state";

export function evolveHandover(state: PairingState, event: Recorded<HandoverEvent>): PairingState {
  switch (event.type) {
    case "LeadGone":
      return { ...state, leadToChange: { seq: event.seq, since: dayAt(event.recordedAtMs) } };
    case "HandoverProposed":
      return { ...state, handover: proposed(event) };
    case "HandoverDeclined":
      return { ...state, handover: null };
    case "HandoverAccepted": {
      const helping = withoutCoHelper(state, event.toHelperId, event.happenedOn);
      return {
        ...helping,
        handover: null,
        moved: movedAfter(state),
        leadToChange: null,
        formerLeads: [...state.formerLeads, { id: event.fromHelperId, until: event.happenedOn }].slice(
          -FORMER_LEADS_KEPT,
        ),
        opened:
          helping.opened === null
            ? null
            : { ...helping.opened, leadHelperId: event.toHelperId, helperUnitId: event.toUnitId },
      };
    }
  }
}

/** Who was proposed after the household had moved takes over there; who was proposed before has not seen that. */
function movedAfter({ handover, moved }: PairingState): PairingState["moved"] {
  return handover !== null && moved !== null && handover.seq < moved.seq ? moved : null;
}

function proposed(event: Recorded<HandoverProposed>): ProposedHandover {
  return {
    seq: event.seq,
    successor: { id: event.successorId, rank: event.successorRank, unitId: event.successorUnitId },
    reason: event.reason,
    proposedBy: event.proposedBy,
    proposedOn: dayAt(event.recordedAtMs),
  };
}
