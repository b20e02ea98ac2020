import type { LadderRung } from "../../ladder/escalation-ladder";
import type { SubjectKind } from "../../subject/subject-kind";
import type { PlanGround, PlanPart } from "./plan.moves";

/** What a programme asks of a household's plan, by when, and who reviews it. */
export interface PlanRules {
  /** For whom a plan is made; absent: for every kind of subject. */
  readonly ofKinds?: readonly SubjectKind[];
  /** Each of them has to be in a plan. */
  readonly parts: readonly PlanPart[];
  /** At least so many planned measures have to bring an income: relief alone is no plan. */
  readonly producingAtLeast: number;
  /** Calendar days within which a plan is due; absent: the ladder's first working days are the term, else its grace. */
  readonly dueWithinDays?: number;
  /** Rung 0 is whoever submits. */
  readonly ladder: readonly LadderRung[];
  readonly reviewLadder: readonly LadderRung[];
  readonly grounds: readonly PlanGround[];
  /** A new plan is owed so many months after an approval; absent: one plan is for the whole term. */
  readonly renewAfterMonths?: number;
}

/** Whether the programme asks for a plan of such a subject's own. */
export function isPlanAsked(plan: PlanRules | undefined, kind: SubjectKind): plan is PlanRules {
  return plan !== undefined && (plan.ofKinds === undefined || plan.ofKinds.includes(kind));
}
