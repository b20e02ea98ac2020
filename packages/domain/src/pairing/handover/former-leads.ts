import type { Day } from "../../time/day";
import { helpedAlongOn } from "../co-helpers/co-helper-times";
import type { PairingState } from "../pairing.state";

/** Whether the household was, or is, that helper's to visit on a day: a late entry of a former lead's visit counts. */
export function mayHaveVisited(state: PairingState, helperId: string, day: Day): boolean {
  return ledOn(state, helperId, day) || helpedAlongOn(state, helperId, day);
}

/** From the day of taking over to the day of handing over, both of which are of two helpers. */
function ledOn({ opened, formerLeads }: PairingState, helperId: string, day: Day): boolean {
  const leads = [...formerLeads, ...(opened === null ? [] : [{ id: opened.leadHelperId, until: null }])];
  return leads.some(({ id, until }, place) => {
    const since = leads[place - 1]?.until ?? null;
    return id === helperId && (since === null || day >= since) && (until === null || day <= until);
  });
}
