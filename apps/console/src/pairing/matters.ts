import { LIFT_OUT_STORY } from "@jiedui/domain";
import type { EventFilter } from "../app/search";

/** The events of a pairing by the matter that they belong to, in the order of a life. */
export const EVENTS_OF = {
  opening: ["PairingOpened"],
  plan: ["PlanSubmitted", "PlanApproved", "PlanSentBack", "PlanYearEnded"],
  measures: ["MeasureRecorded", "MeasureCorrected", "ProjectAdvanced"],
  visits: ["VisitRecorded", "VisitVoided"],
  occasions: ["OccasionReported"],
  steps: ["VisitReminded", "ObligationEscalated", "EscalationWithdrawn", "EscalationSettled"],
  income: ["IncomeRecorded"],
  liftOut: [...LIFT_OUT_STORY, "LiftOutSentBack"],
  revisits: [
    "RelapseReported",
    "RelapseConfirmed",
    "RelapseDismissed",
    "HouseholdOffered",
    "RevisitPeriodEnded",
  ],
  term: ["TermRenewed", "TermReviewed"],
  handovers: ["LeadGone", "HandoverProposed", "HandoverAccepted", "HandoverDeclined"],
  coHelpers: ["CoHelperAdded", "CoHelperEnded"],
  household: ["HouseholdChanged", "HouseholdSplit", "HouseholdMoved", "NewHouseholdSettled"],
  corrections: ["VoidRequested", "VoidDeclined", "EntryVoided"],
  closing: ["ClosingRequested", "ClosingRejected", "PairingClosed", "PairingReopened"],
} as const satisfies Record<string, readonly string[]>;

/** What a chip above the story lets through. */
const SHOWN_BY: Readonly<Record<EventFilter, readonly string[]>> = {
  visits: EVENTS_OF.visits,
  plan: [...EVENTS_OF.plan, ...EVENTS_OF.measures],
  occasions: EVENTS_OF.occasions,
  steps: EVENTS_OF.steps,
  corrections: [
    ...EVENTS_OF.corrections,
    "VisitVoided",
    "MeasureCorrected",
    "EscalationWithdrawn",
    "LiftOutSetBack",
  ],
  liftOut: [...EVENTS_OF.income, ...EVENTS_OF.liftOut, ...EVENTS_OF.revisits, ...EVENTS_OF.term],
  handovers: [...EVENTS_OF.opening, ...EVENTS_OF.handovers, ...EVENTS_OF.coHelpers],
  household: EVENTS_OF.household,
  closing: EVENTS_OF.closing,
};

export function isShownBy(filter: EventFilter | undefined, type: string): boolean {
  return filter === undefined || SHOWN_BY[filter].includes(type);
}
