import {
  approveClosingRequest,
  rejectClosingRequest,
  reopenRequest,
  requestClosingRequest,
} from "@jiedui/http-contracts";
import type { EntityManager } from "typeorm";
import { helpersInScope } from "./helpers-in-scope";
import { moveRoute } from "./move-route";

export const CLOSING_MOVES = {
  requestClosing: moveRoute("requestClosing", {
    request: requestClosingRequest,
    permission: "pairing:request-closing",
    summary: "Asks for the pairing to be closed, with a reason; somebody else decides",
    async prepare({ reason, happenedOn, proof, movedTo, note, evidenceIds }, { manager, pairing }) {
      return {
        payload: {
          reason,
          happenedOn,
          ...(proof === null ? {} : { proof }),
          ...(movedTo === null ? {} : { movedTo }),
          ...(reason === "died" ? { membersLeft: await membersLeft(manager, pairing.caseId) } : {}),
          evidence: evidenceIds?.length ?? 0,
        },
        content: { purpose: "closing-note", body: { note } },
      };
    },
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
  reopen: moveRoute("reopen", {
    request: reopenRequest,
    permission: "pairing:decide-closing",
    summary: "Takes a wrong closing back within the policy's days, by somebody who did not approve it",
    async prepare({ reason, successorId, note, basedOnSeq }, { manager }) {
      const [successor] = successorId === null ? [null] : await helpersInScope(manager, [successorId]);
      return {
        payload: { reason, successor },
        content: { purpose: "closing-note", body: { note } },
        basedOnSeq,
      };
    },
  }),
};

/** Members who live in the pairing's household by the register, besides one. */
async function membersLeft(manager: EntityManager, caseId: string): Promise<number> {
  const [row] = await manager.query<{ members: number }[]>(
    `select count(m.id)::int as members from pairing p join household_member m on m.subject_id = p.subject_id
     where p.case_id = $1 and p.known_to is null and m.left_on is null`,
    [caseId],
  );
  return Math.max(0, (row?.members ?? 0) - 1);
}
