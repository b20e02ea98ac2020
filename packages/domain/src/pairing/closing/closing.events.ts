import type { Of } from "../../case/event-of";
import type { ClosingReason, RejectionReason } from "./closing.moves";

export interface ClosingRequested extends Of<"ClosingRequested"> {
  readonly reason: ClosingReason;
  readonly requestedBy: string;
  readonly contentIds: readonly string[];
}
export interface ClosingRejected extends Of<"ClosingRejected"> {
  readonly reason: RejectionReason;
  readonly contentIds: readonly string[];
}
/** At its end by what was asked for; or when the last revisit was made. */
export interface PairingClosed extends Of<"PairingClosed"> {
  readonly reason: ClosingReason | "revisits-completed";
  readonly approvedBy: string;
}

export type ClosingEvent = ClosingRequested | ClosingRejected | PairingClosed;
