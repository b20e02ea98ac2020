import type { Recorded } from "../../case/case-kind";
import { dayAt } from "../../time/day";
import { openedOf, type PairingState } from "../pairing.state";
import { owedMonth } from "../visit/visit-duty";
import type { ClosingEvent, PairingReopened } from "./closing.events";
import type { Closed } from "./closing.state";

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
      return {
        ...state,
        stage: state.closing?.from ?? "helping",
        closing: null,
        liftOut:
          state.liftOut === null
            ? null
            : { ...state.liftOut, resumed: { seq: event.seq, on: dayAt(event.recordedAtMs) } },
      };
    case "PairingClosed":
      return {
        ...state,
        stage: "closed",
        closing: null,
        closed: {
          seq: event.seq,
          by: event.approvedBy,
          reason: event.reason,
          from: stageBefore(state),
          liftOut: state.liftOut,
          relapse: state.relapse,
          termReview: state.termReview,
        },
        liftOut: null,
        relapse: null,
        termReview: null,
        handover: null,
        duty: null,
        openEscalations: [],
        closedOn: event.happenedOn,
      };
    case "PairingReopened":
      return evolveReopened(state, event);
  }
}

/** Where the case stood before somebody asked for its closing. */
function stageBefore({ stage, closing, lifted }: PairingState): Closed["from"] {
  const before = stage === "closing" ? closing?.from : stage;
  if (before !== undefined && before !== "unopened" && before !== "closing" && before !== "closed")
    return before;
  return lifted === null ? "helping" : "revisiting";
}

/** Ladders begin at their foot again; a notice that hung has come down and hangs anew. */
function evolveReopened(state: PairingState, event: Recorded<PairingReopened>): PairingState {
  const { closed } = state;
  const { seq, recordedAtMs } = event;
  const today = dayAt(recordedAtMs);
  const opened = { ...openedOf(state), firstVisitMonth: event.firstVisitMonth };
  const liftOut = closed?.liftOut ?? null;
  return {
    ...state,
    stage: event.stage,
    closedOn: null,
    closed: null,
    reopenedOn: today,
    opened,
    fired: [],
    pastEscalations: [],
    liftOut: liftOut === null ? null : { ...liftOut, notice: null, stepSeq: seq, stepSince: today },
    relapse: closed?.relapse ?? null,
    termReview: closed?.termReview ?? null,
    duty: {
      month: owedMonth(opened, state),
      openedAtMs: recordedAtMs,
      openedBySeq: seq,
      reminded: 0,
      fired: null,
    },
  };
}
