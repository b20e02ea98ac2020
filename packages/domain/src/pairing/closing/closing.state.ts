import type { Day } from "../../time/day";
import type { LiftOutUnderWay } from "../lift-out/lift-out.state";
import type { OpenStage } from "../pairing.moves";
import type { RevisitKept } from "../revisit/revisit.state";
import type { TermKept } from "../term/term.state";
import type { PairingClosed } from "./closing.events";
import type { ExplainedGap } from "../revisit/revisit.moves";
import type { ClosedReason } from "./closing.moves";

/** The closing that somebody has asked for and nobody has decided on yet. */
export interface RequestedClosing {
  readonly seq: number;
  readonly requestedBy: string;
  readonly requestedOn: Day;
  readonly reason: ClosedReason;
  /** The revisits that were not made, and why; absent: none, or the closing is of another kind. */
  readonly gaps?: readonly ExplainedGap[];
  /** Where the case goes on when the closing is rejected; absent in cases of an older release: helping. */
  readonly from?: OpenStage;
}

/** What a closed case would go on with, if the closing turned out to be wrong. */
export interface Closed {
  readonly seq: number;
  readonly by: string;
  readonly reason: PairingClosed["reason"];
  readonly from: Exclude<OpenStage, "closing" | "closed">;
  readonly liftOut: LiftOutUnderWay | null;
  readonly relapse: RevisitKept["relapse"];
  readonly termReview: TermKept["termReview"];
}

export interface ClosingKept {
  readonly closing: RequestedClosing | null;
  readonly closedOn: Day | null;
}
export interface ReopeningKept {
  readonly closed: Closed | null;
  /** Nothing counts as late from before this day: nobody could act while the case was closed. */
  readonly reopenedOn: Day | null;
}
export const NEVER_CLOSED: ReopeningKept = { closed: null, reopenedOn: null };
