import type { LadderRung } from "../../ladder/escalation-ladder";
import type { PlanGround, PlanPart } from "./plan.moves";

/** What a programme asks of a household's plan, by when, and who reviews it. */
export interface PlanRules {
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
