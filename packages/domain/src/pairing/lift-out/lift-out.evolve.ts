import type { Recorded } from "../../case/case-kind";
import { dayAt } from "../../time/day";
import type { PairingState } from "../pairing.state";
import { withVisitRhythm } from "../visit/visit.evolve";
import type { LiftOutEvent } from "./lift-out.events";
import type { LiftOutUnderWay } from "./lift-out.state";
import { underWay } from "./lift-out.step";

export function evolveLiftOut(state: PairingState, event: Recorded<LiftOutEvent>): PairingState {
  switch (event.type) {
    case "LiftOutProposed": {
      const [step] = event.steps;
      if (step === undefined) throw new Error("a lift-out has a first step");
      return {
        ...state,
        stage: "verifying",
        liftOut: {
          seq: event.seq,
          proposedBy: event.proposedBy,
          reviewedBy: null,
          steps: event.steps,
          step,
          stepSeq: event.seq,
          stepSince: dayAt(event.recordedAtMs),
          notice: null,
          objections: [],
          isDrawn: null,
        },
      };
    }
    case "LiftOutSentBack":
      return { ...state, stage: "helping", liftOut: null };
    case "LiftedOut":
      return {
        ...withVisitRhythm(state, event, event.firstRevisitMonth, event.revisitEveryMonths),
        stage: "revisiting",
        liftOut: null,
        lifted: {
          seq: event.seq,
          on: event.happenedOn,
          until: event.revisitUntil,
          isOffered: false,
          endedSeq: null,
        },
        termReview: null,
        planOwed: null,
        planSubmitted: null,
      };
    default:
      return { ...state, liftOut: atNextPoint(underWay(state), event) };
  }
}

type StepEvent = Exclude<LiftOutEvent, { type: "LiftOutProposed" | "LiftOutSentBack" | "LiftedOut" }>;

function atNextPoint(liftOut: LiftOutUnderWay, event: Recorded<StepEvent>): LiftOutUnderWay {
  switch (event.type) {
    case "AppraisalRecorded":
    case "OnSiteCheckRecorded":
    case "HouseholdAcknowledged":
    case "CountyCheckRecorded":
    case "LiftOutApproved":
      return nextStep(liftOut, event);
    case "TownshipReviewRecorded":
      return { ...nextStep(liftOut, event), reviewedBy: event.reviewedBy };
    case "NoticeConcluded":
      return { ...nextStep(liftOut, event), notice: null, objections: [] };
    case "CountyCheckDrawn":
      return event.drawn ? { ...liftOut, isDrawn: true } : { ...nextStep(liftOut, event), isDrawn: false };
    case "NoticeHung":
      return {
        ...liftOut,
        notice: { id: event.noticeId, seq: event.seq, from: event.from, until: event.until },
      };
    case "NoticeTakenDown":
      return { ...liftOut, notice: null };
    case "ObjectionRaised":
      return {
        ...liftOut,
        objections: [
          ...liftOut.objections,
          { id: event.objectionId, seq: event.seq, since: dayAt(event.recordedAtMs), isAnswered: false },
        ],
      };
    case "ObjectionAnswered":
      return {
        ...liftOut,
        objections: liftOut.objections.map((each) =>
          each.id === event.objectionId ? { ...each, isAnswered: true } : each,
        ),
      };
  }
}

/** The last step ends with an event of its own, so that there always is a next one here. */
function nextStep(liftOut: LiftOutUnderWay, { seq, recordedAtMs }: Recorded<StepEvent>): LiftOutUnderWay {
  const step = liftOut.steps[liftOut.steps.indexOf(liftOut.step) + 1] ?? liftOut.step;
  return { ...liftOut, step, stepSeq: seq, stepSince: dayAt(recordedAtMs) };
}
