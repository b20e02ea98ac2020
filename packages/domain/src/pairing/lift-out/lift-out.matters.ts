import { laterDay } from "../../time/day";
import type { Matter } from "../pairing.matters";
import type { PairingRules } from "../pairing.rules";
import { openedOf, type PairingState } from "../pairing.state";

/**
 * The step at which a lift-out stands, unless it rests; and each objection that waits for its answer. While a closing is
 * asked for nobody owes a further step, and after a rejected one its days are counted anew; a notice hangs on.
 */
export function liftOutMatters(state: PairingState, rules: PairingRules): Matter[] {
  const { liftOut, stage } = state;
  if (liftOut === null || rules.liftOut === undefined) return [];
  const { step, notice, stepSince, stepSeq, resumed } = liftOut;
  const answering = openedOf(state);
  const ladder = rules.liftOut.steps.find((each) => each.step === step)?.ladder ?? rules.closing.ladder;
  const armedBySeq = notice?.seq ?? Math.max(stepSeq, resumed?.seq ?? 0);
  const stepMatter: Matter = {
    key: `${step}:${armedBySeq}`,
    kind: step,
    rule: "lift-out-step-in-time",
    ladder,
    since: notice?.until ?? laterDay(stepSince, resumed?.on ?? stepSince),
    armedBySeq,
    answering,
  };
  const { objectionLadder } = rules.liftOut;
  const isResting = stage === "closing" && notice === null;
  return [
    ...(isResting ? [] : [stepMatter]),
    ...liftOut.objections
      .filter(({ isAnswered }) => !isAnswered)
      .map(({ seq, since }): Matter => ({
        key: `objection:${seq}`,
        kind: "objection",
        rule: "objection-answered-in-time",
        ladder: objectionLadder,
        since,
        armedBySeq: seq,
        answering,
      })),
  ];
}
