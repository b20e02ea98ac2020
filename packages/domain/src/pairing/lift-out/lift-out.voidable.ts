import { noLongerCounts, restedOnByLiftOut, type Voidable } from "../correction/voiding";
import { fallingBackTo } from "./falling-back";
import type { LiftOutStep } from "./lift-out.moves";

/** A step's entry that is wrong: the lift-out goes back to that step, and everything after it is done anew. */
function entryOfStep(step: LiftOutStep): Voidable {
  return {
    barred: (state, entry) => {
      const isPassed = state.liftOut?.passed?.some((each) => each.step === step && each.seq === entry.seq);
      return isPassed === true ? null : (restedOnByLiftOut(state, entry) ?? noLongerCounts(entry));
    },
    isBuiltOn: ({ liftOut }, { seq }) => liftOut?.stepSeq !== seq || liftOut.notice !== null,
    without: (state) => {
      const { liftOut } = state;
      return liftOut === null ? state : { ...state, liftOut: fallingBackTo(liftOut, step) };
    },
  };
}

export const LIFT_OUT_VOIDABLE = {
  AppraisalRecorded: entryOfStep("appraisal"),
  OnSiteCheckRecorded: entryOfStep("on-site-check"),
  HouseholdAcknowledged: entryOfStep("acknowledgement"),
  TownshipReviewRecorded: entryOfStep("township-review"),
  CountyCheckRecorded: entryOfStep("county-check"),
} satisfies Record<string, Voidable>;
