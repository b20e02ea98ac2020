import type { Of } from "../../case/event-of";
import type { Because } from "../../case/obligation";
import type { Day } from "../../time/day";
import type { TermReviewOutcome } from "./term.moves";

/** The term ended without lift-out and goes on by itself: not lifted out, not released. */
export interface TermRenewed extends Of<"TermRenewed"> {
  readonly reason: "not-lifted-out";
  /** Whole terms that were added: one, or more when the case was found far behind. */
  readonly terms: number;
  readonly termEndsOn: Day;
  readonly because: Because;
}
export interface TermReviewed extends Of<"TermReviewed"> {
  readonly outcome: TermReviewOutcome;
  readonly reviewedBy: string;
  readonly contentIds: readonly string[];
}

export type TermEvent = TermRenewed | TermReviewed;
