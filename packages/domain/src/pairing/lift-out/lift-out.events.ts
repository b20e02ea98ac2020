import type { Of } from "../../case/event-of";
import type { Day, Month } from "../../time/day";
import type {
  AcknowledgementForm,
  LiftOutCriterion,
  LiftOutStep,
  SendBackGround,
  TakeDownReason,
} from "./lift-out.moves";

export interface LiftOutProposed extends Of<"LiftOutProposed"> {
  readonly proposedBy: string;
  /** The income years that the policy asks for, each over its line. */
  readonly incomes: readonly {
    readonly incomeYear: number;
    readonly perHeadFen: number;
    readonly lineFen: number;
  }[];
  readonly criteria: readonly LiftOutCriterion[];
  readonly steps: readonly LiftOutStep[];
  readonly contentIds: readonly string[];
}
export interface AppraisalRecorded extends Of<"AppraisalRecorded"> {
  readonly entitled: number;
  readonly present: number;
  readonly inFavour: number;
  readonly against: number;
  readonly contentIds: readonly string[];
}
export interface OnSiteCheckRecorded extends Of<"OnSiteCheckRecorded"> {
  readonly confirmed: boolean;
  readonly perHeadFen: number;
  readonly contentIds: readonly string[];
}
/** The household's own word. */
export interface HouseholdAcknowledged extends Of<"HouseholdAcknowledged"> {
  readonly form: AcknowledgementForm;
  readonly contentIds: readonly string[];
}
export interface NoticeHung extends Of<"NoticeHung"> {
  readonly noticeId: string;
  readonly from: Day;
  /** The last day on which it hangs. */
  readonly until: Day;
}
export interface NoticeTakenDown extends Of<"NoticeTakenDown"> {
  readonly noticeId: string;
  readonly reason: TakeDownReason;
}
export interface ObjectionRaised extends Of<"ObjectionRaised"> {
  readonly objectionId: string;
  readonly contentIds: readonly string[];
}
export interface ObjectionAnswered extends Of<"ObjectionAnswered"> {
  readonly objectionId: string;
  readonly upheld: boolean;
  readonly contentIds: readonly string[];
}
/** The notice hung its days and every objection is answered. */
export interface NoticeConcluded extends Of<"NoticeConcluded"> {
  readonly noticeId: string;
  readonly contentIds: readonly string[];
}
export interface TownshipReviewRecorded extends Of<"TownshipReviewRecorded"> {
  readonly passed: boolean;
  readonly reviewedBy: string;
  readonly contentIds: readonly string[];
}
/** The county's draw took the case for a check, or passed it by. */
export interface CountyCheckDrawn extends Of<"CountyCheckDrawn"> {
  readonly drawId: string;
  readonly drawn: boolean;
}
export interface CountyCheckRecorded extends Of<"CountyCheckRecorded"> {
  readonly passed: boolean;
  readonly contentIds: readonly string[];
}
export interface LiftOutApproved extends Of<"LiftOutApproved"> {
  readonly approvedBy: string;
}
/** Announced: from this day on the household counts as lifted out, and is revisited. */
export interface LiftedOut extends Of<"LiftedOut"> {
  readonly firstRevisitMonth: Month;
  readonly revisitEveryMonths: number;
  /** The last day of the time in which it is revisited. */
  readonly revisitUntil: Day;
}
/** The proposal failed at a step; help goes on, with the reasons. */
export interface LiftOutSentBack extends Of<"LiftOutSentBack"> {
  readonly step: LiftOutStep;
  readonly grounds: readonly SendBackGround[];
  readonly contentIds: readonly string[];
}
/** An entry of an earlier step was wrong, or its village is the household's no longer: that step and those after it are taken anew. */
export interface LiftOutSetBack extends Of<"LiftOutSetBack"> {
  readonly from: LiftOutStep;
  readonly step: LiftOutStep;
  readonly because: "entry-corrected" | "household-moved";
}

/** After each of these the household hangs on no notice, whatever the document still says. */
export const TAKES_OFF_NOTICE = [
  "NoticeConcluded",
  "NoticeTakenDown",
  "LiftOutSentBack",
  "LiftOutSetBack",
  "PairingClosed",
] as const;

/** What leads from a proposal to the announcement, as an auditor reads it. */
export const LIFT_OUT_STORY = [
  "LiftOutProposed",
  "AppraisalRecorded",
  "OnSiteCheckRecorded",
  "HouseholdAcknowledged",
  "NoticeHung",
  "NoticeTakenDown",
  "ObjectionRaised",
  "ObjectionAnswered",
  "NoticeConcluded",
  "TownshipReviewRecorded",
  "CountyCheckDrawn",
  "CountyCheckRecorded",
  "LiftOutApproved",
  "LiftOutSetBack",
  "LiftedOut",
] as const satisfies readonly LiftOutEvent["type"][];

export type LiftOutEvent =
  | LiftOutProposed
  | AppraisalRecorded
  | OnSiteCheckRecorded
  | HouseholdAcknowledged
  | NoticeHung
  | NoticeTakenDown
  | ObjectionRaised
  | ObjectionAnswered
  | NoticeConcluded
  | TownshipReviewRecorded
  | CountyCheckDrawn
  | CountyCheckRecorded
  | LiftOutApproved
  | LiftedOut
  | LiftOutSentBack
  | LiftOutSetBack;
