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
  /** Lead helpers of before, newest last, each with the last day on which the household was theirs. */
  readonly formerLeads: readonly { readonly id: string; readonly until: Day }[];
}

export const FORMER_LEADS_KEPT = 12;
