import type { LadderRung } from "../../ladder/escalation-ladder";

export interface RevisitRules {
  readonly everyMonths: number;
  readonly forMonths: number;
  /** Below so many of a hundred of the line, a household has relapsed by its income. */
  readonly relapseLinePercent?: number;
  /** Who decides on a reported relapse. */
  readonly relapseLadder?: readonly LadderRung[];
  /** Who offers the freed helper a new household; absent: nobody has to. */
  readonly offerLadder?: readonly LadderRung[];
  /** Who closes the case when the time of revisits is over. */
  readonly completionLadder?: readonly LadderRung[];
}
