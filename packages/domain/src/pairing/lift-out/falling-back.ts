import type { RuleContext } from "../../case/case-kind";
import { dayAt } from "../../time/day";
import type { PairingRules } from "../pairing.rules";
import type { PairingState } from "../pairing.state";
import { incomesNoLongerOverLine } from "./incomes-over-line";
import type { LiftOutSentBack, LiftOutSetBack } from "./lift-out.events";
import type { SendBackGround } from "./lift-out.moves";

/**
 * A lift-out whose ground was found to be wrong goes back, to the step in question or to help; and one whose income was
 * reckoned anew and does not lie over the line any more goes back to help, however far it had come.
 */
export function reconcileLiftOut(
  state: PairingState,
  { rules, nowMs }: RuleContext<PairingRules>,
): readonly (LiftOutSentBack | LiftOutSetBack)[] {
  const { liftOut } = state;
  if (liftOut === null) return [];
  const { step, fallsBackTo } = liftOut;
  const happenedOn = dayAt(nowMs);
  const toHelp = (ground: SendBackGround): LiftOutSentBack[] => [
    { type: "LiftOutSentBack", v: 1, happenedOn, step, grounds: [ground], contentIds: [] },
  ];
  if (fallsBackTo === "help") return toHelp("income-corrected");
  if (incomesNoLongerOverLine(state, liftOut, rules)) return toHelp("income-not-stable");
  return fallsBackTo === undefined
    ? []
    : [{ type: "LiftOutSetBack", v: 1, happenedOn, from: step, step: fallsBackTo }];
}
