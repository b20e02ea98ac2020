import type { DivisionCode } from "../../area/division-code";
import type { HouseholdPerson } from "../../people/household";
import { day } from "../../time/day";
import type { PairingPayloads } from "../pairing.moves";

/** A couple, their two children and his mother. */
export const FAMILY: readonly HouseholdPerson[] = [
  { id: "father", relation: "head" },
  { id: "mother", relation: "spouse" },
  { id: "daughter", relation: "child" },
  { id: "son", relation: "child" },
  { id: "grandmother", relation: "parent" },
];
export const SAME_TOWNSHIP = "420626100202" as DivisionCode;
export const OTHER_TOWNSHIP = "420626101201" as DivisionCode;
export const OTHER_COUNTY = "420625100201" as DivisionCode;

export function changeOf(
  changed: Partial<PairingPayloads["recordHouseholdChange"]> = {},
): PairingPayloads["recordHouseholdChange"] {
  return {
    change: "born",
    memberId: "baby",
    relation: "child",
    headId: null,
    happenedOn: day("2026-01-10"),
    household: FAMILY,
    ...changed,
  };
}

export function splitOf(
  changed: Partial<PairingPayloads["splitHousehold"]> = {},
): PairingPayloads["splitHousehold"] {
  return {
    leavingIds: ["son"],
    newHeadId: "son",
    headId: "father",
    newSubjectId: "subject-2",
    happenedOn: day("2026-01-10"),
    household: FAMILY,
    ...changed,
  };
}
