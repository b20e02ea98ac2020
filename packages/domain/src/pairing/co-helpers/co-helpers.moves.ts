import type { Rank } from "../../people/rank";
import type { Day } from "../../time/day";

/** Why somebody helps no longer; the lead helper answers as before. */
export const CO_HELPER_END_REASONS = [
  "transferred",
  "retired",
  "died",
  "unable",
  "no-longer-needed",
] as const;
export type CoHelperEndReason = (typeof CO_HELPER_END_REASONS)[number];

export interface CoHelperPayloads {
  /** `happenedOn` is the first day on which the helper helps along. */
  addCoHelper: { helper: { id: string; rank: Rank }; happenedOn: Day };
  /** `happenedOn` is the last day. */
  endCoHelper: { helperId: string; reason: CoHelperEndReason; happenedOn: Day };
}
export const CO_HELPER_MOVES = [
  "addCoHelper",
  "endCoHelper",
] as const satisfies readonly (keyof CoHelperPayloads)[];
