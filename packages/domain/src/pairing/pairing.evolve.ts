import type { Recorded } from "../case/case-kind";
import { jitterMsOf } from "../case/jitter";
import { evolveClosing } from "./closing/closing.evolve";
import { evolveCoHelpers } from "./co-helpers/co-helpers.evolve";
import { NEVER_CLOSED } from "./closing/closing.state";
import { evolveCorrection } from "./correction/correction.evolve";
import { NO_CORRECTION } from "./correction/correction.state";
import { evolveHandover } from "./handover/handover.evolve";
import { evolveHousehold } from "./household/household.evolve";
import { HOUSEHOLD_AS_SIGNED } from "./household/household.state";
import { evolveIncome } from "./income/income.rule";
import { evolveLiftOut } from "./lift-out/lift-out.evolve";
import { evolveOccasions, withUncovered } from "./occasions/occasions.evolve";
import { NO_OCCASIONS } from "./occasions/occasions.state";
import { evolveMeasures } from "./measures/measures.evolve";
import { NO_MEASURES } from "./measures/measures.state";
import { evolveOpening } from "./opening/opening.evolve";
import type { ObligationEscalated, PairingEvent } from "./pairing.events";
import { FIRED_KEPT, type PairingState } from "./pairing.state";
import { evolvePlan } from "./plan/plan.evolve";
import { NO_PLAN } from "./plan/plan.state";
import { evolveRevisit } from "./revisit/revisit.evolve";
import { evolveTerm } from "./term/term.rule";
import { isVisitKey } from "./visit/visit-duty";
import { evolveVisit, withVisitFired } from "./visit/visit.evolve";

export function initialPairing(caseId: string): PairingState {
  return {
    schemaVersion: 4,
    caseId,
    stage: "unopened",
    seq: 0,
    jitterMs: jitterMsOf(caseId),
    opened: null,
    ...NO_PLAN,
    ...NO_MEASURES,
    fired: [],
    visits: [],
    forgottenVisitOn: null,
    duty: null,
    openEscalations: [],
    pastEscalations: [],
    ...NO_OCCASIONS,
    incomes: [],
    earlierIncomes: [],
    liftOut: null,
    lifted: null,
    relapse: null,
    termReview: null,
    reviewedSeq: null,
    handover: null,
    formerLeads: [],
    leadToChange: null,
    formerCoHelpers: [],
    ...HOUSEHOLD_AS_SIGNED,
    closing: null,
    closedOn: null,
    ...NEVER_CLOSED,
    ...NO_CORRECTION,
  };
}

export function evolvePairing(before: PairingState, event: Recorded<PairingEvent>): PairingState {
  const state: PairingState = { ...before, seq: event.seq };
  switch (event.type) {
    case "PairingOpened":
      return evolveOpening(state, event);
    case "PlanSubmitted":
    case "PlanApproved":
    case "PlanSentBack":
    case "PlanYearEnded":
      return evolvePlan(state, event);
    case "MeasureRecorded":
    case "MeasureCorrected":
    case "ProjectAdvanced":
      return evolveMeasures(state, event);
    case "VisitVoided":
      return withUncovered(evolveVisit(state, event), event.recordedAtMs);
    case "VisitRecorded":
    case "VisitReminded":
    case "EscalationWithdrawn":
    case "EscalationSettled":
      return evolveVisit(state, event);
    case "OccasionReported":
      return evolveOccasions(state, event);
    case "ObligationEscalated":
      return withFired(state, event);
    case "IncomeRecorded":
      return evolveIncome(state, event);
    case "LiftOutProposed":
    case "AppraisalRecorded":
    case "OnSiteCheckRecorded":
    case "HouseholdAcknowledged":
    case "NoticeHung":
    case "NoticeTakenDown":
    case "ObjectionRaised":
    case "ObjectionAnswered":
    case "NoticeConcluded":
    case "TownshipReviewRecorded":
    case "CountyCheckDrawn":
    case "CountyCheckRecorded":
    case "LiftOutApproved":
    case "LiftedOut":
    case "LiftOutSentBack":
    case "LiftOutSetBack":
      return evolveLiftOut(state, event);
    case "RelapseReported":
    case "RelapseConfirmed":
    case "RelapseDismissed":
    case "HouseholdOffered":
    case "RevisitPeriodEnded":
      return evolveRevisit(state, event);
    case "TermRenewed":
    case "TermReviewed":
      return evolveTerm(state, event);
    case "LeadGone":
    case "HandoverProposed":
    case "HandoverAccepted":
    case "HandoverDeclined":
      return evolveHandover(state, event);
    case "CoHelperAdded":
    case "CoHelperEnded":
      return evolveCoHelpers(state, event);
    case "HouseholdChanged":
    case "HouseholdSplit":
    case "HouseholdMoved":
    case "NewHouseholdSettled":
      return evolveHousehold(state, event);
    case "VoidRequested":
    case "VoidDeclined":
    case "EntryVoided":
      return evolveCorrection(state, event);
    case "ClosingRequested":
    case "ClosingRejected":
    case "PairingClosed":
    case "PairingReopened":
      return evolveClosing(state, event);
  }
}

function withFired(
  state: PairingState,
  { obligationKey: key, rung, recordedAtMs: firedAtMs }: Recorded<ObligationEscalated>,
): PairingState {
  if (isVisitKey(key)) return withVisitFired(state, { rung, firedAtMs });
  const others = state.fired.filter((each) => each.key !== key);
  return { ...state, fired: [...others, { key, rung, firedAtMs }].slice(-FIRED_KEPT) };
}
