import type { LadderRung } from "../../ladder/escalation-ladder";
import type { SubjectKind } from "../../subject/subject-kind";
import type { Festival } from "../../time/festivals";
import type { MustOccasion, PersonalDay } from "./occasions.moves";

/** On which occasions and days a programme asks for a visit besides the regular ones. */
export interface OccasionRules {
  readonly musts: readonly MustOccasion[];
  /** Days after the report within which the visit is due. */
  readonly visitWithinDays: number;
  readonly personalDays: readonly PersonalDay[];
  readonly festivals: readonly Festival[];
  /** Whose personal days and festivals count; absent: those of every kind of subject. */
  readonly daysOfKinds?: readonly SubjectKind[];
  /** Days before a festival or a personal day from which on a visit counts for it. */
  readonly daysBefore: number;
  /** Rung 0 is the helper; its working days are the grace. */
  readonly ladder: readonly LadderRung[];
}
