import type { Matter } from "../pairing.matters";
import type { PairingRules } from "../pairing.rules";
import { openedOf, type PairingState } from "../pairing.state";

/** The step at which a lift-out stands; and each objection that waits for its answer. */
export function liftOutMatters(state: PairingState, rules: PairingRules): Matter[] {
  const { liftOut } = state;
  if (liftOut === null || rules.liftOut === undefined) return [];
  const { step, notice, stepSince } = liftOut;
  const answering = openedOf(state);
  const ladder = rules.liftOut.steps.find((each) => each.step === step)?.ladder ?? rules.closing.ladder;
  const armedBySeq = notice?.seq ?? liftOut.stepSeq;
  const stepMatter: Matter = {
    key: `${step}:${armedBySeq}`,
    kind: step,
    rule: "lift-out-step-in-time",
    ladder,
    since: notice?.until ?? stepSince,
    armedBySeq,
    answering,
  };
  const { objectionLadder } = rules.liftOut;
  return [
    stepMatter,
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
