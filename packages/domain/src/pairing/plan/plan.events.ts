import type { Of } from "../../case/event-of";
import type { Because } from "../../case/obligation";
import type { Day } from "../../time/day";
import type { PlanGround, PlannedMeasure, PlanPart } from "./plan.moves";

export interface PlanSubmitted extends Of<"PlanSubmitted"> {
  readonly parts: readonly PlanPart[];
  readonly lines: readonly PlannedMeasure[];
  readonly submittedBy: string;
  readonly contentIds: readonly string[];
}
export interface PlanApproved extends Of<"PlanApproved"> {
  /** The event that submitted it. */
  readonly planSeq: number;
  readonly approvedBy: string;
  /** From this day on a new plan is owed; null: never. */
  readonly renewOn: Day | null;
  readonly contentIds: readonly string[];
}
export interface PlanSentBack extends Of<"PlanSentBack"> {
  readonly planSeq: number;
  readonly grounds: readonly PlanGround[];
  readonly sentBackBy: string;
  readonly contentIds: readonly string[];
}
/** The year of the plan in force is over: it goes on until a new one is approved, which is owed from now on. */
export interface PlanYearEnded extends Of<"PlanYearEnded"> {
  readonly planSeq: number;
  readonly because: Because;
}

export type PlanEvent = PlanSubmitted | PlanApproved | PlanSentBack | PlanYearEnded;
