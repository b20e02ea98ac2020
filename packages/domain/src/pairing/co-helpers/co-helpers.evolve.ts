import type { Recorded } from "../../case/case-kind";
import type { Day } from "../../time/day";
import { openedOf, type PairingState } from "../pairing.state";
import { coHelperTimes } from "./co-helper-times";
import type { CoHelperEvent } from "./co-helpers.events";
import { FORMER_CO_HELPERS_KEPT } from "./co-helpers.state";

export function evolveCoHelpers(state: PairingState, event: Recorded<CoHelperEvent>): PairingState {
  if (event.type === "CoHelperEnded") return withoutCoHelper(state, event.helperId, event.happenedOn);
  const opened = openedOf(state);
  const added = { id: event.helperId, rank: event.rank, since: event.happenedOn };
  return { ...state, opened: { ...opened, coHelpers: [...opened.coHelpers, added] } };
}

/** The time as co-helper ends with that day, and stays on record; nothing changes for whoever is none. */
export function withoutCoHelper(state: PairingState, helperId: string, until: Day): PairingState {
  const time = coHelperTimes(state).find((each) => each.id === helperId && each.until === null);
  if (time === undefined) return state;
  const opened = openedOf(state);
  return {
    ...state,
    opened: { ...opened, coHelpers: opened.coHelpers.filter(({ id }) => id !== helperId) },
    formerCoHelpers: [...state.formerCoHelpers, { ...time, until }].slice(-FORMER_CO_HELPERS_KEPT),
  };
}
