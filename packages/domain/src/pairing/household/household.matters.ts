import type { Refusal } from "../../case/refusal";
import { officesOf, successorMatter } from "../handover/handover.matters";
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
  return [successorMatter(state, rules, "successor-proposed-after-move", moved), ...matters];
}

/** A case that ends must not take along that somebody who split off is to be paired; null: nobody is. */
export function newHouseholdOpen({ splitOff }: Pick<PairingState, "splitOff">): Refusal | null {
  if (splitOff.length === 0) return null;
  return { code: "NEW_HOUSEHOLD_UNSETTLED", subjectIds: splitOff.map(({ subjectId }) => subjectId) };
}

/** A successor who was proposed after the move has to answer; until then nobody has to propose another. */
function isAnswerAwaited({ handover }: PairingState, movedSeq: number): boolean {
  return handover !== null && handover.seq > movedSeq;
}
