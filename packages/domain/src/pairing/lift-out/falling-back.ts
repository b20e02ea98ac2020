import type { RuleContext } from "../../case/case-kind";
import { dayAt } from "../../time/day";
import type { PairingRules } from "../pairing.rules";
import type { PairingState } from "../pairing.state";
import type { LiftOutSentBack, LiftOutSetBack } from "./lift-out.events";

/** A lift-out whose ground was found to be wrong goes back, to the step in question or to help. */
export function reconcileLiftOut(
  { liftOut }: PairingState,
  { nowMs }: RuleContext<PairingRules>,
): readonly (LiftOutSentBack | LiftOutSetBack)[] {
  if (liftOut?.fallsBackTo === undefined) return [];
  const { step, fallsBackTo } = liftOut;
  const happenedOn = dayAt(nowMs);
  return fallsBackTo === "help"
    ? [{ type: "LiftOutSentBack", v: 1, happenedOn, step, grounds: ["income-corrected"], contentIds: [] }]
    : [{ type: "LiftOutSetBack", v: 1, happenedOn, from: step, step: fallsBackTo }];
}
