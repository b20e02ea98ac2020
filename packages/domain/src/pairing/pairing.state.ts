import type { DivisionCode } from "../area/division-code";
import type { FiredRung } from "../ladder/escalation-ladder";
import type { Rank } from "../people/rank";
import type { Day, InstantMs, Month } from "../time/day";
import type { SubjectKind } from "../subject/subject-kind";
import type { ClosingReason, HandoverReason, PairingStage } from "./pairing.moves";

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
}

export interface PairingState {
  readonly schemaVersion: 2;
  readonly caseId: string;
  readonly stage: PairingStage;
  readonly seq: number;
  readonly jitterMs: number;
  readonly opened: OpenedFacts | null;
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
  readonly openEscalations: readonly { readonly month: Month; readonly fired: FiredRung }[];
  /** Months whose escalation was settled late, so that evidence which comes very late can still withdraw it. */
  readonly pastEscalations: readonly { readonly month: Month; readonly rung: number }[];
  /** The successor who was proposed and has not answered yet. */
  readonly handover: {
    readonly seq: number;
    readonly successor: { readonly id: string; readonly rank: Rank; readonly unitId: string };
    readonly reason: HandoverReason;
    readonly proposedBy: string;
    readonly proposedOn: Day;
    readonly proposedAtMs: InstantMs;
    readonly fired: FiredRung | null;
  } | null;
  /** Lead helpers of before, newest last, each with the last day on which the household was theirs. */
  readonly formerLeads: readonly { readonly id: string; readonly until: Day }[];
  readonly closing: {
    readonly seq: number;
    readonly requestedBy: string;
    readonly requestedOn: Day;
    readonly requestedAtMs: InstantMs;
    readonly reason: ClosingReason;
    readonly fired: FiredRung | null;
  } | null;
  readonly closedOn: Day | null;
}

/** What was agreed at the signing; who leads, and from which unit, changes with a handover. */
export interface OpenedFacts {
  readonly programmeId: string;
  readonly policyVersion: number;
  readonly subjectId: string;
  /** Null in cases that an older release has opened. */
  readonly subjectKind: SubjectKind | null;
  readonly areaCode: DivisionCode;
  readonly leadHelperId: string;
  readonly helperUnitId: string;
  readonly coHelpers: readonly { readonly id: string; readonly rank: Rank }[];
  readonly signedOn: Day;
  readonly termEndsOn: Day;
  readonly firstVisitMonth: Month;
  readonly visitEveryMonths: number;
}

/** Visits and ended escalations that a running case keeps in mind; the log has all of them. */
export const VISITS_KEPT = 60;
export const PAST_ESCALATIONS_KEPT = 36;
export const FORMER_LEADS_KEPT = 12;
