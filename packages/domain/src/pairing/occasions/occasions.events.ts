import type { Of } from "../../case/event-of";
import type { ReportedOccasion } from "./occasions.moves";

/** Something has come about in the household on which the helper must come. */
export interface OccasionReported extends Of<"OccasionReported"> {
  readonly occasion: ReportedOccasion;
  readonly contentIds: readonly string[];
}

export type OccasionEvent = OccasionReported;
