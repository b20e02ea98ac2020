import type { DivisionCode } from "../../area/division-code";
import type { HouseholdPerson, Relation } from "../../people/household";
import type { Day } from "../../time/day";

/** What changes who lives in a household, or who heads it. */
export const MEMBER_CHANGES = ["born", "married-in", "died", "married-out", "new-head"] as const;
export type MemberChange = (typeof MEMBER_CHANGES)[number];
/** Everything that changes in a household; the last takes back a change that was wrong. */
export const HOUSEHOLD_CHANGES = [...MEMBER_CHANGES, "split", "moved", "voided"] as const;
export type HouseholdChange = (typeof HOUSEHOLD_CHANGES)[number];
export const JOINING_CHANGES = ["born", "married-in"] as const satisfies readonly MemberChange[];
export const LEAVING_CHANGES = ["died", "married-out"] as const satisfies readonly MemberChange[];

/** What becomes of a household that has split off: somebody is paired with it, or it need not be. */
export const NEW_HOUSEHOLD_OUTCOMES = ["paired", "not-in-need", "moved-away"] as const;
export type NewHouseholdOutcome = (typeof NEW_HOUSEHOLD_OUTCOMES)[number];

export interface HouseholdPayloads {
  recordHouseholdChange: {
    change: MemberChange;
    /** Who joins, leaves or becomes the head. */
    memberId: string;
    /** What a newcomer is to the head; null otherwise. */
    relation: Relation | null;
    /** Who heads the household from then on; needed when the head leaves, null otherwise. */
    headId: string | null;
    happenedOn: Day;
    /** The household as the register had it when this was asked for. */
    household: readonly HouseholdPerson[];
  };
  splitHousehold: {
    /** Who forms the new household; the case stays with the others. */
    leavingIds: readonly string[];
    newHeadId: string;
    /** Who heads the part that keeps the case. */
    headId: string;
    /** The new household's own place in the register. */
    newSubjectId: string;
    happenedOn: Day;
    household: readonly HouseholdPerson[];
  };
  moveHousehold: {
    toAreaCode: DivisionCode;
    happenedOn: Day;
    /** Its other running pairings, in programmes beside this one: they are told. */
    alsoCaseIds: readonly string[];
  };
  settleNewHousehold: { subjectId: string; outcome: NewHouseholdOutcome };
}
export const HOUSEHOLD_MOVES = [
  "recordHouseholdChange",
  "splitHousehold",
  "moveHousehold",
  "settleNewHousehold",
] as const satisfies readonly (keyof HouseholdPayloads)[];
