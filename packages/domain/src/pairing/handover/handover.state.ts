import type { Day } from "../../time/day";
import type { HandoverReason, Successor } from "./handover.moves";

/** The successor who was proposed and has not answered yet. */
export interface ProposedHandover {
  readonly seq: number;
  readonly successor: Successor;
  readonly reason: HandoverReason;
  readonly proposedBy: string;
  readonly proposedOn: Day;
}

export interface HandoverKept {
  readonly handover: ProposedHandover | null;
  /** Since when a successor is wanted, for another reason than a move; null: nobody has to propose one. */
  readonly leadToChange: { readonly seq: number; readonly since: Day } | null;
  /** Lead helpers of before, newest last, each with the last day on which the household was theirs. */
  readonly formerLeads: readonly { readonly id: string; readonly until: Day }[];
}

export const FORMER_LEADS_KEPT = 12;
