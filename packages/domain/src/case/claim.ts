import type { HouseholdChange } from "../pairing/household/household.moves";
import type { Relation } from "../people/household";
import type { Day } from "../time/day";

/**
 * What holds over several cases, carried by an event and granted or refused in the transaction that records it.
 * `slot`: one of a limited number of places. `in-service`, `registered`: a fact of the register at that moment,
 * or, with a day, on that day. `household`: that the register
 * follows what happened in a household, in the same transaction.
 */
export type Claim =
  | { readonly kind: "slot"; readonly resource: string; readonly capacity: number }
  | { readonly kind: "in-service"; readonly resource: string; readonly day: Day | null }
  | { readonly kind: "registered"; readonly resource: string }
  | { readonly kind: "household"; readonly resource: string; readonly follow: HouseholdFollowing };

export interface Claims {
  readonly take: readonly Claim[];
  /** Slots given back. */
  readonly release: readonly string[];
}

/** How the register follows. Names come from content that the command brought, never from here. */
export interface HouseholdFollowing {
  readonly change: HouseholdChange;
  readonly happenedOn: Day;
  /** Members as the command knew them; absent where it is not about members. */
  readonly was?: readonly string[];
  /** The household as it is from now on. */
  readonly members?: readonly { readonly id: string; readonly relation: Relation }[];
  readonly newcomerId?: string;
  readonly leaverId?: string;
  /** Whose name the household bears from now on. */
  readonly newHeadId?: string;
  readonly newSubjectId?: string;
  readonly newMembers?: readonly { readonly id: string; readonly relation: Relation }[];
  readonly toAreaCode?: string;
  /** The wrong change that is taken back. */
  readonly voidsSeq?: number;
  readonly contentIds: readonly string[];
}
