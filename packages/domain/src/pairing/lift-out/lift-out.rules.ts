import type { LadderRung } from "../../ladder/escalation-ladder";
import type { LiftOutCriterion, LiftOutStep } from "./lift-out.moves";

/** How long a result hangs out before anybody may say that nobody objected. */
export interface NoticeRules {
  readonly days: number;
  readonly counting: "calendar-days" | "working-days";
}

/** How many of those who stand for a check are drawn: everybody of a small group, a least number of a larger one, or a share. */
export type SampleRule =
  | { readonly kind: "tiers"; readonly tiers: readonly SampleTier[] }
  | { readonly kind: "share"; readonly percent: number };
export interface SampleTier {
  /** The tier is for groups up to this size; null: any larger one. */
  readonly upTo: number | null;
  /** How many are drawn; null: all. */
  readonly draw: number | null;
}

/** What the policy asks before a household counts as lifted out. */
export interface LiftOutRules {
  /** Completed income years in a row whose income per head has to lie over the line of that year. */
  readonly incomeYearsOverLine: number;
  readonly criteria: readonly LiftOutCriterion[];
  /** Of those entitled to vote, how many of a hundred have to be present; more than half of them have to be in favour. */
  readonly appraisalQuorumPercent: number;
  /** The steps in their order, each with who owes it and within how many working days. */
  readonly steps: readonly { readonly step: LiftOutStep; readonly ladder: readonly LadderRung[] }[];
  readonly villageNotice: NoticeRules;
  readonly townshipNotice: NoticeRules;
  readonly objectionLadder: readonly LadderRung[];
  readonly sample: SampleRule;
}
