import type { Month } from "../../time/day";

export const RELAPSE_GROUNDS = ["income-below-line", "cause-returned"] as const;
export type RelapseGround = (typeof RELAPSE_GROUNDS)[number];
/** Causes of poverty that may return. */
export const POVERTY_CAUSES = [
  "illness",
  "disability",
  "disaster",
  "schooling",
  "no-labour",
  "no-skills",
  "no-funds",
  "other",
] as const;
export type PovertyCause = (typeof POVERTY_CAUSES)[number];
export const DISMISSAL_REASONS = [
  "not-below-line",
  "help-arrived",
  "reported-by-mistake",
  "income-corrected",
] as const;
export type DismissalReason = (typeof DISMISSAL_REASONS)[number];
export const NO_OFFER_REASONS = ["none-left", "helper-declines", "helper-leaves"] as const;
export type NoOfferReason = (typeof NO_OFFER_REASONS)[number];
/** Why a revisit was not made in its time; one that was made up for has a later visit to show. */
export const REVISIT_GAP_REASONS = [
  "made-up-later",
  "household-away",
  "disaster",
  "helper-changing",
  "made-by-others",
] as const;
export type RevisitGapReason = (typeof REVISIT_GAP_REASONS)[number];
export interface ExplainedGap {
  readonly month: Month;
  readonly reason: RevisitGapReason;
}

export interface RevisitPayloads {
  /** By income: `incomeYear` has been recorded; by cause: which one returned. */
  reportRelapse:
    { ground: "income-below-line"; incomeYear: number } | { ground: "cause-returned"; cause: PovertyCause };
  confirmRelapse: Record<string, never>;
  dismissRelapse: { reason: DismissalReason };
  /** Which household the freed helper is offered; or why none is. */
  offerHousehold: { subjectId: string } | { reason: NoOfferReason };
  /** Asks for the case to be closed; each month whose revisit was not made in time, with why. Absent: every one was. */
  completeRevisits: { gaps?: readonly ExplainedGap[] };
}
export const REVISIT_MOVES = [
  "reportRelapse",
  "confirmRelapse",
  "dismissRelapse",
  "offerHousehold",
  "completeRevisits",
] as const satisfies readonly (keyof RevisitPayloads)[];
