import type { RefusalCode } from "../../case/refusal";
import type { PairingRules } from "../pairing.rules";
import type { PairingState } from "../pairing.state";

const needsSubmitted = ({ planSubmitted }: PairingState): RefusalCode | null =>
  planSubmitted === null ? "NO_PLAN_SUBMITTED" : null;

export const PLAN_BARS = {
  submitPlan: ({ planSubmitted }: PairingState, { plan }: PairingRules): RefusalCode | null => {
    if (plan === undefined) return "PLAN_NOT_IN_PROGRAMME";
    return planSubmitted === null ? null : "PLAN_UNDER_REVIEW";
  },
  approvePlan: needsSubmitted,
  sendBackPlan: needsSubmitted,
};
