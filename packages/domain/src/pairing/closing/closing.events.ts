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
export interface PairingClosed extends Of<"PairingClosed"> {
  readonly reason: ClosingReason;
  readonly approvedBy: string;
}

export type ClosingEvent = ClosingRequested | ClosingRejected | PairingClosed;
