import type { Day } from "../../time/day";
import type { OpenStage } from "../pairing.moves";
import type { ClosingReason } from "./closing.moves";

/** The closing that somebody has asked for and nobody has decided on yet. */
export interface RequestedClosing {
  readonly seq: number;
  readonly requestedBy: string;
  readonly requestedOn: Day;
  readonly reason: ClosingReason;
  /** Where the case goes on when the closing is rejected; absent in cases of an older release: helping. */
  readonly from?: OpenStage;
}

export interface ClosingKept {
  readonly closing: RequestedClosing | null;
  readonly closedOn: Day | null;
}
