import type { Recorded } from "../case/case-kind";
import { jitterMsOf } from "../case/jitter";
import { dayAt, monthOf } from "../time/day";
import type { PairingEvent } from "./pairing.events";
import { evolveHandover } from "./pairing.handover";
import {
  PAST_ESCALATIONS_KEPT,
  VISITS_KEPT,
  type OpenedFacts,
  type PairingState,
  type VisitFact,
} from "./pairing.state";
import { monthOfVisitKey, owedMonth } from "./pairing.visit-duty";

export function initialPairing(caseId: string): PairingState {
  return {
    schemaVersion: 2,
    caseId,
    stage: "unopened",
    seq: 0,
    jitterMs: jitterMsOf(caseId),
    opened: null,
    visits: [],
    forgottenVisitOn: null,
    duty: null,
    openEscalations: [],
    pastEscalations: [],
    handover: null,
    formerLeads: [],
    closing: null,
    closedOn: null,
  };
}

export function evolvePairing(before: PairingState, event: Recorded<PairingEvent>): PairingState {
  const state: PairingState = { ...before, seq: event.seq };
  switch (event.type) {
    case "PairingOpened":
      return {
        ...state,
        stage: "helping",
        opened: {
          programmeId: event.programmeId,
          policyVersion: event.policyVersion,
          subjectId: event.subjectId,
          subjectKind: event.subjectKind,
          areaCode: event.areaCode,
          leadHelperId: event.leadHelperId,
          helperUnitId: event.helperUnitId,
          coHelpers: event.coHelpers,
          signedOn: event.signedOn,
          termEndsOn: event.termEndsOn,
          firstVisitMonth: event.firstVisitMonth,
          visitEveryMonths: event.visitEveryMonths,
        },
        duty: {
          month: event.firstVisitMonth,
          openedAtMs: event.recordedAtMs,
          openedBySeq: event.seq,
          reminded: 0,
          fired: null,
        },
      };
    case "VisitRecorded":
      return withVisits(state, event, [
        ...state.visits,
        { id: event.visitId, day: event.happenedOn, voided: false },
      ]);
    case "VisitVoided":
      return withVisits(
        state,
        event,
        state.visits.map((visit) => (visit.id === event.visitId ? { ...visit, voided: true } : visit)),
      );
    case "VisitReminded":
      return state.duty === null ? state : { ...state, duty: { ...state.duty, reminded: event.reminder } };
    case "ObligationEscalated": {
      const fired = { rung: event.rung, firedAtMs: event.recordedAtMs };
      if (event.obligationKey.startsWith("handover:"))
        return state.handover === null ? state : { ...state, handover: { ...state.handover, fired } };
      if (event.obligationKey.startsWith("closing:"))
        return state.closing === null ? state : { ...state, closing: { ...state.closing, fired } };
      return state.duty === null ? state : { ...state, duty: { ...state.duty, fired } };
    }
    case "EscalationWithdrawn": {
      const month = monthOfVisitKey(event.obligationKey);
      return {
        ...state,
        openEscalations: state.openEscalations.filter((open) => open.month !== month),
        pastEscalations: state.pastEscalations.filter((past) => past.month !== month),
      };
    }
    case "EscalationSettled": {
      const month = monthOfVisitKey(event.obligationKey);
      return {
        ...state,
        openEscalations: state.openEscalations.filter((open) => open.month !== month),
        pastEscalations: [
          ...state.pastEscalations.filter((past) => past.month !== month),
          { month, rung: event.rung },
        ].slice(-PAST_ESCALATIONS_KEPT),
      };
    }
    case "HandoverProposed":
    case "HandoverAccepted":
    case "HandoverDeclined":
      return evolveHandover(state, event);
    case "ClosingRequested":
      return {
        ...state,
        stage: "closing",
        closing: {
          seq: event.seq,
          requestedBy: event.requestedBy,
          requestedOn: dayAt(event.recordedAtMs),
          requestedAtMs: event.recordedAtMs,
          reason: event.reason,
          fired: null,
        },
      };
    case "ClosingRejected":
      return { ...state, stage: "helping", closing: null };
    case "PairingClosed":
      return {
        ...state,
        stage: "closed",
        closing: null,
        duty: null,
        openEscalations: [],
        closedOn: event.happenedOn,
      };
  }
}

/**
 * Sets the visits and derives the duty from them; the duty stays as it is while the owed month does. A month that was
 * escalated before an earlier one came between goes on from the rung where it stood.
 */
function withVisits(
  before: PairingState,
  event: Recorded<PairingEvent>,
  visits: readonly VisitFact[],
): PairingState {
  const state: PairingState = { ...before, ...keptOf(visits, before) };
  const { opened, duty, openEscalations } = state;
  if (opened === null || duty === null) return state;
  const month = owedMonth(opened, state);
  if (month === duty.month) return state;
  const escalations =
    duty.fired === null ? openEscalations : [...openEscalations, { month: duty.month, fired: duty.fired }];
  return {
    ...state,
    openEscalations: escalations.filter((each) => each.month !== month),
    duty: {
      month,
      openedAtMs: event.recordedAtMs,
      openedBySeq: event.seq,
      reminded: 0,
      fired: escalations.find((each) => each.month === month)?.fired ?? null,
    },
  };
}

/** The visits to keep, and the newest day among those that are not. */
function keptOf(
  visits: readonly VisitFact[],
  { openEscalations, pastEscalations, forgottenVisitOn }: PairingState,
): Pick<PairingState, "visits" | "forgottenVisitOn"> {
  const inOrder = [...visits].sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
  const escalated = new Set([...openEscalations, ...pastEscalations].map((each) => each.month));
  const older = inOrder.slice(0, -VISITS_KEPT);
  const isEvidence = (visit: VisitFact) => !visit.voided && escalated.has(monthOf(visit.day));
  const forgottenDays = older
    .filter((visit) => !visit.voided && !isEvidence(visit))
    .map((visit) => visit.day);
  return {
    visits: [...older.filter(isEvidence), ...inOrder.slice(-VISITS_KEPT)],
    forgottenVisitOn: forgottenDays.reduce(
      (newest, each) => (newest === null || each > newest ? each : newest),
      forgottenVisitOn,
    ),
  };
}

/** As the first release carried it, before handovers. */
type FirstState = Omit<PairingState, "schemaVersion" | "handover" | "formerLeads" | "opened"> & {
  readonly schemaVersion: 1;
  readonly opened: Omit<OpenedFacts, "subjectKind"> | null;
};

/** Lifts a state of an older release. */
export function migratePairing(state: { readonly schemaVersion: number }): PairingState {
  if (state.schemaVersion === 2) return state as PairingState;
  if (state.schemaVersion === 1) {
    const { opened, ...first } = state as FirstState;
    return {
      ...first,
      schemaVersion: 2,
      opened: opened === null ? null : { ...opened, subjectKind: null },
      handover: null,
      formerLeads: [],
    };
  }
  throw new RangeError(`a pairing's state of version ${state.schemaVersion} is newer than this release`);
}
