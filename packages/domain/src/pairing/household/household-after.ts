import type { Refusal } from "../../case/refusal";
import { relationUnder, type HouseholdPerson } from "../../people/household";
import type { HouseholdPayloads } from "./household.moves";

type Refused = { readonly refusal: Refusal };
type Household = readonly HouseholdPerson[];

/** A household after somebody joined, left or became its head; or why that cannot be. */
export function householdAfter({
  change,
  memberId,
  relation,
  headId,
  household,
}: HouseholdPayloads["recordHouseholdChange"]): { readonly members: Household } | Refused {
  const head = headOf(household);
  if (change === "born" || change === "married-in") {
    if (household.some(({ id }) => id === memberId))
      return { refusal: { code: "MEMBER_LIVES_THERE", memberId } };
    if (relation === "head" && head !== undefined)
      return { refusal: { code: "HOUSEHOLD_HAS_A_HEAD", headId: head.id } };
    return { members: [...household, { id: memberId, relation: relation ?? "other" }] };
  }
  const member = household.find(({ id }) => id === memberId);
  if (member === undefined) return { refusal: { code: "NOT_A_MEMBER", memberId } };
  if (change === "new-head") {
    if (member.relation === "head") return { refusal: { code: "HOUSEHOLD_HAS_A_HEAD", headId: memberId } };
    return { members: headedBy(household, memberId) };
  }
  const others = household.filter(({ id }) => id !== memberId);
  if (others.length === 0) return { refusal: { code: "LAST_MEMBER_LEAVES", memberId } };
  if (member.relation !== "head") return { members: others };
  const isThere = others.some(({ id }) => id === headId);
  if (headId === null || !isThere) return { refusal: { code: "HEAD_NEEDED", memberId } };
  return { members: headedBy(household, headId).filter(({ id }) => id !== memberId) };
}

/** Both households after a split; or why it cannot be. */
export function householdsAfterSplit({
  leavingIds,
  newHeadId,
  headId,
  household,
}: Pick<HouseholdPayloads["splitHousehold"], "leavingIds" | "newHeadId" | "headId" | "household">):
  { readonly members: Household; readonly newMembers: Household } | Refused {
  const stranger = leavingIds.find((leaving) => !household.some(({ id }) => id === leaving));
  if (stranger !== undefined) return { refusal: { code: "NOT_A_MEMBER", memberId: stranger } };
  const leaves = ({ id }: HouseholdPerson) => leavingIds.includes(id);
  const [going, staying] = [household.filter(leaves), household.filter((each) => !leaves(each))];
  if (going.length === 0 || staying.length === 0)
    return { refusal: { code: "SPLIT_NEEDS_TWO_PARTS", staying: staying.length, leaving: going.length } };
  if (!going.some(({ id }) => id === newHeadId))
    return { refusal: { code: "NOT_A_MEMBER", memberId: newHeadId } };
  if (!staying.some(({ id }) => id === headId))
    return { refusal: { code: "NOT_A_MEMBER", memberId: headId } };
  return {
    members: headedBy(household, headId).filter((each) => !leaves(each)),
    newMembers: headedBy(household, newHeadId).filter(leaves),
  };
}

export function headOf(household: Household): HouseholdPerson | undefined {
  return household.find(({ relation }) => relation === "head");
}

/** Everybody by what they are to the new head. */
function headedBy(household: Household, headId: string): Household {
  const was = household.find(({ id }) => id === headId)?.relation;
  if (was === undefined || was === "head") return household;
  return household.map(({ id, relation }) => ({
    id,
    relation: id === headId ? "head" : relationUnder(was, relation),
  }));
}
