import {
  CLOSING_PROOFS,
  CLOSING_REASONS,
  REOPENING_REASONS,
  VOID_DECLINE_REASONS,
  VOID_REASONS,
} from "@jiedui/domain";
import { z } from "zod";
import { id, seq, text } from "./base";
import { evidenceIds } from "./evidence";

const note = text(2000).default("");

/** `entrySeq`: the number of the entry that is wrong. Taken out at once where the sender entered it today. */
export const requestVoidRequest = z.strictObject({
  basedOnSeq: seq,
  entrySeq: seq,
  reason: z.enum(VOID_REASONS),
  note,
  evidenceIds,
});
export const approveVoidRequest = z.strictObject({ basedOnSeq: seq, requestedSeq: seq });
export const declineVoidRequest = z.strictObject({
  basedOnSeq: seq,
  requestedSeq: seq,
  reason: z.enum(VOID_DECLINE_REASONS),
  note,
});
/** `successorId`: who is to take over, where the helper of before cannot go on. */
export const reopenRequest = z.strictObject({
  basedOnSeq: seq,
  reason: z.enum(REOPENING_REASONS),
  successorId: id.nullable().default(null),
  note,
  evidenceIds,
});

/** What a closing of each kind asks for under the case's policy, and until when a wrong one may be reopened. */
export const closingView = z.object({
  kinds: z.array(
    z.object({
      reason: z.enum(CLOSING_REASONS),
      proofs: z.array(z.enum(CLOSING_PROOFS)),
      evidenceAtLeast: z.number().int(),
      asksDestination: z.boolean(),
      decidedBy: z.string(),
    }),
  ),
  /** The last day; null while the case is open. */
  reopenableUntil: z.string().nullable(),
  reopenWithinDays: z.number().int(),
});

/** Corrections that wait for a decision. */
export const correctionView = z.object({
  requestedSeq: z.number().int(),
  entrySeq: z.number().int(),
  entryType: z.string(),
  reason: z.enum(VOID_REASONS),
  requestedOn: z.string(),
});
