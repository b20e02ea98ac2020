import type { RuleContext } from "../../case/case-kind";
import { noLongerCounts, type Voidable } from "../correction/voiding";
import { dayAt } from "../../time/day";
import type { PairingRules } from "../pairing.rules";
import type { PairingState } from "../pairing.state";
import type { RelapseDismissed } from "./revisit.events";

/** A report on which nobody has decided yet; one that was decided on goes forward, by a lift-out or another report. */
export const REVISIT_VOIDABLE: { readonly RelapseReported: Voidable } = {
  RelapseReported: {
    barred: ({ relapse }, entry) => (relapse?.seq === entry.seq ? null : noLongerCounts(entry)),
    isBuiltOn: () => false,
    without: (state) => ({ ...state, relapse: null }),
  },
};

/** A relapse that was reported for an income which was found to be wrong is none. */
export function reconcileRelapse(
  { relapse }: PairingState,
  { nowMs }: RuleContext<PairingRules>,
): readonly RelapseDismissed[] {
  if (relapse?.isUnfounded !== true) return [];
  return [
    {
      type: "RelapseDismissed",
      v: 1,
      happenedOn: dayAt(nowMs),
      reason: "income-corrected",
      contentIds: [],
    },
  ];
}
