import type { Day } from "../../time/day";

export interface TermKept {
  /** The renewal that waits for its review. */
  readonly termReview: { readonly seq: number; readonly since: Day } | null;
}
export interface ReviewedTermKept {
  /** The review of the present term; null while there is none. */
  readonly reviewedSeq: number | null;
}
