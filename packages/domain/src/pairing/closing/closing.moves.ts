import type { DivisionCode } from "../../area/division-code";
import type { Day } from "../../time/day";
import type { Successor } from "../handover/handover.moves";

export const CLOSING_REASONS = ["died", "moved-away", "found-ineligible", "opened-by-mistake"] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];
/** The same, and the end that is hoped for, which has a request of its own: that every revisit was made. */
export const CLOSED_REASONS = [...CLOSING_REASONS, "revisits-completed"] as const;
export type ClosedReason = (typeof CLOSED_REASONS)[number];
export const REJECTION_REASONS = ["evidence-missing", "reason-not-met", "household-disagrees"] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];
/** What proves the reason of a closing; which of these a kind asks for is the policy's. */
export const CLOSING_PROOFS = [
  "death-certificate",
  "register-cancelled",
  "register-moved",
  "village-statement",
  "investigation-report",
] as const;
export type ClosingProof = (typeof CLOSING_PROOFS)[number];
/** Why a closing is found to have been wrong. */
export const REOPENING_REASONS = ["closed-by-mistake", "proof-was-wrong", "household-returned"] as const;
export type ReopeningReason = (typeof REOPENING_REASONS)[number];

export interface ClosingPayloads {
  requestClosing: {
    reason: ClosingReason;
    happenedOn: Day;
    /** Which of the asked proofs was seen. */
    proof?: ClosingProof;
    /** Where the household has gone. */
    movedTo?: DivisionCode;
    /** Members whom the register has besides the one who died; absent: none. */
    membersLeft?: number;
    /** Photographs and scans that come along. */
    evidence?: number;
  };
  approveClosing: Record<string, never>;
  rejectClosing: { reason: RejectionReason };
  /** A successor is named where the helper of before cannot go on. */
  reopen: { reason: ReopeningReason; successor: Successor | null };
}
export const CLOSING_MOVES = [
  "requestClosing",
  "approveClosing",
  "rejectClosing",
  "reopen",
] as const satisfies readonly (keyof ClosingPayloads)[];
