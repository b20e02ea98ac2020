import type { Day } from "../time/day";

/**
 * What holds over several cases, carried by an event and granted or refused in the transaction that records it.
 * `slot`: one of a limited number of places. `in-service`, `registered`: a fact of the register at that moment,
 * or, with a day, on that day.
 */
export type Claim =
  | { readonly kind: "slot"; readonly resource: string; readonly capacity: number }
  | { readonly kind: "in-service"; readonly resource: string; readonly day: Day | null }
  | { readonly kind: "registered"; readonly resource: string };

export interface Claims {
  readonly take: readonly Claim[];
  /** Slots given back. */
  readonly release: readonly string[];
}
