import type { Recorded } from "../../case/case-kind";
import { dayAt, monthOf, type Month } from "../../time/day";
import { openedOf, type PairingState } from "../pairing.state";
import { owedMonth } from "../visit/visit-duty";
import type { ClosingEvent, ClosingRejected, PairingReopened } from "./closing.events";
import type { Closed } from "./closing.state";

/** A case that is closed and reopened more often than this within the time of its revisits is none. */
const CLOSED_TIMES_KEPT = 12;

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
          ...(event.gaps === undefined ? {} : { gaps: event.gaps }),
        },
      };
    case "ClosingRejected":
      return {
        ...state,
        stage: state.closing?.from ?? "helping",
        closing: null,
        lifted: askedAnew(state, event),
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

/** Revisits that are over and not completed after all: somebody has to see to it, from that day on. */
function askedAnew({ lifted }: PairingState, { seq, recordedAtMs }: Recorded<ClosingRejected>) {
  return lifted?.endedSeq == null
    ? lifted
    : { ...lifted, completionRejected: { seq, on: dayAt(recordedAtMs) } };
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
    lifted: withoutClosedMonths(state, event.firstVisitMonth),
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

/** Months that ended while the case was closed are no gap in its revisits. */
function withoutClosedMonths({ lifted, closedOn }: PairingState, firstMonth: Month): PairingState["lifted"] {
  if (lifted === null || closedOn === null) return lifted;
  const closed = { from: monthOf(closedOn), before: firstMonth };
  return { ...lifted, closedMonths: [...(lifted.closedMonths ?? []), closed].slice(-CLOSED_TIMES_KEPT) };
}
