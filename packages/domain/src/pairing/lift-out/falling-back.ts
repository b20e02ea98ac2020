import type { RuleContext } from "../../case/case-kind";
import { dayAt } from "../../time/day";
import type { PairingRules } from "../pairing.rules";
import type { PairingState } from "../pairing.state";
import { incomesNoLongerOverLine } from "./incomes-over-line";
import type { LiftOutSentBack, LiftOutSetBack } from "./lift-out.events";
import type { LiftOutStep, SendBackGround } from "./lift-out.moves";
import type { LiftOutUnderWay } from "./lift-out.state";
import { stepAsTold } from "./lift-out.step";

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
  const { fallsBackTo, fallsBackBecause: because = "entry-corrected" } = liftOut;
  const [step, happenedOn] = [stepAsTold(liftOut), dayAt(nowMs)];
  const toHelp = (ground: SendBackGround): LiftOutSentBack[] => [
    { type: "LiftOutSentBack", v: 1, happenedOn, step, grounds: [ground], contentIds: [] },
  ];
  if (fallsBackTo === "help") return toHelp("income-corrected");
  if (incomesNoLongerOverLine(state, liftOut, rules)) return toHelp("income-not-stable");
  return fallsBackTo === undefined
    ? []
    : [{ type: "LiftOutSetBack", v: 1, happenedOn, from: step, step: fallsBackTo, because }];
}

/** Marked as falling back to that step, unless it falls back further already. */
export function fallingBackTo(
  liftOut: LiftOutUnderWay,
  step: LiftOutStep,
  because?: "household-moved",
): LiftOutUnderWay {
  const { steps, fallsBackTo } = liftOut;
  if (fallsBackTo === "help") return liftOut;
  if (fallsBackTo !== undefined && steps.indexOf(fallsBackTo) <= steps.indexOf(step)) return liftOut;
  const { fallsBackBecause: _before, ...others } = liftOut;
  return { ...others, fallsBackTo: step, ...(because === undefined ? {} : { fallsBackBecause: because }) };
}

/** Representatives, sheet and office of a village that it has left have said nothing about a household of another one. */
export function withoutOldVillage(liftOut: LiftOutUnderWay | null): LiftOutUnderWay | null {
  if (liftOut === null) return null;
  const [first = liftOut.step] = liftOut.steps;
  const step = liftOut.steps.includes("appraisal") ? "appraisal" : first;
  return fallingBackTo(liftOut, step, "household-moved");
}
