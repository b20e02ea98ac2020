import type { Of } from "../../case/event-of";
import type { Rank } from "../../people/rank";
import type { CoHelperEndReason } from "./co-helpers.moves";

export interface CoHelperAdded extends Of<"CoHelperAdded"> {
  readonly helperId: string;
  readonly rank: Rank;
  readonly contentIds: readonly string[];
}
export interface CoHelperEnded extends Of<"CoHelperEnded"> {
  readonly helperId: string;
  readonly reason: CoHelperEndReason;
  readonly contentIds: readonly string[];
}

export type CoHelperEvent = CoHelperAdded | CoHelperEnded;
