import type { Recorded } from "../../case/case-kind";
import { dayAt } from "../../time/day";
import { backToHelp } from "../closing/back-to-help";
import type { PairingState } from "../pairing.state";
import { withVisitRhythm } from "../visit/visit.evolve";
import { incomeOfYear } from "../income/income-year";
import type { LiftOutEvent, LiftOutSetBack } from "./lift-out.events";
import type { LiftOutStep } from "./lift-out.moves";
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
          incomeYears: event.incomes.map(({ incomeYear }) => incomeYear),
          incomeSeqs: event.incomes.flatMap(({ incomeYear }) => incomeOfYear(state, incomeYear)?.seq ?? []),
          passed: [],
        },
      };
    }
    case "LiftOutSentBack":
      return { ...state, ...backToHelp(state), liftOut: null };
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
          restsOn: restsOn(state),
        },
        termReview: null,
        planOwed: null,
        planSubmitted: null,
        reviewedSeq: null,
      };
    default:
      return { ...state, liftOut: atNextPoint(underWay(state), event) };
  }
}

type StepEvent = Exclude<LiftOutEvent, { type: "LiftOutProposed" | "LiftOutSentBack" | "LiftedOut" }>;

/** The entries that an announcement makes final. */
function restsOn({ liftOut, incomes }: PairingState): readonly number[] {
  const counting = incomes.map(({ seq }) => seq).filter((seq) => liftOut?.incomeSeqs?.includes(seq));
  return [...counting, ...(liftOut?.passed ?? []).map(({ seq }) => seq)];
}

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
      return event.drawn
        ? { ...liftOut, isDrawn: true, drawnOn: event.happenedOn }
        : { ...nextStep(liftOut, event), isDrawn: false };
    case "NoticeHung":
      return {
        ...liftOut,
        notice: { id: event.noticeId, seq: event.seq, from: event.from, until: event.until },
      };
    case "LiftOutSetBack":
      return atStepAgain(liftOut, event);
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
  const passed = [...(liftOut.passed ?? []), { step: liftOut.step, seq }];
  return { ...liftOut, step, stepSeq: seq, stepSince: dayAt(recordedAtMs), passed };
}

/** Whatever came after the step is void with it: a notice that hangs comes down, a review and a draw are made anew. */
function atStepAgain(
  { fallsBackTo: _said, fallsBackBecause: _because, ...liftOut }: LiftOutUnderWay,
  { step, seq, recordedAtMs }: Recorded<LiftOutSetBack>,
): LiftOutUnderWay {
  const { steps } = liftOut;
  const isBefore = (other: LiftOutStep) => steps.indexOf(other) < steps.indexOf(step);
  return {
    ...liftOut,
    step,
    stepSeq: seq,
    stepSince: dayAt(recordedAtMs),
    notice: null,
    reviewedBy: isBefore("township-review") ? liftOut.reviewedBy : null,
    isDrawn: isBefore("county-check") || step === "county-check" ? liftOut.isDrawn : null,
    passed: (liftOut.passed ?? []).filter((each) => isBefore(each.step)),
  };
}
