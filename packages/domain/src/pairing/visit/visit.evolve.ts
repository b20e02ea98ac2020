import type { Recorded } from "../../case/case-kind";
import { monthOf, type Month } from "../../time/day";
import type { FiredRung } from "../../ladder/escalation-ladder";
import type { PairingEvent } from "../pairing.events";
import { openedOf, type PairingState } from "../pairing.state";
import { monthOfVisitKey, owedMonth } from "./visit-duty";
import type { VisitEvent } from "./visit.events";
import { PAST_ESCALATIONS_KEPT, VISITS_KEPT, type VisitFact, type VisitsKept } from "./visit.state";

export function evolveVisit(state: PairingState, event: Recorded<VisitEvent>): PairingState {
  switch (event.type) {
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
  }
}

/** The owed visit has climbed; its rung stays with the month. */
export function withVisitFired(state: PairingState, fired: FiredRung): PairingState {
  return state.duty === null ? state : { ...state, duty: { ...state.duty, fired } };
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
  return withDutyAnew({ ...before, ...keptOf(visits, before) }, event);
}

/** Another rhythm from another month on: a lifted household is visited less often, a relapsed one as before. */
export function withVisitRhythm(
  state: PairingState,
  event: Recorded<PairingEvent>,
  firstVisitMonth: Month,
  visitEveryMonths: number,
): PairingState {
  const before = openedOf(state);
  const anew = withDutyAnew(
    { ...state, opened: { ...before, firstVisitMonth, visitEveryMonths }, pastEscalations: [] },
    event,
  );
  const { visitEveryMonths: everyMonths } = before;
  return {
    ...anew,
    openEscalations: anew.openEscalations.map((each) => ({ everyMonths, ...each })),
  };
}

function withDutyAnew(state: PairingState, event: Recorded<PairingEvent>): PairingState {
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
      ...(event.type === "VisitVoided" ? { uncoveredBySeq: event.seq } : {}),
    },
  };
}

/** The visits to keep, and the newest day among those that are not. */
function keptOf(
  visits: readonly VisitFact[],
  { openEscalations, pastEscalations, forgottenVisitOn }: PairingState,
): Pick<VisitsKept, "visits" | "forgottenVisitOn"> {
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
