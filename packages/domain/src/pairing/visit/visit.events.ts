import type { SeatId } from "../../case/seat";
import type { Because } from "../../case/obligation";
import type { Of } from "../../case/event-of";
import type { VisitOccasion, VoidReason } from "./visit.moves";

export interface VisitRecorded extends Of<"VisitRecorded"> {
  readonly visitId: string;
  readonly helperId: string;
  /** For whom the visitor came as a deputy; absent where the visitor is a helper of this pairing. */
  readonly deputyFor?: string;
  readonly occasion: VisitOccasion;
  readonly formVersion: number;
  readonly contentIds: readonly string[];
}
export interface VisitVoided extends Of<"VisitVoided"> {
  readonly visitId: string;
  readonly reason: VoidReason;
}
/** The helper was told that a visit is due soon. */
export interface VisitReminded extends Of<"VisitReminded"> {
  readonly obligationKey: string;
  /** 1 for the policy's first reminder of this visit. */
  readonly reminder: number;
  readonly seat: SeatId;
  readonly because: Because;
}
/** An escalation turned out to be wrong: what was missing had been done in time. */
export interface EscalationWithdrawn extends Of<"EscalationWithdrawn"> {
  readonly obligationKey: string;
  readonly rung: number;
  readonly becauseOfVisitId: string;
}
/** An escalated matter ended: what was owed was done, late. */
export interface EscalationSettled extends Of<"EscalationSettled"> {
  readonly obligationKey: string;
  readonly rung: number;
  readonly becauseOfVisitId: string;
}

export type VisitEvent =
  VisitRecorded | VisitVoided | VisitReminded | EscalationWithdrawn | EscalationSettled;
