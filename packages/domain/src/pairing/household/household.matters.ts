import type { LadderRung } from "../../ladder/escalation-ladder";
import type { Matter } from "../pairing.matters";
import type { PairingRules } from "../pairing.rules";
import { openedOf, type PairingState } from "../pairing.state";

/** A successor for who has moved beyond the township, and a pairing for each household that has split off. */
export function householdMatters(state: PairingState, rules: PairingRules): Matter[] {
  const { moved, splitOff } = state;
  const ladder = officesOf(rules);
  const answering = openedOf(state);
  const matters = splitOff.map(({ seq, since }): Matter => ({
    key: `new-household:${seq}`,
    kind: "new-household",
    rule: "split-household-paired",
    ladder,
    since,
    armedBySeq: seq,
    answering,
  }));
  if (moved === null || isAnswerAwaited(state, moved.seq)) return matters;
  const { seq, since } = moved;
  const successor: Matter = {
    key: `successor:${seq}`,
    kind: "successor-proposal",
    rule: "successor-proposed-after-move",
    ladder,
    since,
    armedBySeq: seq,
    answering,
  };
  return [successor, ...matters];
}

/** A successor who was proposed after the move has to answer; until then nobody has to propose another. */
function isAnswerAwaited({ handover }: PairingState, movedSeq: number): boolean {
  return handover !== null && handover.seq > movedSeq;
}

/** The handover's ladder from its first office on, for only an office proposes; else who decides on closings. */
function officesOf({ handover, visit, closing }: PairingRules): readonly LadderRung[] {
  const { ladder } = handover ?? visit;
  const offices = ladder.filter(({ seat }) => seat !== "lead-helper" && seat !== "unit-head");
  return offices.length > 0 ? offices : closing.ladder;
}
