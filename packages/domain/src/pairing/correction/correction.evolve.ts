import type { Recorded } from "../../case/case-kind";
import { dayAt } from "../../time/day";
import type { PairingState } from "../pairing.state";
import type { CorrectionEvent } from "./correction.events";
import { voidableOf } from "./voidable";

export function evolveCorrection(state: PairingState, event: Recorded<CorrectionEvent>): PairingState {
  switch (event.type) {
    case "VoidRequested": {
      const { seq, entry, reason, requestedBy, recordedAtMs } = event;
      const requested = { seq, entry, reason, requestedBy, requestedOn: dayAt(recordedAtMs) };
      return { ...state, corrections: [...state.corrections, requested] };
    }
    case "VoidDeclined":
      return decided(state, event.requestedSeq);
    case "EntryVoided":
      return voidableOf(event.entry.type)?.without(decided(state, event.requestedSeq), event) ?? state;
  }
}

function decided(state: PairingState, requestedSeq: number | null): PairingState {
  return { ...state, corrections: state.corrections.filter(({ seq }) => seq !== requestedSeq) };
}
