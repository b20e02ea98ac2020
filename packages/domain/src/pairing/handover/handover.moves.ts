import type { Rank } from "../../people/rank";
import type { Day } from "../../time/day";

/** Why a helper hands over; the responsibility goes on without a day in between. */
export const HANDOVER_REASONS = ["transferred", "retired", "died", "unable", "household-moved"] as const;
export type HandoverReason = (typeof HANDOVER_REASONS)[number];
export const DECLINE_REASONS = ["cannot-take-on", "unsuitable", "withdrawn"] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** Who is to take over. */
export interface Successor {
  readonly id: string;
  readonly rank: Rank;
  readonly unitId: string;
}

export interface HandoverPayloads {
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
  "proposeHandover",
  "acceptHandover",
  "declineHandover",
] as const satisfies readonly (keyof HandoverPayloads)[];
