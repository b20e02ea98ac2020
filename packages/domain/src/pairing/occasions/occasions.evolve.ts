import type { Recorded } from "../../case/case-kind";
import { dayAt, type InstantMs } from "../../time/day";
import type { PairingState } from "../pairing.state";
import type { OccasionEvent } from "./occasions.events";
import { OCCASIONS_KEPT, type OccasionFact } from "./occasions.state";

export function evolveOccasions(state: PairingState, event: Recorded<OccasionEvent>): PairingState {
  const fact: OccasionFact = {
    seq: event.seq,
    occasion: event.occasion,
    day: event.happenedOn,
    reportedOn: dayAt(event.recordedAtMs),
  };
  return { ...state, occasions: [...state.occasions, fact].slice(-OCCASIONS_KEPT) };
}

/** What a voided visit had answered is owed again, and nobody could have known before. */
export function withUncovered(state: PairingState, uncoveredAtMs: InstantMs): PairingState {
  return { ...state, uncoveredAtMs };
}
