import { approveClosingRequest, rejectClosingRequest, requestClosingRequest } from "@jiedui/http-contracts";
import { moveRoute } from "./move-route";

export const CLOSING_MOVES = {
  requestClosing: moveRoute("requestClosing", {
    request: requestClosingRequest,
    permission: "pairing:request-closing",
    summary: "Asks for the pairing to be closed, with a reason; somebody else decides",
    prepare: ({ reason, happenedOn, note }) => ({
      payload: { reason, happenedOn },
      content: { purpose: "closing-note", body: { note } },
    }),
  }),
  approveClosing: moveRoute("approveClosing", {
    request: approveClosingRequest,
    permission: "pairing:decide-closing",
    summary: "Closes the pairing, unless something that matters has happened since",
    prepare: ({ basedOnSeq }) => ({ payload: {}, basedOnSeq }),
  }),
  rejectClosing: moveRoute("rejectClosing", {
    request: rejectClosingRequest,
    permission: "pairing:decide-closing",
    summary: "Sends the request for closing back; help goes on",
    prepare: ({ reason, note, basedOnSeq }) => ({
      payload: { reason },
      content: { purpose: "closing-note", body: { note } },
      basedOnSeq,
    }),
  }),
};
