import {
  completeRevisitsRequest,
  confirmRelapseRequest,
  dismissRelapseRequest,
  offerHouseholdRequest,
  reportRelapseRequest,
  reviewTermRequest,
} from "@jiedui/http-contracts";
import { ProblemError } from "@jiedui/platform";
import type { EntityManager } from "typeorm";
import { moveRoute } from "./move-route";

export const REVISIT_MOVES = {
  reportRelapse: moveRoute("reportRelapse", {
    request: reportRelapseRequest,
    permission: "revisit:report",
    summary: "Reports that a lifted household has fallen back, by its income or by a cause that returned",
    prepare: ({ because, note }) => ({
      payload: because,
      content: { purpose: "relapse-note", body: { note } },
    }),
  }),
  confirmRelapse: moveRoute("confirmRelapse", {
    request: confirmRelapseRequest,
    permission: "revisit:decide",
    summary: "Confirms a relapse: help begins again in the same case",
    prepare: ({ basedOnSeq }) => ({ payload: {}, basedOnSeq }),
  }),
  dismissRelapse: moveRoute("dismissRelapse", {
    request: dismissRelapseRequest,
    permission: "revisit:decide",
    summary: "Finds that there is no relapse, with a reason",
    prepare: ({ reason, note, basedOnSeq }) => ({
      payload: { reason },
      content: { purpose: "relapse-note", body: { note } },
      basedOnSeq,
    }),
  }),
  offerHousehold: moveRoute("offerHousehold", {
    request: offerHouseholdRequest,
    permission: "revisit:offer",
    summary: "Offers the freed helper another household, or says why none is offered",
    async prepare({ offer }, { manager }) {
      if ("subjectId" in offer) await mustBeInScope(manager, offer.subjectId);
      return { payload: offer };
    },
  }),
  completeRevisits: moveRoute("completeRevisits", {
    request: completeRevisitsRequest,
    permission: "revisit:complete",
    summary: "Asks for the case to be closed when the time of revisits is over; somebody else decides",
    prepare: ({ gaps, note, basedOnSeq }) => ({
      payload: gaps.length === 0 ? {} : { gaps },
      content: { purpose: "closing-note", body: { note } },
      basedOnSeq,
    }),
  }),
  reviewTerm: moveRoute("reviewTerm", {
    request: reviewTermRequest,
    permission: "term:review",
    summary: "Records what comes of a term that was renewed because the household is not lifted out",
    prepare: ({ outcome, note }) => ({
      payload: { outcome },
      content: { purpose: "term-review-note", body: { note } },
    }),
  }),
};

async function mustBeInScope(manager: EntityManager, subjectId: string): Promise<void> {
  const found = await manager.query<unknown[]>("select 1 from subject where id = $1", [subjectId]);
  if (found.length === 0) throw new ProblemError(404, "NOT_FOUND", { what: "subject", subjectId });
}
