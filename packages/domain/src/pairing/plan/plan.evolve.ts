import type { Recorded } from "../../case/case-kind";
import { dayAt, type Day } from "../../time/day";
import type { PairingState } from "../pairing.state";
import type { PlanEvent } from "./plan.events";
import type { PlanCall } from "./plan.moves";

export function evolvePlan(state: PairingState, event: Recorded<PlanEvent>): PairingState {
  const { planSubmitted } = state;
  switch (event.type) {
    case "PlanSubmitted":
      return {
        ...state,
        planOwed: null,
        planSubmitted: {
          seq: event.seq,
          submittedBy: event.submittedBy,
          submittedOn: dayAt(event.recordedAtMs),
          kinds: event.lines.map(({ kind }) => kind),
          answers: state.planOwed?.call ?? null,
        },
      };
    case "PlanApproved":
      return {
        ...leftPlanning(state),
        planOwed: null,
        planSubmitted: null,
        plan: { seq: event.planSeq, kinds: planSubmitted?.kinds ?? [], renewOn: event.renewOn },
      };
    case "PlanSentBack":
      return planSubmitted?.answers == null
        ? { ...state, planSubmitted: null }
        : withPlanOwed({ ...state, planSubmitted: null }, event, dayAt(event.recordedAtMs), "sent-back");
    case "PlanYearEnded":
      return withPlanOwed(state, event, dayAt(event.recordedAtMs), "year-over");
  }
}

/** A new plan is owed from that event on; one that is owed already, or under review, answers the call as well. */
export function withPlanOwed(
  state: PairingState,
  { seq }: { readonly seq: number },
  since: Day,
  call: PlanCall,
): PairingState {
  const { plansAsked, planOwed, planSubmitted } = state;
  if (!plansAsked || planOwed !== null) return state;
  if (planSubmitted === null) return { ...state, planOwed: { seq, since, call } };
  return { ...state, planSubmitted: { ...planSubmitted, answers: planSubmitted.answers ?? call } };
}

/** An approved plan begins help, also when the case would go back to planning after a closing that is rejected. */
function leftPlanning(state: PairingState): PairingState {
  if (state.stage === "planning") return { ...state, stage: "helping" };
  const { closing } = state;
  return closing?.from === "planning" ? { ...state, closing: { ...closing, from: "helping" } } : state;
}
