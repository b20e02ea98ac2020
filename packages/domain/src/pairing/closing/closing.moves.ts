import type { Day } from "../../time/day";

export const CLOSING_REASONS = ["died", "moved-away", "found-ineligible", "opened-by-mistake"] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];
export const REJECTION_REASONS = ["evidence-missing", "reason-not-met", "household-disagrees"] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

export interface ClosingPayloads {
  requestClosing: { reason: ClosingReason; happenedOn: Day };
  approveClosing: Record<string, never>;
  rejectClosing: { reason: RejectionReason };
}
export const CLOSING_MOVES = [
  "requestClosing",
  "approveClosing",
  "rejectClosing",
] as const satisfies readonly (keyof ClosingPayloads)[];
