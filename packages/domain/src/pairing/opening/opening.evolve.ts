import type { Recorded } from "../../case/case-kind";
import { dayAt } from "../../time/day";
import type { PairingState } from "../pairing.state";
import type { OpeningEvent } from "./opening.events";

export function evolveOpening(state: PairingState, event: Recorded<OpeningEvent>): PairingState {
  return {
    ...state,
    ...begun(event),
    festivalsAfter: dayAt(event.recordedAtMs),
    uncoveredAtMs: event.recordedAtMs,
    forgottenVisitOn: event.takenOver?.lastVisitOn ?? null,
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
}

/**
 * With a plan to be made first; a pairing that has run on paper is helped already, and owes its plan all the same. One that
 * was lifted out there is revisited: what its helper was offered then is on paper, and nothing is owed of it here.
 */
function begun({
  seq,
  planOwedSince: since,
  takenOver,
  firstVisitMonth: firstOwedMonth,
}: Recorded<OpeningEvent>): Pick<PairingState, "stage" | "plansAsked" | "planOwed" | "lifted"> {
  if (takenOver?.liftedOut !== undefined) {
    const { on, revisitUntil: until, plansAsked } = takenOver.liftedOut;
    const lifted = { seq, on, until, isOffered: true, endedSeq: null, restsOn: [], firstOwedMonth };
    return { stage: "revisiting", plansAsked, planOwed: null, lifted };
  }
  if (since === undefined) return { stage: "helping", plansAsked: false, planOwed: null, lifted: null };
  const isSigned = takenOver === undefined;
  return {
    stage: isSigned ? "planning" : "helping",
    plansAsked: true,
    planOwed: { seq, since, call: isSigned ? "signed" : "taken-over" },
    lifted: null,
  };
}
