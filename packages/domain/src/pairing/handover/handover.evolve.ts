import type { Recorded } from "../../case/case-kind";
import { dayAt } from "../../time/day";
import type { PairingState } from "../pairing.state";
import type { HandoverEvent, HandoverProposed } from "./handover.events";
import { FORMER_LEADS_KEPT, type ProposedHandover } from "./handover.state";

export function evolveHandover(state: PairingState, event: Recorded<HandoverEvent>): PairingState {
  switch (event.type) {
    case "HandoverProposed":
      return { ...state, handover: proposed(event) };
    case "HandoverDeclined":
      return { ...state, handover: null };
    case "HandoverAccepted":
      return {
        ...state,
        handover: null,
        formerLeads: [...state.formerLeads, { id: event.fromHelperId, until: event.happenedOn }].slice(
          -FORMER_LEADS_KEPT,
        ),
        opened:
          state.opened === null
            ? null
            : {
                ...state.opened,
                leadHelperId: event.toHelperId,
                helperUnitId: event.toUnitId,
                coHelpers: state.opened.coHelpers.filter(({ id }) => id !== event.toHelperId),
              },
      };
  }
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
