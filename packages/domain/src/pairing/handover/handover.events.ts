import type { Rank } from "../../people/rank";
import type { Day } from "../../time/day";
import type { Of } from "../../case/event-of";
import type { DeclineReason, GoneReason, HandoverReason } from "./handover.moves";

/** The lead helper does not go on; until a successor has accepted, the next seat of each ladder answers. */
export interface LeadGone extends Of<"LeadGone"> {
  readonly helperId: string;
  readonly reason: GoneReason;
  /** The first day without the helper; it may lie ahead. */
  readonly goneOn: Day;
  readonly contentIds: readonly string[];
}
/** A successor was named; until the successor accepts, the helper's seat and those above it answer. */
export interface HandoverProposed extends Of<"HandoverProposed"> {
  readonly successorId: string;
  readonly successorRank: Rank;
  readonly successorUnitId: string;
  readonly reason: HandoverReason;
  readonly proposedBy: string;
  readonly contentIds: readonly string[];
}
/** From this day on the successor is the lead helper; term, history and deadlines go on. */
export interface HandoverAccepted extends Of<"HandoverAccepted"> {
  readonly fromHelperId: string;
  readonly fromUnitId: string;
  readonly toHelperId: string;
  readonly toUnitId: string;
  readonly acceptedBy: string;
}
export interface HandoverDeclined extends Of<"HandoverDeclined"> {
  readonly successorId: string;
  readonly reason: DeclineReason;
  readonly contentIds: readonly string[];
}

export type HandoverEvent = LeadGone | HandoverProposed | HandoverAccepted | HandoverDeclined;
