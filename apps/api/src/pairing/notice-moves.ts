import {
  answerObjectionRequest,
  concludeNoticeRequest,
  hangNoticeRequest,
  raiseObjectionRequest,
  takeDownNoticeRequest,
} from "@jiedui/http-contracts";
import { stableUuid } from "@jiedui/platform";
import { moveRoute } from "./move-route";

export const NOTICE_MOVES = {
  hangNotice: moveRoute("hangNotice", {
    byDocument: true,
    request: hangNoticeRequest,
    permission: "lift-out:take-step",
    summary: "Says since when a notice that lists the case hangs out",
    prepare: (payload) => ({ payload }),
  }),
  takeDownNotice: moveRoute("takeDownNotice", {
    byDocument: true,
    request: takeDownNoticeRequest,
    permission: "lift-out:take-step",
    summary: "Takes a notice down early; its days have to hang anew",
    prepare: (payload) => ({ payload }),
  }),
  raiseObjection: moveRoute("raiseObjection", {
    request: raiseObjectionRequest,
    permission: "lift-out:object",
    summary: "Records an objection, by whomever it was raised, while the notice hangs",
    prepare: ({ happenedOn, note }, { asking: { accountId }, key, pairing: { caseId } }) => ({
      payload: { objectionId: stableUuid("objection", caseId, accountId, key), happenedOn },
      content: { purpose: "objection", body: { note } },
    }),
  }),
  answerObjection: moveRoute("answerObjection", {
    request: answerObjectionRequest,
    permission: "lift-out:take-step",
    summary: "Answers an objection; one that is upheld sends the case back to help",
    prepare: ({ note, ...payload }) => ({
      payload,
      content: { purpose: "objection-answer", body: { note } },
    }),
  }),
  concludeNotice: moveRoute("concludeNotice", {
    byDocument: true,
    request: concludeNoticeRequest,
    permission: "lift-out:take-step",
    summary: "Says that the notice has hung its days, with the proof",
    prepare: ({ noticeId, note }) => ({
      payload: { noticeId },
      content: { purpose: "notice-proof", body: { note } },
    }),
  }),
};
