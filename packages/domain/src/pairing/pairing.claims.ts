import type { ClaimFacts } from "../case/case-kind";
import type { Claim, Claims } from "../case/claim";
import type { Refusal } from "../case/refusal";
import type { Rank } from "../people/rank";
import type { PairingEvent } from "./pairing.events";
import { isCoHelper } from "./co-helpers/co-helper-times";
import { householdClaims, refusalOfHouseholdClaim, takingBackClaims } from "./household/household.claims";
import type { PairingRules } from "./pairing.rules";
import { openedOf, type PairingState } from "./pairing.state";

const NONE: Claims = { take: [], release: [] };

/**
 * A pairing takes a place with each of its helpers and the only place of its subject in the programme; who visits is in
 * service on that day.
 */
export function pairingClaims(event: PairingEvent, state: PairingState, rules: PairingRules): Claims {
  if (event.type === "PairingOpened") {
    const helpers = [{ id: event.leadHelperId, rank: event.leadHelperRank }, ...event.coHelpers];
    // Lifted out on paper, it is revisited without a place.
    const holding = event.takenOver?.liftedOut === undefined ? helpers : [];
    return {
      take: [
        { kind: "registered", resource: `subject:${event.subjectId}` },
        ...helpers.map(({ id }): Claim => ({ kind: "in-service", resource: `helper:${id}`, day: null })),
        { kind: "slot", resource: subjectSlot(event.programmeId, event.subjectId), capacity: 1 },
        ...holding.map(({ id, rank }): Claim => ({
          kind: "slot",
          resource: helperSlot(id),
          capacity: householdsOf(rank, rules),
        })),
      ],
      release: [],
    };
  }
  if (event.type === "VisitRecorded")
    return {
      take: [{ kind: "in-service", resource: `helper:${event.helperId}`, day: event.happenedOn }],
      release: [],
    };
  if (event.type === "HandoverProposed") return proposalClaims(event, state, rules);
  if (event.type === "HandoverAccepted")
    return {
      take: [{ kind: "in-service", resource: `helper:${event.toHelperId}`, day: null }],
      release: holdsPlaces(state) ? [helperSlot(event.fromHelperId)] : [],
    };
  if (event.type === "HandoverDeclined")
    return { take: [], release: holdsPlaces(state) ? placeOfProposed(event.successorId, state) : [] };
  if (event.type === "CoHelperAdded") {
    const { helperId, rank } = event;
    const inService: Claim = { kind: "in-service", resource: `helper:${helperId}`, day: null };
    const place: Claim = {
      kind: "slot",
      resource: helperSlot(helperId),
      capacity: householdsOf(rank, rules),
    };
    return { take: holdsPlaces(state) ? [inService, place] : [inService], release: [] };
  }
  if (event.type === "CoHelperEnded")
    return { take: [], release: holdsPlaces(state) ? [helperSlot(event.helperId)] : [] };
  if (event.type === "HouseholdChanged" || event.type === "HouseholdSplit" || event.type === "HouseholdMoved")
    return { take: householdClaims(event, state), release: [] };
  if (event.type === "EntryVoided" && event.entry.type === "HouseholdChanged")
    return { take: takingBackClaims(event, state), release: [] };
  if (event.type === "LiftedOut") return { take: [], release: placesWithHelpers(state) };
  if (event.type === "RelapseConfirmed")
    return {
      take: placesWithHelpers(state).map((resource): Claim => ({
        kind: "slot",
        resource,
        capacity: OVER_LOAD_CAPACITY,
      })),
      release: [],
    };
  if (event.type === "PairingReopened") return reopeningClaims(event, state);
  if (event.type === "PairingClosed" && state.opened !== null) {
    const { programmeId, subjectId } = state.opened;
    return {
      take: [],
      release: [subjectSlot(programmeId, subjectId), ...(holdsPlaces(state) ? placesWithHelpers(state) : [])],
    };
  }
  return NONE;
}

/** A relapse and a reopening take places back even over a helper's load: nobody stays without help for want of one. */
const OVER_LOAD_CAPACITY = 1_000;

/** As at the opening, without asking anew who may help whom; but never beside a pairing that the subject has got since. */
function reopeningClaims(
  { leadGoesOn }: Extract<PairingEvent, { type: "PairingReopened" }>,
  state: PairingState,
): Claims {
  const { programmeId, subjectId, leadHelperId } = openedOf(state);
  const places = holdsPlaces(state) ? placesWithHelpers(state) : [];
  return {
    take: [
      { kind: "registered", resource: `subject:${subjectId}` },
      ...(leadGoesOn ? [{ kind: "in-service" as const, resource: `helper:${leadHelperId}`, day: null }] : []),
      { kind: "slot", resource: subjectSlot(programmeId, subjectId), capacity: 1 },
      ...places.map((resource): Claim => ({ kind: "slot", resource, capacity: OVER_LOAD_CAPACITY })),
    ],
    release: [],
  };
}

/** A lift-out frees its helpers for another household; they go on with the revisits without holding a place. */
function holdsPlaces({ lifted }: PairingState): boolean {
  return lifted === null;
}

/** The lead's, each co-helper's and the proposed successor's. */
function placesWithHelpers(state: PairingState): string[] {
  const { opened, handover } = state;
  if (opened === null) return [];
  return [
    helperSlot(opened.leadHelperId),
    ...opened.coHelpers.map(({ id }) => helperSlot(id)),
    ...(handover === null ? [] : placeOfProposed(handover.successor.id, state)),
  ];
}

/** A successor's place is kept from the proposal on, so that accepting cannot fail for want of it. */
function proposalClaims(
  event: Extract<PairingEvent, { type: "HandoverProposed" }>,
  state: PairingState,
  rules: PairingRules,
): Claims {
  const { successorId: id, successorRank } = event;
  const capacity = householdsOf(successorRank, rules);
  const places = holdsPlaces(state) ? placeOfProposed(id, state) : [];
  const place = places.map((resource): Claim => ({ kind: "slot", resource, capacity }));
  return { take: [{ kind: "in-service", resource: `helper:${id}`, day: null }, ...place], release: [] };
}

function placeOfProposed(helperId: string, state: PairingState): string[] {
  return isCoHelper(state, helperId) ? [] : [helperSlot(helperId)];
}

export function refusalOfPairingClaim(claim: Claim, facts: ClaimFacts): Refusal {
  const [what, ...ids] = claim.resource.split(":");
  const last = ids[ids.length - 1] ?? "";
  if (claim.kind === "household") return refusalOfHouseholdClaim(claim, facts);
  if (claim.kind === "registered") return { code: "SUBJECT_NOT_IN_REGISTER", subjectId: last };
  if (claim.kind === "in-service")
    return { code: "HELPER_NOT_IN_SERVICE", helperId: last, retiredOn: facts.retiredOn };
  if (what === "helper-households")
    return { code: "HELPER_AT_CAPACITY", helperId: last, held: facts.used, capacity: claim.capacity };
  return {
    code: "SUBJECT_ALREADY_PAIRED",
    subjectId: last,
    programmeId: ids[0] ?? "",
    byCaseId: facts.heldByCaseId,
  };
}

export function helperSlot(helperId: string): string {
  return `helper-households:${helperId}`;
}

export function subjectSlot(programmeId: string, subjectId: string): string {
  return `subject-in-programme:${programmeId}:${subjectId}`;
}

/** How many households a helper of this rank may hold at once. */
export function householdsOf(rank: Rank, rules: PairingRules): number {
  return rules.householdsPerHelper[rank];
}
