import { noLongerCounts, type Voidable } from "../correction/voiding";
import type { Entry } from "../correction/entry";
import type { EntryVoided } from "../correction/correction.events";
import type { PairingState } from "../pairing.state";
import type { VisitVoided } from "./visit.events";

function standing({ visits }: PairingState, { id }: Entry) {
  return visits.find((visit) => visit.id === id && !visit.voided);
}

export const VISIT_VOIDABLE: { readonly VisitRecorded: Voidable } = {
  VisitRecorded: {
    barred: (state, entry) => (standing(state, entry) === undefined ? noLongerCounts(entry) : null),
    isBuiltOn: () => false,
    // The visit's own event, which comes with it, takes it out.
    without: (state) => state,
  },
};

/** The void in a visit's own words, which deadlines and lists have always read; null for another entry. */
export function voidedVisit(
  state: PairingState,
  { entry, reason }: Pick<EntryVoided, "entry" | "reason">,
): VisitVoided | null {
  const visit = entry.type === "VisitRecorded" ? standing(state, entry) : undefined;
  return visit === undefined
    ? null
    : { type: "VisitVoided", v: 1, happenedOn: visit.day, visitId: visit.id, reason };
}
