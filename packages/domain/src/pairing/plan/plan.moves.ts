import type { Day } from "../../time/day";
import type { MeasureKind } from "../measures/measures.moves";

/** The "five ones" (五个一): what a household's plan is made of. */
export const PLAN_PARTS = [
  "income-scheme",
  "project",
  "training",
  "policy-or-loan",
  "living-conditions",
] as const;
export type PlanPart = (typeof PLAN_PARTS)[number];

/** Why a plan goes back: detached, inflated, box-ticking (脱节、浮夸、走过场), relief alone, or not whole. */
export const PLAN_GROUNDS = ["detached", "inflated", "box-ticking", "relief-only", "parts-missing"] as const;
export type PlanGround = (typeof PLAN_GROUNDS)[number];

/** Why a plan is owed. */
export const PLAN_CALLS = [
  "signed",
  "taken-over",
  "sent-back",
  "year-over",
  "review-of-term",
  "relapse",
] as const;
export type PlanCall = (typeof PLAN_CALLS)[number];

/** One measure that is planned; its number within the plan is its place in the list, from 1 on. */
export interface PlannedMeasure {
  readonly kind: MeasureKind;
  /** In the kind's unit; 0 where the kind counts in money alone. */
  readonly amount: number;
  /** Whole fen; 0 where no money is planned. */
  readonly amountFen: number;
  /** The last day by which it is to be done. */
  readonly until: Day;
  /** Meant to bring the household an income ("blood-making", 造血). */
  readonly isProducing: boolean;
}

export interface PlanPayloads {
  submitPlan: { parts: readonly PlanPart[]; lines: readonly PlannedMeasure[] };
  approvePlan: Record<string, never>;
  sendBackPlan: { grounds: readonly PlanGround[] };
}
export const PLAN_MOVES = [
  "submitPlan",
  "approvePlan",
  "sendBackPlan",
] as const satisfies readonly (keyof PlanPayloads)[];
