import type { Day } from "../../time/day";
import type { MeasureKind } from "../measures/measures.moves";
import type { PlanCall } from "./plan.moves";

/** A plan that somebody owes. */
export interface OwedPlan {
  /** The event that called for it. */
  readonly seq: number;
  /** Its time is counted from the day after. */
  readonly since: Day;
  readonly call: PlanCall;
}

/** A plan that waits for its review. */
export interface SubmittedPlan {
  readonly seq: number;
  readonly submittedBy: string;
  readonly submittedOn: Day;
  /** The kind of each planned measure, in the plan's order. */
  readonly kinds: readonly MeasureKind[];
  /** Null: nobody had called for it. */
  readonly answers: PlanCall | null;
}

/** The plan by which help goes on. */
export interface PlanInForce {
  /** The event that submitted it; measures refer to it by this number. */
  readonly seq: number;
  readonly kinds: readonly MeasureKind[];
  /** From this day on a new plan is owed; null: never. */
  readonly renewOn: Day | null;
}

export interface PlanKept {
  /** Whether the programme asks for plans. */
  readonly plansAsked: boolean;
  readonly planOwed: OwedPlan | null;
  readonly planSubmitted: SubmittedPlan | null;
  readonly plan: PlanInForce | null;
}

export const NO_PLAN: PlanKept = {
  plansAsked: false,
  planOwed: null,
  planSubmitted: null,
  plan: null,
};
