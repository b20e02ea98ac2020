import type { Of } from "../../case/event-of";
import type { VisitVoided } from "../visit/visit.events";
import type { VoidReason } from "../visit/visit.moves";
import type { VoidDeclineReason } from "./correction.moves";
import type { Entry } from "./entry";

/** Somebody says that an entry is wrong; another person decides. */
export interface VoidRequested extends Of<"VoidRequested"> {
  readonly entry: Entry;
  readonly reason: VoidReason;
  readonly requestedBy: string;
  readonly contentIds: readonly string[];
}
export interface VoidDeclined extends Of<"VoidDeclined"> {
  readonly requestedSeq: number;
  readonly entry: Entry;
  readonly reason: VoidDeclineReason;
  readonly declinedBy: string;
  readonly contentIds: readonly string[];
}
/** The entry counts no longer; what rested on it follows. */
export interface EntryVoided extends Of<"EntryVoided"> {
  readonly entry: Entry;
  readonly reason: VoidReason;
  /** Null where whoever entered it took it back on the same day. */
  readonly requestedSeq: number | null;
  readonly requestedBy: string;
  readonly approvedBy: string | null;
  readonly contentIds: readonly string[];
}

export type CorrectionEvent = VoidRequested | VoidDeclined | EntryVoided;
/** What a decision on a correction brings: a visit's void is said in its own words as well. */
export type CorrectionDecided = CorrectionEvent | VisitVoided;
