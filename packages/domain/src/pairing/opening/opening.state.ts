import type { DivisionCode } from "../../area/division-code";
import type { Rank } from "../../people/rank";
import type { SubjectKind } from "../../subject/subject-kind";
import type { Day, Month } from "../../time/day";

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
