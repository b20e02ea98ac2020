import type { Recorded } from "../../case/case-kind";
import { dayAt, type Day } from "../../time/day";
import { incomeOfYear } from "../income/income-year";
import { RECKONINGS_KEPT } from "../income/income.state";
import { backToHelp } from "../closing/back-to-help";
import { openedOf, type PairingState } from "../pairing.state";
import { withPlanOwed } from "../plan/plan.evolve";
import { withVisitRhythm } from "../visit/visit.evolve";
import type { RevisitEvent } from "./revisit.events";

export function evolveRevisit(state: PairingState, event: Recorded<RevisitEvent>): PairingState {
  switch (event.type) {
    case "RelapseReported":
      return {
        ...state,
        relapse: {
          seq: event.seq,
          reportedBy: event.reportedBy,
          since: dayAt(event.recordedAtMs),
          ...reckoningOf(state, event.incomeYear),
        },
      };
    case "RelapseDismissed":
      return { ...state, relapse: null, lifted: dismissedOf(state, dayAt(event.recordedAtMs)) };
    case "RelapseConfirmed": {
      const { firstVisitMonth, visitEveryMonths, termEndsOn } = event;
      const again = { ...state, opened: { ...openedOf(state), termEndsOn } };
      const helped: PairingState = {
        ...withVisitRhythm(again, event, firstVisitMonth, visitEveryMonths),
        ...backToHelp(state),
        lifted: null,
        relapse: null,
        reviewedSeq: null,
      };
      return withPlanOwed(helped, event, dayAt(event.recordedAtMs), "relapse");
    }
    case "HouseholdOffered":
      return { ...state, lifted: state.lifted === null ? null : { ...state.lifted, isOffered: true } };
    case "RevisitPeriodEnded":
      return { ...state, lifted: state.lifted === null ? null : { ...state.lifted, endedSeq: event.seq } };
  }
}

function reckoningOf(state: PairingState, incomeYear: number | null): { incomeSeq?: number } {
  const income = incomeYear === null ? undefined : incomeOfYear(state, incomeYear);
  return income === undefined ? {} : { incomeSeq: income.seq };
}

/** What was looked at and found to be no relapse has been answered. */
function dismissedOf({ lifted, relapse }: PairingState, on: Day): PairingState["lifted"] {
  if (lifted === null) return null;
  const named = relapse?.incomeSeq === undefined ? [] : [relapse.incomeSeq];
  const incomeSeqs = [...(lifted.dismissed?.incomeSeqs ?? []), ...named].slice(-RECKONINGS_KEPT);
  return { ...lifted, dismissed: { on, incomeSeqs } };
}
