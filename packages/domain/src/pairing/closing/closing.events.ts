import type { DivisionCode } from "../../area/division-code";
import type { Of } from "../../case/event-of";
import type { Month } from "../../time/day";
import type { OpenStage } from "../pairing.moves";
import type { ExplainedGap } from "../revisit/revisit.moves";
import type { ClosedReason, ClosingProof, RejectionReason, ReopeningReason } from "./closing.moves";

export interface ClosingRequested extends Of<"ClosingRequested"> {
  readonly reason: ClosedReason;
  readonly requestedBy: string;
  /** Which of the asked proofs was seen; absent: none was asked for. */
  readonly proof?: ClosingProof;
  /** Where the household has gone; absent: it was not asked for. */
  readonly movedTo?: DivisionCode;
  /** Of revisits that are said to be completed: those that were not made in time, each with why; absent: none. */
  readonly gaps?: readonly ExplainedGap[];
  readonly contentIds: readonly string[];
}
export interface ClosingRejected extends Of<"ClosingRejected"> {
  readonly reason: RejectionReason;
  readonly contentIds: readonly string[];
}
/** At its end, by what was asked for and approved. */
export interface PairingClosed extends Of<"PairingClosed"> {
  readonly reason: ClosedReason;
  readonly approvedBy: string;
}
/** The closing was wrong: the case goes on where it stood, and whatever had become late in between counts from today. */
export interface PairingReopened extends Of<"PairingReopened"> {
  readonly reason: ReopeningReason;
  readonly reopenedBy: string;
  readonly closedSeq: number;
  readonly stage: Exclude<OpenStage, "closing" | "closed">;
  /** The first month in which a visit is owed again; never one that is over. */
  readonly firstVisitMonth: Month;
  /** Whether the helper of before goes on; else a successor is proposed at once. */
  readonly leadGoesOn: boolean;
  readonly contentIds: readonly string[];
}

export type ClosingEvent = ClosingRequested | ClosingRejected | PairingClosed | PairingReopened;
