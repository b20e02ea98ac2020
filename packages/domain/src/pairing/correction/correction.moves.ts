import type { VoidReason } from "../visit/visit.moves";
import type { Entry } from "./entry";

/** Why an entry stays as it is. */
export const VOID_DECLINE_REASONS = ["entry-is-right", "proof-missing", "no-longer-needed"] as const;
export type VoidDeclineReason = (typeof VOID_DECLINE_REASONS)[number];

export interface CorrectionPayloads {
  requestVoid: { entry: Entry; reason: VoidReason };
  /** `requestedSeq`: the request that is decided on. */
  approveVoid: { requestedSeq: number };
  declineVoid: { requestedSeq: number; reason: VoidDeclineReason };
}
export const CORRECTION_MOVES = [
  "requestVoid",
  "approveVoid",
  "declineVoid",
] as const satisfies readonly (keyof CorrectionPayloads)[];
