/** What comes of the review when a term has ended without lift-out. */
export const TERM_REVIEW_OUTCOMES = ["goes-on", "plan-to-change", "helper-to-change"] as const;
export type TermReviewOutcome = (typeof TERM_REVIEW_OUTCOMES)[number];

export interface TermPayloads {
  reviewTerm: { outcome: TermReviewOutcome };
}
export const TERM_MOVES = ["reviewTerm"] as const satisfies readonly (keyof TermPayloads)[];
