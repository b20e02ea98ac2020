import type { Day } from "../../time/day";

/** The way from the proposal to the announcement; which of these a programme asks for is its policy's. */
export const LIFT_OUT_STEPS = [
  "appraisal",
  "on-site-check",
  "acknowledgement",
  "village-notice",
  "township-review",
  "township-notice",
  "county-check",
  "approval",
  "announcement",
] as const;
export type LiftOutStep = (typeof LIFT_OUT_STEPS)[number];

/** Two no-worries and three guarantees, and what else a programme may ask; the income is reckoned, not stated. */
export const LIFT_OUT_CRITERIA = [
  "food",
  "clothing",
  "schooling",
  "medical-care",
  "housing",
  "no-overdue-loan",
] as const;
export type LiftOutCriterion = (typeof LIFT_OUT_CRITERIA)[number];

export const SEND_BACK_GROUNDS = [
  "income-not-stable",
  "criterion-not-met",
  "appraisal-against",
  "check-not-passed",
  "household-disagrees",
  "objection-upheld",
  "review-not-passed",
  "proof-missing",
  "income-corrected",
] as const;
export type SendBackGround = (typeof SEND_BACK_GROUNDS)[number];

export const ACKNOWLEDGEMENT_FORMS = ["signed", "thumb-print", "refused"] as const;
export type AcknowledgementForm = (typeof ACKNOWLEDGEMENT_FORMS)[number];
export const TAKE_DOWN_REASONS = ["mistake-in-list", "damaged", "ordered"] as const;
export type TakeDownReason = (typeof TAKE_DOWN_REASONS)[number];

export interface LiftOutPayloads {
  proposeLiftOut: { criteria: readonly { criterion: LiftOutCriterion; met: boolean }[] };
  /** Villagers' representatives: how many there are, how many came, how they voted. */
  recordAppraisal: {
    entitled: number;
    present: number;
    inFavour: number;
    against: number;
    happenedOn: Day;
  };
  /** By village committee and resident team, face to face; `perHeadFen` is what they reckoned. */
  recordOnSiteCheck: { confirmed: boolean; perHeadFen: number; happenedOn: Day };
  recordAcknowledgement: { form: AcknowledgementForm; happenedOn: Day };
  /** `until` null: as long as the policy says. */
  hangNotice: { noticeId: string; from: Day; until: Day | null };
  takeDownNotice: { noticeId: string; reason: TakeDownReason };
  raiseObjection: { objectionId: string; happenedOn: Day };
  answerObjection: { objectionId: string; upheld: boolean };
  concludeNotice: { noticeId: string };
  recordTownshipReview: { passed: boolean };
  drawForCheck: { drawId: string; drawn: boolean };
  recordCountyCheck: { passed: boolean; happenedOn: Day };
  approveLiftOut: Record<string, never>;
  announceLiftOut: { happenedOn: Day };
  sendBackLiftOut: { grounds: readonly SendBackGround[] };
}
/** Moves that take one step further, or back to help. */
export const LIFT_OUT_STEP_MOVES = [
  "recordAppraisal",
  "recordOnSiteCheck",
  "recordAcknowledgement",
  "hangNotice",
  "takeDownNotice",
  "raiseObjection",
  "answerObjection",
  "concludeNotice",
  "recordTownshipReview",
  "drawForCheck",
  "recordCountyCheck",
  "approveLiftOut",
  "announceLiftOut",
  "sendBackLiftOut",
] as const satisfies readonly (keyof LiftOutPayloads)[];
/** What may come of a notice from the day on which it hangs. */
export const NOTICE_MOVES_ONCE_HUNG = [
  "takeDownNotice",
  "raiseObjection",
  "answerObjection",
  "concludeNotice",
] as const satisfies readonly (keyof LiftOutPayloads)[];
export const LIFT_OUT_MOVES = [
  "proposeLiftOut",
  ...LIFT_OUT_STEP_MOVES,
] as const satisfies readonly (keyof LiftOutPayloads)[];
