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

export interface RevisitPayloads {
  /** By income: `incomeYear` has been recorded; by cause: which one returned. */
  reportRelapse:
    { ground: "income-below-line"; incomeYear: number } | { ground: "cause-returned"; cause: PovertyCause };
  confirmRelapse: Record<string, never>;
  dismissRelapse: { reason: DismissalReason };
  /** Which household the freed helper is offered; or why none is. */
  offerHousehold: { subjectId: string } | { reason: NoOfferReason };
  completeRevisits: Record<string, never>;
}
export const REVISIT_MOVES = [
  "reportRelapse",
  "confirmRelapse",
  "dismissRelapse",
  "offerHousehold",
  "completeRevisits",
] as const satisfies readonly (keyof RevisitPayloads)[];
