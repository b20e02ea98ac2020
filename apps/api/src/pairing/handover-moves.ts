import {
  acceptHandoverRequest,
  declineHandoverRequest,
  proposeHandoverRequest,
  reportLeadGoneRequest,
} from "@jiedui/http-contracts";
import { moveRoute } from "./move-route";
import { helpersInScope } from "./helpers-in-scope";

export const HANDOVER_MOVES = {
  reportLeadGone: moveRoute("reportLeadGone", {
    request: reportLeadGoneRequest,
    permission: "pairing:propose-handover",
    summary: "Says that the lead helper has left, or is to; a successor is owed from then on",
    prepare: ({ reason, goneOn, note }, { pairing: { leadHelperId } }) => ({
      payload: { helperId: leadHelperId, reason, goneOn },
      content: { purpose: "handover-note", body: { note } },
    }),
  }),
  proposeHandover: moveRoute("proposeHandover", {
    request: proposeHandoverRequest,
    permission: "pairing:propose-handover",
    summary: "Names a successor for the lead helper; the successor has to accept",
    async prepare({ successorId, reason, happenedOn, note }, { manager }) {
      const [successor] = await helpersInScope(manager, [successorId]);
      return {
        payload: { successor, reason, happenedOn },
        content: { purpose: "handover-note", body: { note } },
      };
    },
  }),
  acceptHandover: moveRoute("acceptHandover", {
    request: acceptHandoverRequest,
    permission: "pairing:answer-handover",
    summary: "Takes a pairing over: by the successor, or by an office that has the signature on paper",
    prepare: ({ basedOnSeq }, { asking: { helperId } }) => ({ payload: { helperId }, basedOnSeq }),
  }),
  declineHandover: moveRoute("declineHandover", {
    request: declineHandoverRequest,
    permission: "pairing:answer-handover",
    summary: "Does not take a pairing over, with a reason; or takes the proposal back",
    prepare: ({ basedOnSeq, reason, note }, { asking: { helperId } }) => ({
      payload: { helperId, reason },
      content: { purpose: "handover-note", body: { note } },
      basedOnSeq,
    }),
  }),
};
