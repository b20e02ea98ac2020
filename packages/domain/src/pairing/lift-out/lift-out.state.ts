import type { Day } from "../../time/day";
import type { LiftOutStep } from "./lift-out.moves";

/** A lift-out under way: where it stands, and who has had a hand in it. */
export interface LiftOutUnderWay {
  readonly seq: number;
  readonly proposedBy: string;
  readonly reviewedBy: string | null;
  readonly steps: readonly LiftOutStep[];
  readonly step: LiftOutStep;
  /** The event and the day since which it has stood at this step. */
  readonly stepSeq: number;
  readonly stepSince: Day;
  readonly notice: HangingNotice | null;
  readonly objections: readonly Objection[];
  /** Whether the county's draw took it; null while nothing was drawn. */
  readonly isDrawn: boolean | null;
  /** The income years that the proposal names, oldest first; absent in cases of an older release. */
  readonly incomeYears?: readonly number[];
  /** Every reckoning of these years on which it has rested since the proposal; absent in cases of an older release. */
  readonly incomeSeqs?: readonly number[];
  /** The entry by which each step was passed; absent in cases of an older release. */
  readonly passed?: readonly { readonly step: LiftOutStep; readonly seq: number }[];
  /** The day of the draw; absent in cases of an older release, and while nothing was drawn. */
  readonly drawnOn?: Day;
  /** When it went on after a closing that was asked for and rejected: what is owed of it is owed from then on. */
  readonly resumed?: { readonly seq: number; readonly on: Day };
  /** What it rested on is wrong, or holds no longer: where it goes back to, until that has been said. */
  readonly fallsBackTo?: LiftOutStep | "help";
  /** Absent: an entry was corrected. */
  readonly fallsBackBecause?: "household-moved";
}
export interface HangingNotice {
  readonly id: string;
  readonly seq: number;
  readonly from: Day;
  readonly until: Day;
}
export interface Objection {
  readonly id: string;
  readonly seq: number;
  readonly since: Day;
  readonly isAnswered: boolean;
}

export interface LiftOutKept {
  readonly liftOut: LiftOutUnderWay | null;
}
