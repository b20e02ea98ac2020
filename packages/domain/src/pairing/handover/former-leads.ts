import type { Day } from "../../time/day";
import type { PairingState } from "../pairing.state";

/** Whether the household was, or is, that helper's to visit on a day: a late entry of a former lead's visit counts. */
export function mayHaveVisited(state: PairingState, helperId: string, day: Day): boolean {
  return (
    helperId === state.opened?.leadHelperId ||
    isCoHelper(state, helperId) ||
    state.formerLeads.some(({ id, until }) => id === helperId && day <= until)
  );
}

/** A co-helper has a place with the pairing already, and keeps it whatever becomes of the proposal. */
export function isCoHelper({ opened }: PairingState, helperId: string): boolean {
  return opened?.coHelpers.some(({ id }) => id === helperId) ?? false;
}
