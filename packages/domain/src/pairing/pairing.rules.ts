import type { DivisionCode } from "../area/division-code";
import type { ClosingRules } from "./closing/closing.rules";
import type { Day } from "../time/day";
import type { LadderRung } from "../ladder/escalation-ladder";
import type { Rank } from "../people/rank";
import type { OccasionRules } from "./occasions/occasions.rules";
import type { SubjectKind } from "../subject/subject-kind";
import type { IncomeRules } from "./income/income.rules";
import type { LiftOutRules } from "./lift-out/lift-out.rules";
import type { MeasureRules } from "./measures/measure-rules";
import type { PlanRules } from "./plan/plan.rules";
import type { RevisitRules } from "./revisit/revisit.rules";

/** What a pairing reads of its programme's policy: resolved, small, and carried by the running case. */
export interface PairingRules {
  readonly programmeId: string;
  readonly version: number;
  /** The area that the programme works in; null: anywhere. */
  readonly areaCode: DivisionCode | null;
  /** No signing is older. */
  readonly inForceFrom: Day;
  readonly termMonths: number;
  readonly subjectKinds: Readonly<Partial<Record<SubjectKind, { readonly leadRankAtLeast: Rank }>>>;
  readonly mostCoHelpers: number;
  /** Households that a helper of this rank may hold at once. */
  readonly householdsPerHelper: Readonly<Record<Rank, number>>;
  readonly visit: {
    /** A signing up to this day of the month makes that month the first one with a visit. */
    readonly firstMonthIfSignedByDay: number;
    /** A visit is owed again so many months after the month of the last one. */
    readonly everyMonths: number;
    readonly formVersion: number;
    /** Days before the due day on which the helper is reminded, largest first. */
    readonly reminderDaysBefore: readonly number[];
    /** Rung 0 is the helper; its working days are the grace. */
    readonly ladder: readonly LadderRung[];
  };
  /** Absent: households have no plans in this programme. */
  readonly plan?: PlanRules;
  /** Absent: the usual kinds and units. */
  readonly measures?: MeasureRules;
  /** Absent: no visits besides the regular ones. */
  readonly occasions?: OccasionRules;
  /** Absent: as for visits. */
  readonly handover?: {
    /** Rung 0 is the successor, who accepts or declines within its working days. */
    readonly ladder: readonly LadderRung[];
  };
  /** Absent: income is not asked for by the year. */
  readonly income?: IncomeRules;
  /** Absent: nobody can be lifted out under this policy. */
  readonly liftOut?: LiftOutRules;
  /** Absent: the usual revisits. */
  readonly revisit?: RevisitRules;
  /** Who reviews a term that was renewed; absent: who decides on closings. */
  readonly term?: { readonly ladder: readonly LadderRung[] };
  /**
   * Who decides whether an entry is taken out, and within how many working days. Absent: who decides on closings; and a
   * visit may still be voided by one person, as it could when that policy was put in force.
   */
  readonly correction?: { readonly ladder: readonly LadderRung[] };
  readonly closing: ClosingRules;
}
