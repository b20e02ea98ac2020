import type { Day } from "../../time/day";
import type { PairingState } from "../pairing.state";

/** A co-helper has a place with the pairing already, and keeps it whatever becomes of a proposal. */
export function isCoHelper({ opened }: Pick<PairingState, "opened">, helperId: string): boolean {
  return opened?.coHelpers.some(({ id }) => id === helperId) ?? false;
}

/** Whether somebody helped along on a day; only in that time a visit was theirs to make. */
export function helpedAlongOn(state: PairingState, helperId: string, day: Day): boolean {
  return coHelperTimes(state).some(
    ({ id, from, until }) => id === helperId && from <= day && (until === null || day <= until),
  );
}

/** Who has helped along from when until when; `until` is null for those who still do. */
export function coHelperTimes({
  opened,
  formerCoHelpers,
}: PairingState): { readonly id: string; readonly from: Day; readonly until: Day | null }[] {
  if (opened === null) return [];
  const present = opened.coHelpers.map(({ id, since }) => ({
    id,
    from: since ?? opened.signedOn,
    until: null,
  }));
  return [...formerCoHelpers, ...present];
}
