import type { DivisionCode } from "../../area/division-code";
import type { Rank } from "../../people/rank";
import type { SubjectKind } from "../../subject/subject-kind";
import type { Day, Month } from "../../time/day";

export interface PresentCoHelper {
  readonly id: string;
  readonly rank: Rank;
  /** The first day; absent: since the signing. */
  readonly since?: Day;
}

/** What was agreed at the signing; who helps, from which unit, and where the household lives may change. */
export interface OpenedFacts {
  readonly programmeId: string;
  readonly policyVersion: number;
  readonly subjectId: string;
  /** Null in cases that an older release has opened. */
  readonly subjectKind: SubjectKind | null;
  readonly areaCode: DivisionCode;
  readonly leadHelperId: string;
  readonly helperUnitId: string;
  readonly coHelpers: readonly PresentCoHelper[];
  readonly signedOn: Day;
  readonly termEndsOn: Day;
  readonly firstVisitMonth: Month;
  readonly visitEveryMonths: number;
}
