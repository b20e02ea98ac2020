import type { FiredRung } from "../../ladder/escalation-ladder";
import type { Day, InstantMs, Month } from "../../time/day";

/** A visit as the deadlines need it. */
export interface VisitFact {
  readonly id: string;
  readonly day: Day;
  readonly voided: boolean;
}

/** The visit that is owed now: at any moment exactly one. */
export interface VisitDuty {
  /** The earliest month that has had no visit and that no later visit has made good. */
  readonly month: Month;
  /** Since when this month has been the one that is owed. */
  readonly openedAtMs: InstantMs;
  readonly openedBySeq: number;
  /** How many reminders have gone out. */
  readonly reminded: number;
  readonly fired: FiredRung | null;
  /** The correction that uncovered it; absent: it came to be owed by the passing of time, or by a visit. */
  readonly uncoveredBySeq?: number;
}

export interface OpenEscalation {
  readonly month: Month;
  readonly fired: FiredRung;
  /** The rhythm of then, where it has changed since; absent: the present one. */
  readonly everyMonths?: number;
}

/** What a case keeps in mind of its visits. */
export interface VisitsKept {
  /**
   * The newest visits, oldest first; enough of them that a voided one uncovers the one before. Older ones only as
   * long as an escalation may still be withdrawn because of them.
   */
  readonly visits: readonly VisitFact[];
  /** The newest day among the visits that are kept no longer; null while all are. */
  readonly forgottenVisitOn: Day | null;
  readonly duty: VisitDuty | null;
  /**
   * Escalated months that are not the owed one now, until their end has been recorded: a visit has ended them, or a
   * voided visit has uncovered an earlier month, which comes first.
   */
  readonly openEscalations: readonly OpenEscalation[];
  /** Months whose escalation was settled late, so that evidence which comes very late can still withdraw it. */
  readonly pastEscalations: readonly { readonly month: Month; readonly rung: number }[];
}

/** Visits and ended escalations that a running case keeps in mind; the log has all of them. */
export const VISITS_KEPT = 60;
export const PAST_ESCALATIONS_KEPT = 36;
