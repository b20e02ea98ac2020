import type { DivisionCode } from "../../area/division-code";
import type { Rank } from "../../people/rank";
import type { SubjectKind } from "../../subject/subject-kind";
import type { Day, Month } from "../../time/day";
import type { Of } from "../../case/event-of";
import type { TakenOverRecorded } from "./taken-over";

export interface PairingOpened extends Of<"PairingOpened"> {
  readonly programmeId: string;
  readonly policyVersion: number;
  readonly subjectId: string;
  readonly subjectKind: SubjectKind;
  readonly areaCode: DivisionCode;
  readonly leadHelperId: string;
  readonly leadHelperRank: Rank;
  readonly helperUnitId: string;
  readonly coHelpers: readonly { readonly id: string; readonly rank: Rank }[];
  readonly signedOn: Day;
  readonly termMonths: number;
  readonly termEndsOn: Day;
  /** The first month in which a visit is owed; of a household that was lifted out before, a revisit. */
  readonly firstVisitMonth: Month;
  readonly visitEveryMonths: number;
  /** The day from which the household's plan is owed; absent where it is not, or not yet. */
  readonly planOwedSince?: Day;
  /** Where the pairing had run on paper before. */
  readonly takenOver?: TakenOverRecorded;
  /** The case that waits for this household, which has split off from its own, to be paired. */
  readonly splitFromCaseId?: string;
}

export type OpeningEvent = PairingOpened;
