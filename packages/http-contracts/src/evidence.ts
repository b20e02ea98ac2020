import { EVIDENCE_KINDS, EVIDENCE_LIMITS } from "@jiedui/domain";
import { z } from "zod";
import { id, pageQuery } from "./base";

/**
 * Photographs and scans that a move brings, each sent before by `POST /api/pairings/{id}/evidence`. A move's request that
 * has this field needs nothing else: they are bound to its event with the rest of its content.
 */
export const evidenceIds = z
  .array(id)
  .max(EVIDENCE_LIMITS.mostOfAMove)
  .refine((ids) => new Set(ids).size === ids.length, "must not name the same twice")
  .optional();

/** What is known of a photograph or scan besides its bytes; also the body of its content in a timeline. */
export const evidenceFacts = z.object({
  kind: z.enum(EVIDENCE_KINDS),
  bytes: z.number().int(),
  /** Null of a document. */
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  /** By the camera's clock. */
  takenAt: z.string().nullable(),
  place: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
});
export const evidenceBrought = evidenceFacts.extend({ id });

export const evidenceLooksQuery = z.strictObject({
  evidence: id.optional(),
  account: id.optional(),
  ...pageQuery,
});
export const evidenceLookView = z.object({
  id: z.string(),
  evidenceId: id,
  caseId: id,
  accountId: id,
  accountName: z.string(),
  lookedAt: z.string(),
});
