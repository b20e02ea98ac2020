import type { Day } from "../../time/day";
import { helpedAlongOn } from "../co-helpers/co-helper-times";
import type { PairingState } from "../pairing.state";

/** Whether the household was, or is, that helper's to visit on a day: a late entry of a former lead's visit counts. */
export function mayHaveVisited(state: PairingState, helperId: string, day: Day): boolean {
  return (
    helperId === state.opened?.leadHelperId ||
    helpedAlongOn(state, helperId, day) ||
    state.formerLeads.some(({ id, until }) => id === helperId && day <= until)
  );
}
