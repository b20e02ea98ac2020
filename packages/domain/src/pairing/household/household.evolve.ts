import type { Recorded } from "../../case/case-kind";
import { dayAt } from "../../time/day";
import { withoutOldVillage } from "../lift-out/falling-back";
import { openedOf, type PairingState } from "../pairing.state";
import type { HouseholdChanged, HouseholdEvent, HouseholdMoved, HouseholdSplit } from "./household.events";
import { MEMBER_CHANGES_KEPT } from "./household.state";

export function evolveHousehold(state: PairingState, event: Recorded<HouseholdEvent>): PairingState {
  switch (event.type) {
    case "HouseholdChanged":
      return withMemberChange(state, event);
    case "HouseholdSplit": {
      const since = dayAt(event.recordedAtMs);
      const split = { seq: event.seq, subjectId: event.newSubjectId, since };
      return { ...withMemberChange(state, event), splitOff: [...state.splitOff, split] };
    }
    case "HouseholdMoved":
      return {
        ...state,
        opened: { ...openedOf(state), areaCode: event.toAreaCode },
        moved: movedBy(state, event),
        liftOut: withoutOldVillage(state.liftOut),
      };
    case "NewHouseholdSettled":
      return { ...state, splitOff: state.splitOff.filter(({ subjectId }) => subjectId !== event.subjectId) };
  }
}

function withMemberChange(
  state: PairingState,
  { seq, type }: Recorded<HouseholdChanged | HouseholdSplit>,
): PairingState {
  return { ...state, memberChanges: [...state.memberChanges, { seq, type }].slice(-MEMBER_CHANGES_KEPT) };
}

/** What is awaited since an earlier move goes on from there. */
function movedBy({ moved }: PairingState, event: Recorded<HouseholdMoved>): PairingState["moved"] {
  if (!event.needsSuccessor) return null;
  return moved ?? { seq: event.seq, since: dayAt(event.recordedAtMs), fromAreaCode: event.fromAreaCode };
}
