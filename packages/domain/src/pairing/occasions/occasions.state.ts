import type { Day, InstantMs } from "../../time/day";
import type { ReportedOccasion } from "./occasions.moves";

export interface OccasionFact {
  readonly seq: number;
  readonly occasion: ReportedOccasion;
  readonly day: Day;
  readonly reportedOn: Day;
}

export interface OccasionsKept {
  /** The newest reports, oldest first; enough of them that a voided visit uncovers what it had covered. */
  readonly occasions: readonly OccasionFact[];
  /** From when on festivals are asked for: the day on which the case was opened. Null in cases of an older release. */
  readonly festivalsAfter: Day | null;
  /** When the case was opened or a visit was voided last: what that uncovers was not known to be owed before. */
  readonly uncoveredAtMs: InstantMs;
}

export const NO_OCCASIONS: OccasionsKept = { occasions: [], festivalsAfter: null, uncoveredAtMs: 0 };

export const OCCASIONS_KEPT = 24;
/** More than that waiting for a visit are not told of: one visit answers them all. */
export const MOST_OCCASIONS_OPEN = 12;
