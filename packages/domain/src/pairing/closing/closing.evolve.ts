import type { Recorded } from "../../case/case-kind";
import { dayAt } from "../../time/day";
import type { PairingState } from "../pairing.state";
import type { ClosingEvent } from "./closing.events";

export function evolveClosing(state: PairingState, event: Recorded<ClosingEvent>): PairingState {
  switch (event.type) {
    case "ClosingRequested":
      return {
        ...state,
        stage: "closing",
        closing: {
          seq: event.seq,
          requestedBy: event.requestedBy,
          requestedOn: dayAt(event.recordedAtMs),
          reason: event.reason,
          from: state.stage === "unopened" ? "helping" : state.stage,
        },
      };
    case "ClosingRejected":
      return { ...state, stage: state.closing?.from ?? "helping", closing: null };
    case "PairingClosed":
      return {
        ...state,
        stage: "closed",
        closing: null,
        liftOut: null,
        relapse: null,
        termReview: null,
        planOwed: null,
        planSubmitted: null,
        duty: null,
        openEscalations: [],
        closedOn: event.happenedOn,
      };
  }
}
