import type { LadderRung } from "../ladder/escalation-ladder";
import { WHOLE_RULES, type PairingLife } from "./pairing.spec-support";

const { plan, occasions, liftOut, revisit, term, handover, visit, correction, closing } = WHOLE_RULES;
const LADDER_OF: Readonly<Record<string, readonly LadderRung[] | undefined>> = {
  visit: visit.ladder,
  plan: plan?.ladder,
  "plan-review": plan?.reviewLadder,
  occasion: occasions?.ladder,
  "occasion-visit": occasions?.ladder,
  ...Object.fromEntries((liftOut?.steps ?? []).map(({ step, ladder }) => [step, ladder])),
  objection: liftOut?.objectionLadder,
  relapse: revisit?.relapseLadder,
  "relapse-report": revisit?.relapseLadder,
  "relapse-decision": revisit?.relapseLadder,
  "next-household": revisit?.offerLadder,
  "revisits-completed": revisit?.completionLadder,
  "term-review": term?.ladder,
  handover: handover?.ladder,
  "handover-answer": handover?.ladder,
  successor: handover?.ladder.filter(({ seat }) => seat === "county-office"),
  "successor-proposal": handover?.ladder.filter(({ seat }) => seat === "county-office"),
  "new-household": handover?.ladder.filter(({ seat }) => seat === "county-office"),
  correction: correction?.ladder,
  "correction-decision": correction?.ladder,
  closing: closing.ladder,
  "closing-decision": closing.ladder,
};

/** Whether revisits are completed is decided on the ladder of their own. */
export function ladderOf(kind: string, { state }: PairingLife): readonly LadderRung[] | undefined {
  const isCompletion = kind === "closing-decision" && state.closing?.reason === "revisits-completed";
  return LADDER_OF[isCompletion ? "revisits-completed" : kind];
}

/** The highest rung of a matter, by the first part of its key: what kind of matter it is about. */
export function topOf(key: string, life: PairingLife): number {
  const asked = life.events("ClosingRequested").find(({ seq }) => key === `closing:${seq}`);
  const kind = key.slice(0, key.indexOf(":"));
  return (LADDER_OF[asked?.reason === "revisits-completed" ? asked.reason : kind]?.length ?? 0) - 1;
}
