import type { Day, Month } from "../../time/day";

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
    /** Relapses that were found to be none: when the last one was, and the reckonings that they named; absent: none was. */
    readonly dismissed?: { readonly on: Day; readonly incomeSeqs: readonly number[] };
    /** Of a lift-out on paper, the first month that is owed here; what was before is on paper too. Absent: lifted out here. */
    readonly firstOwedMonth?: Month;
    /** Somebody has found that the revisits are not completed, as was said; absent: nobody has. */
    readonly completionRejected?: { readonly seq: number; readonly on: Day };
    /** Months in which the case was closed by mistake, up to the first one with a visit again; absent: none. */
    readonly closedMonths?: readonly { readonly from: Month; readonly before: Month }[];
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
