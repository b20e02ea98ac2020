import type { DivisionCode } from "../../area/division-code";
import type { Day } from "../../time/day";

export interface HouseholdKept {
  /** The household has left its helper's township, and nobody has taken over since; null otherwise. */
  readonly moved: {
    readonly seq: number;
    readonly since: Day;
    /** Where it lived before the first such move: back there, the helper stays. */
    readonly fromAreaCode: DivisionCode;
  } | null;
  /** Households that split off and that nobody is paired with yet, oldest first. */
  readonly splitOff: readonly { readonly seq: number; readonly subjectId: string; readonly since: Day }[];
  /** Entries that changed who lives there, oldest first; a later one rests on those before it. */
  readonly memberChanges: readonly {
    readonly seq: number;
    readonly type: "HouseholdChanged" | "HouseholdSplit";
  }[];
}

/** So many of the newest changes of members can be taken back, the newest first. */
export const MEMBER_CHANGES_KEPT = 10;

export const HOUSEHOLD_AS_SIGNED: HouseholdKept = { moved: null, splitOff: [], memberChanges: [] };
