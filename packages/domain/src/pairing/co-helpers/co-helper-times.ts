import type { Day } from "../../time/day";
import type { OpenedFacts, PresentCoHelper } from "../opening/opening.state";
import type { PairingState } from "../pairing.state";
import type { CoHelpersKept } from "./co-helpers.state";

/** Of a pairing, what says who helps along in it, and since when. */
export interface HelpedAlong extends CoHelpersKept {
  readonly opened:
    | (Pick<OpenedFacts, "leadHelperId" | "signedOn"> & {
        readonly coHelpers: readonly Pick<PresentCoHelper, "id" | "since">[];
      })
    | null;
}

/** A co-helper has a place with the pairing already, and keeps it whatever becomes of a proposal. */
export function isCoHelper({ opened }: Pick<HelpedAlong, "opened">, helperId: string): boolean {
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
}: HelpedAlong): { readonly id: string; readonly from: Day; readonly until: Day | null }[] {
  if (opened === null) return [];
  const present = opened.coHelpers.map(({ id, since }) => ({
    id,
    from: since ?? opened.signedOn,
    until: null,
  }));
  return [...formerCoHelpers, ...present];
}
