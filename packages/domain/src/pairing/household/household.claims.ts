import type { ClaimFacts } from "../../case/case-kind";
import type { Claim, HouseholdFollowing } from "../../case/claim";
import type { Refusal } from "../../case/refusal";
import type { EntryVoided } from "../correction/correction.events";
import { openedOf, type PairingState } from "../pairing.state";
import type { HouseholdChanged, HouseholdEvent, HouseholdMoved, HouseholdSplit } from "./household.events";
import { JOINING_CHANGES, LEAVING_CHANGES, type MemberChange } from "./household.moves";

/** The register follows in the transaction that records the change, or the change is refused. */
export function householdClaims(
  event: Exclude<HouseholdEvent, { type: "NewHouseholdSettled" }>,
  state: PairingState,
): Claim[] {
  const { subjectId } = openedOf(state);
  return [{ kind: "household", resource: `household:${subjectId}`, follow: followingOf(event) }];
}

function followingOf(event: HouseholdChanged | HouseholdSplit | HouseholdMoved): HouseholdFollowing {
  const { happenedOn, contentIds } = event;
  if (event.type === "HouseholdMoved")
    return { change: "moved", happenedOn, toAreaCode: event.toAreaCode, contentIds };
  const { members } = event;
  const was = event.was.map(({ id }) => id);
  const head = event.newHeadId === null ? {} : { newHeadId: event.newHeadId };
  if (event.type === "HouseholdSplit") {
    const { newSubjectId, newMembers } = event;
    return { change: "split", happenedOn, was, members, newSubjectId, newMembers, ...head, contentIds };
  }
  const { change, memberId } = event;
  return {
    change,
    happenedOn,
    was,
    members,
    ...(isOneOf(JOINING_CHANGES, change) ? { newcomerId: memberId } : {}),
    ...(isOneOf(LEAVING_CHANGES, change) ? { leaverId: memberId } : {}),
    ...head,
    contentIds,
  };
}

function isOneOf(changes: readonly MemberChange[], change: MemberChange): boolean {
  return changes.includes(change);
}

/** The register takes a wrong change back, unless the household has changed since by another way. */
export function takingBackClaims({ entry, happenedOn }: EntryVoided, state: PairingState): Claim[] {
  const { subjectId } = openedOf(state);
  const follow = { change: "voided", happenedOn, voidsSeq: entry.seq, contentIds: [] } as const;
  return [{ kind: "household", resource: `household:${subjectId}`, follow }];
}

export function refusalOfHouseholdClaim({ resource }: Claim, { problem }: ClaimFacts): Refusal {
  const subjectId = resource.slice(resource.indexOf(":") + 1);
  return problem === "in-another-household"
    ? { code: "PERSON_IN_ANOTHER_HOUSEHOLD", subjectId }
    : { code: "HOUSEHOLD_CHANGED_MEANWHILE", subjectId };
}
