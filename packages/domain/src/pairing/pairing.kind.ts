import type { CaseKind } from "../case/case-kind";
import { pairingClaims, refusalOfPairingClaim } from "./pairing.claims";
import { DECIDE_PAIRING } from "./pairing.decide";
import type { PairingEvent, PairingEventType } from "./pairing.events";
import { evolvePairing, initialPairing } from "./pairing.evolve";
import { migratePairing } from "./pairing.migrate";
import { PAIRING_MOVES, type PairingMove, type PairingPayloads } from "./pairing.moves";
import { onPairingDue, onPairingTime, pairingObligations, pairingTimes } from "./pairing.obligations";
import { reconcilePairing } from "./pairing.reconcile";
import type { PairingRules } from "./pairing.rules";
import type { PairingState } from "./pairing.state";

/** What somebody who decides on a closing must have seen. */
const MATTERS_TO_CLOSING: readonly PairingEventType[] = [
  "VisitRecorded",
  "VisitVoided",
  "IncomeRecorded",
  "VoidRequested",
  "EntryVoided",
  "RelapseConfirmed",
  "ClosingRequested",
  "ClosingRejected",
  "PairingClosed",
];

/** What a successor must have seen: that it is still this proposal, and that the case goes on. */
const MATTERS_TO_HANDOVER: readonly PairingEventType[] = [
  "HandoverProposed",
  "HandoverAccepted",
  "HandoverDeclined",
  "HouseholdMoved",
  "PairingClosed",
];
/** What somebody who takes back a visit must have seen: what was taken back already, and that the case is ending. */
const MATTERS_TO_VOIDING: readonly PairingEventType[] = ["VisitVoided", "ClosingRequested", "PairingClosed"];
/** What somebody who decides on a lift-out must have seen: every step of it, and the visits meanwhile. */
const MATTERS_TO_LIFT_OUT: readonly PairingEventType[] = [
  "VisitVoided",
  "VoidRequested",
  "EntryVoided",
  "IncomeRecorded",
  "AppraisalRecorded",
  "OnSiteCheckRecorded",
  "HouseholdAcknowledged",
  "NoticeHung",
  "NoticeTakenDown",
  "ObjectionRaised",
  "ObjectionAnswered",
  "NoticeConcluded",
  "TownshipReviewRecorded",
  "CountyCheckRecorded",
  "LiftOutApproved",
  "LiftOutSentBack",
  "HouseholdChanged",
  "HouseholdSplit",
  "HouseholdMoved",
  "ClosingRequested",
];
/** What a plan's reviewer must have seen: that it is still this plan, and that the case goes on. */
const MATTERS_TO_PLAN: readonly PairingEventType[] = [
  "PlanSubmitted",
  "PlanApproved",
  "PlanSentBack",
  "ClosingRequested",
  "PairingClosed",
];
/** What somebody who decides on a relapse must have seen. */
const MATTERS_TO_RELAPSE: readonly PairingEventType[] = [
  "VisitRecorded",
  "VisitVoided",
  "VoidRequested",
  "EntryVoided",
  "IncomeRecorded",
  "RelapseReported",
  "RelapseDismissed",
  "RelapseConfirmed",
  "ClosingRequested",
];
/** What somebody who has an entry taken out must have seen: the steps that may rest on it, and other corrections. */
const MATTERS_TO_CORRECTION: readonly PairingEventType[] = [
  "VisitVoided",
  "VoidRequested",
  "VoidDeclined",
  "EntryVoided",
  "LiftOutProposed",
  "LiftOutApproved",
  "LiftedOut",
  "RelapseConfirmed",
  "ClosingRequested",
  "PairingClosed",
];
/** What somebody who reopens a case must have seen: which closing it is. */
const MATTERS_TO_REOPENING: readonly PairingEventType[] = ["PairingClosed", "PairingReopened"];
/** Moves that approve or take back, each with what their sender must have seen. */
const MATTERS_TO: Readonly<Partial<Record<PairingMove, readonly PairingEventType[]>>> = {
  voidVisit: MATTERS_TO_VOIDING,
  approvePlan: MATTERS_TO_PLAN,
  sendBackPlan: MATTERS_TO_PLAN,
  recordTownshipReview: MATTERS_TO_LIFT_OUT,
  approveLiftOut: MATTERS_TO_LIFT_OUT,
  sendBackLiftOut: MATTERS_TO_LIFT_OUT,
  confirmRelapse: MATTERS_TO_RELAPSE,
  dismissRelapse: MATTERS_TO_RELAPSE,
  completeRevisits: MATTERS_TO_RELAPSE,
  acceptHandover: MATTERS_TO_HANDOVER,
  declineHandover: MATTERS_TO_HANDOVER,
  requestVoid: MATTERS_TO_CORRECTION,
  approveVoid: MATTERS_TO_CORRECTION,
  declineVoid: MATTERS_TO_CORRECTION,
  reopen: MATTERS_TO_REOPENING,
  approveClosing: MATTERS_TO_CLOSING,
  rejectClosing: MATTERS_TO_CLOSING,
};

/** A pairing: one subject with a lead helper and any co-helpers in one programme. */
export const pairingKind: CaseKind<PairingState, PairingPayloads, PairingEvent, PairingRules> = {
  kind: "pairing",
  moves: PAIRING_MOVES,
  movesNeedingBasis: PAIRING_MOVES.filter((move) => MATTERS_TO[move] !== undefined),
  opening: "open",
  initial: initialPairing,
  decide: DECIDE_PAIRING,
  evolve: evolvePairing,
  obligations: pairingObligations,
  onDue: onPairingDue,
  times: pairingTimes,
  onTime: onPairingTime,
  reconcile: reconcilePairing,
  claims: pairingClaims,
  refusalOfClaim: refusalOfPairingClaim,
  stageOf: (state) => state.stage,
  isFinished: (state) => state.stage === "closed",
  policyOf: (state) =>
    state.opened === null
      ? undefined
      : { programmeId: state.opened.programmeId, version: state.opened.policyVersion },
  migrate: migratePairing,
  mattersTo: (move, event) => MATTERS_TO[move]?.includes(event.type) ?? false,
};
