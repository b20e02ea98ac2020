import type { Rank } from "../../people/rank";
import type { Day } from "../../time/day";

/** Why a helper hands over; the responsibility goes on without a day in between. */
export const HANDOVER_REASONS = ["transferred", "retired", "died", "unable", "household-moved"] as const;
export type HandoverReason = (typeof HANDOVER_REASONS)[number];
/** Why a helper cannot go on, before anybody knows who takes over. */
export const GONE_REASONS = [
  "transferred",
  "retired",
  "died",
  "unable",
] as const satisfies readonly HandoverReason[];
export type GoneReason = (typeof GONE_REASONS)[number];
export const DECLINE_REASONS = ["cannot-take-on", "unsuitable", "withdrawn"] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** Who is to take over. */
export interface Successor {
  readonly id: string;
  readonly rank: Rank;
  readonly unitId: string;
}

export interface HandoverPayloads {
  /** The lead helper has left, or is to leave on a day ahead: a successor has to be proposed. */
  reportLeadGone: { helperId: string; reason: GoneReason; goneOn: Day };
  proposeHandover: {
    successor: Successor;
    reason: HandoverReason;
    happenedOn: Day;
  };
  /** `helperId` is whom the sender's account belongs to; null for an office, which enters what was signed on paper. */
  acceptHandover: { helperId: string | null };
  declineHandover: { helperId: string | null; reason: DeclineReason };
}
export const HANDOVER_MOVES = [
  "reportLeadGone",
  "proposeHandover",
  "acceptHandover",
  "declineHandover",
] as const satisfies readonly (keyof HandoverPayloads)[];
