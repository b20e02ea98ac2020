import type { Day } from "../../time/day";

export interface RevisitKept {
  /** Since when the household counts as lifted out, and until when it is revisited; null while it is helped. */
  readonly lifted: {
    readonly seq: number;
    readonly on: Day;
    readonly until: Day;
    readonly isOffered: boolean;
    /** The event that ended the time of revisits. */
    readonly endedSeq: number | null;
    /** The entries on which the lift-out rests; absent in cases of an older release. */
    readonly restsOn?: readonly number[];
  } | null;
  /** The relapse that was reported and that nobody has decided on yet. */
  readonly relapse: {
    readonly seq: number;
    readonly reportedBy: string;
    readonly since: Day;
    /** The reckoning that it is about; absent: a cause that returned. */
    readonly incomeSeq?: number;
    /** That reckoning was found to be wrong. */
    readonly isUnfounded?: true;
  } | null;
}
