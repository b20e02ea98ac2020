import type { Day } from "../../time/day";
import type { ClosingReason } from "./closing.moves";

/** The closing that somebody has asked for and nobody has decided on yet. */
export interface RequestedClosing {
  readonly seq: number;
  readonly requestedBy: string;
  readonly requestedOn: Day;
  readonly reason: ClosingReason;
}

export interface ClosingKept {
  readonly closing: RequestedClosing | null;
  readonly closedOn: Day | null;
}
