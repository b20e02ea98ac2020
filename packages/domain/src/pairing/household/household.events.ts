import type { DivisionCode } from "../../area/division-code";
import type { Of } from "../../case/event-of";
import type { HouseholdPerson } from "../../people/household";
import type { MemberChange, NewHouseholdOutcome } from "./household.moves";

/** Somebody joined, left, or became the head; names stay in the register. */
export interface HouseholdChanged extends Of<"HouseholdChanged"> {
  readonly change: MemberChange;
  readonly memberId: string;
  /** Where somebody else heads the household from now on. */
  readonly newHeadId: string | null;
  /** Who lived there before, and as what: a wrong change is undone from it. */
  readonly was: readonly HouseholdPerson[];
  /** The household as it is now. */
  readonly members: readonly HouseholdPerson[];
  readonly contentIds: readonly string[];
}
/** Some members form a household of their own, which nobody helps yet; the case stays with the others. */
export interface HouseholdSplit extends Of<"HouseholdSplit"> {
  readonly newSubjectId: string;
  readonly newMembers: readonly HouseholdPerson[];
  /** Where somebody else heads the part that keeps the case from now on. */
  readonly newHeadId: string | null;
  readonly was: readonly HouseholdPerson[];
  readonly members: readonly HouseholdPerson[];
  readonly contentIds: readonly string[];
}
/** The offices of the new place answer at once; beyond the township a successor has to be proposed. */
export interface HouseholdMoved extends Of<"HouseholdMoved"> {
  readonly fromAreaCode: DivisionCode;
  readonly toAreaCode: DivisionCode;
  readonly needsSuccessor: boolean;
  readonly alsoCaseIds: readonly string[];
  readonly contentIds: readonly string[];
}
export interface NewHouseholdSettled extends Of<"NewHouseholdSettled"> {
  readonly subjectId: string;
  readonly outcome: NewHouseholdOutcome;
  readonly contentIds: readonly string[];
}

export type HouseholdEvent = HouseholdChanged | HouseholdSplit | HouseholdMoved | NewHouseholdSettled;
