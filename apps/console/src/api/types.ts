import type * as contracts from "@jiedui/http-contracts";

/** What a schema of http-contracts lets through; types only, so that no schema travels to the browser. */
type Parsed<Schema extends { _zod: { output: unknown } }> = Schema["_zod"]["output"];
type Given<Schema extends { _zod: { input: unknown } }> = Schema["_zod"]["input"];

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
  total: number | null;
}

export interface All<Item> {
  items: Item[];
}
export interface Created {
  id: string;
}

export type { Problem, RequestProblemCode, Role, SessionView } from "@jiedui/http-contracts";
export type SignIn = Given<typeof contracts.signInRequest>;
export type ChangePassword = Given<typeof contracts.changePasswordRequest>;
export type CreateAccount = Given<typeof contracts.createAccountRequest>;
export type Account = Parsed<typeof contracts.accountView>;
export type ResetPassword = Parsed<typeof contracts.resetPasswordView>;
export type CreatedAccount = Parsed<typeof contracts.createdAccountView>;
export type NameDeputy = Given<typeof contracts.nameDeputyRequest>;
export type OwnDeputies = Parsed<typeof contracts.ownDeputiesView>;
export type HoldSeat = Given<typeof contracts.holdSeatRequest>;
export type SeatHolding = Parsed<typeof contracts.seatHoldingView>;

export type Area = Parsed<typeof contracts.areaView>;
export type Programme = Parsed<typeof contracts.programmeView>;
export type Organisation = Parsed<typeof contracts.organisationView>;
export type CreateOrganisation = Given<typeof contracts.createOrganisationRequest>;
export type Helper = Parsed<typeof contracts.helperView>;
export type CreateHelper = Given<typeof contracts.createHelperRequest>;
export type RetireHelper = Given<typeof contracts.retireHelperRequest>;
export type SubjectItem = Parsed<typeof contracts.subjectListItem>;
export type Subject = Parsed<typeof contracts.subjectView>;
export type CreateSubject = Given<typeof contracts.createSubjectRequest>;
export type HouseholdMember = Given<typeof contracts.householdMember>;

export type OpenPairing = Given<typeof contracts.openPairingRequest>;
export type RecordVisit = Given<typeof contracts.recordVisitRequest>;
export type VoidVisit = Given<typeof contracts.voidVisitRequest>;
export type SubmitPlan = Given<typeof contracts.submitPlanRequest>;
export type ApprovePlan = Given<typeof contracts.approvePlanRequest>;
export type SendBackPlan = Given<typeof contracts.sendBackPlanRequest>;
export type RecordMeasure = Given<typeof contracts.recordMeasureRequest>;
export type CorrectMeasure = Given<typeof contracts.correctMeasureRequest>;
export type AdvanceProject = Given<typeof contracts.advanceProjectRequest>;
export type ReportOccasion = Given<typeof contracts.reportOccasionRequest>;
export type ProposeHandover = Given<typeof contracts.proposeHandoverRequest>;
export type HandOver = Given<typeof contracts.handOverRequest>;
export type MovesAnswer = Parsed<typeof contracts.movesAnswer>;
export type AcceptHandover = Given<typeof contracts.acceptHandoverRequest>;
export type ReportLeadGone = Given<typeof contracts.reportLeadGoneRequest>;
export type DeclineHandover = Given<typeof contracts.declineHandoverRequest>;
export type AddCoHelper = Given<typeof contracts.addCoHelperRequest>;
export type EndCoHelper = Given<typeof contracts.endCoHelperRequest>;
export type RecordHouseholdChange = Given<typeof contracts.recordHouseholdChangeRequest>;
export type SplitHousehold = Given<typeof contracts.splitHouseholdRequest>;
export type MoveHousehold = Given<typeof contracts.moveHouseholdRequest>;
export type SettleNewHousehold = Given<typeof contracts.settleNewHouseholdRequest>;
export type Coverage = Parsed<typeof contracts.coverageView>;
export type RequestClosing = Given<typeof contracts.requestClosingRequest>;
export type ApproveClosing = Given<typeof contracts.approveClosingRequest>;
export type RejectClosing = Given<typeof contracts.rejectClosingRequest>;
export type RequestVoid = Given<typeof contracts.requestVoidRequest>;
export type ApproveVoid = Given<typeof contracts.approveVoidRequest>;
export type DeclineVoid = Given<typeof contracts.declineVoidRequest>;
export type Reopen = Given<typeof contracts.reopenRequest>;
export type RecordIncome = Given<typeof contracts.recordIncomeRequest>;
export type ProposeLiftOut = Given<typeof contracts.proposeLiftOutRequest>;
export type RecordAppraisal = Given<typeof contracts.recordAppraisalRequest>;
export type RecordOnSiteCheck = Given<typeof contracts.recordOnSiteCheckRequest>;
export type RecordAcknowledgement = Given<typeof contracts.recordAcknowledgementRequest>;
export type RaiseObjection = Given<typeof contracts.raiseObjectionRequest>;
export type AnswerObjection = Given<typeof contracts.answerObjectionRequest>;
export type RecordTownshipReview = Given<typeof contracts.recordTownshipReviewRequest>;
export type RecordCountyCheck = Given<typeof contracts.recordCountyCheckRequest>;
export type ApproveLiftOut = Given<typeof contracts.approveLiftOutRequest>;
export type AnnounceLiftOut = Given<typeof contracts.announceLiftOutRequest>;
export type SendBackLiftOut = Given<typeof contracts.sendBackLiftOutRequest>;
export type ReportRelapse = Given<typeof contracts.reportRelapseRequest>;
export type ConfirmRelapse = Given<typeof contracts.confirmRelapseRequest>;
export type DismissRelapse = Given<typeof contracts.dismissRelapseRequest>;
export type OfferHousehold = Given<typeof contracts.offerHouseholdRequest>;
export type CompleteRevisits = Given<typeof contracts.completeRevisitsRequest>;
export type ReviewTerm = Given<typeof contracts.reviewTermRequest>;
export type MoveAnswer = Parsed<typeof contracts.moveAnswer>;
export type ObligationItem = Parsed<typeof contracts.obligationView>;
export type PairingItem = Parsed<typeof contracts.pairingListItem>;
export type Pairing = Parsed<typeof contracts.pairingView>;
export type TimelineItem = Parsed<typeof contracts.timelineEvent>;
export type Timeline = Parsed<typeof contracts.timelineView>;
export type EventWhy = Parsed<typeof contracts.eventWhyView>;
export type InboxItem = Parsed<typeof contracts.inboxItem>;
export type InboxDigest = Parsed<typeof contracts.inboxDigestView>;
export type MarkSeen = Given<typeof contracts.markSeenRequest>;

export type EvidenceBrought = Parsed<typeof contracts.evidenceBrought>;
export type EvidenceLook = Parsed<typeof contracts.evidenceLookView>;

export type NoticeItem = Parsed<typeof contracts.noticeListItem>;
export type Notice = Parsed<typeof contracts.noticeView>;
export type NoticeAnswer = Parsed<typeof contracts.noticeAnswer>;
export type NoticeCandidates = Parsed<typeof contracts.noticeCandidates>;
export type NoticeCandidate = NoticeCandidates["items"][number];
export type CreateNotice = Given<typeof contracts.createNoticeRequest>;
export type BeginNotice = Given<typeof contracts.beginNoticeRequest>;
export type StrikeOff = Given<typeof contracts.strikeOffRequest>;
export type TakeDownNotice = Given<typeof contracts.takeDownWholeNoticeRequest>;
export type ConcludeNotice = Given<typeof contracts.concludeWholeNoticeRequest>;
export type DrawItem = Parsed<typeof contracts.drawListItem>;
export type Draw = Parsed<typeof contracts.drawView>;
export type DrawAnswer = Parsed<typeof contracts.drawAnswer>;
export type MakeDraw = Given<typeof contracts.drawRequest>;
export type StandingForDraw = Parsed<typeof contracts.standingView>;
export type LiftedOut = Parsed<typeof contracts.liftedOutView>;

export type ShamItem = Parsed<typeof contracts.shamSignListItem>;
export type ShamSign = Parsed<typeof contracts.shamSignView>;
export type JudgeSham = Given<typeof contracts.judgeShamSignRequest>;

export type MonthEnd = Parsed<typeof contracts.monthEndView>;
export type MonthEndFigure = Parsed<typeof contracts.monthEndFigure>;
export type MonthEndUnits = Parsed<typeof contracts.monthEndUnitsView>;
export type MonthEndRow = Parsed<typeof contracts.monthEndRow>;
export type RosterItem = Parsed<typeof contracts.rosterListItem>;
export type Roster = Parsed<typeof contracts.rosterView>;
export type RosterRow = Parsed<typeof contracts.rosterRow>;
export type StartRoster = Given<typeof contracts.startRosterRequest>;
export type UploadRoster = Given<typeof contracts.uploadRosterQuery>;

export type EngineBalance = Parsed<typeof contracts.engineBalance>;
export type ParkedCases = Parsed<typeof contracts.parkedCases>;
export type EngineStatus = Parsed<typeof contracts.engineStatus>;
export type EngineHistory = Parsed<typeof contracts.engineHistory>;
