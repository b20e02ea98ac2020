import type { Of } from "../../case/event-of";
import type { Because } from "../../case/obligation";
import type { Day, Month } from "../../time/day";
import type { DismissalReason, NoOfferReason, PovertyCause, RelapseGround } from "./revisit.moves";

export interface RelapseReported extends Of<"RelapseReported"> {
  readonly ground: RelapseGround;
  readonly cause: PovertyCause | null;
  readonly incomeYear: number | null;
  readonly perHeadFen: number | null;
  readonly relapseLineFen: number | null;
  readonly reportedBy: string;
  readonly contentIds: readonly string[];
}
/** Help begins again in the same case, for a new term. */
export interface RelapseConfirmed extends Of<"RelapseConfirmed"> {
  readonly confirmedBy: string;
  readonly termEndsOn: Day;
  readonly firstVisitMonth: Month;
  readonly visitEveryMonths: number;
}
export interface RelapseDismissed extends Of<"RelapseDismissed"> {
  readonly reason: DismissalReason;
  readonly contentIds: readonly string[];
}
/** The helper whom a lift-out freed was offered another household, or it is known why not. */
export interface HouseholdOffered extends Of<"HouseholdOffered"> {
  readonly subjectId: string | null;
  readonly reason: NoOfferReason | null;
}
/** The time of revisits is over; somebody has to say that all were made. */
export interface RevisitPeriodEnded extends Of<"RevisitPeriodEnded"> {
  readonly because: Because;
}

export type RevisitEvent =
  RelapseReported | RelapseConfirmed | RelapseDismissed | HouseholdOffered | RevisitPeriodEnded;
