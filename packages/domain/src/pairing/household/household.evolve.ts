import type { Recorded } from "../../case/case-kind";
import { dayAt } from "../../time/day";
import { openedOf, type PairingState } from "../pairing.state";
import type { HouseholdEvent, HouseholdMoved } from "./household.events";

export function evolveHousehold(state: PairingState, event: Recorded<HouseholdEvent>): PairingState {
  switch (event.type) {
    case "HouseholdChanged":
      return state;
    case "HouseholdSplit": {
      const since = dayAt(event.recordedAtMs);
      const split = { seq: event.seq, subjectId: event.newSubjectId, since };
      return { ...state, splitOff: [...state.splitOff, split] };
    }
    case "HouseholdMoved":
      return {
        ...state,
        opened: { ...openedOf(state), areaCode: event.toAreaCode },
        moved: movedBy(state, event),
      };
    case "NewHouseholdSettled":
      return { ...state, splitOff: state.splitOff.filter(({ subjectId }) => subjectId !== event.subjectId) };
  }
}

/** What is awaited since an earlier move goes on from there. */
function movedBy({ moved }: PairingState, event: Recorded<HouseholdMoved>): PairingState["moved"] {
  if (!event.needsSuccessor) return null;
  return moved ?? { seq: event.seq, since: dayAt(event.recordedAtMs), fromAreaCode: event.fromAreaCode };
}
