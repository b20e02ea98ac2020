import type { LadderRung } from "../../ladder/escalation-ladder";
import type { Matter } from "../pairing.matters";
import type { PairingRules } from "../pairing.rules";
import { openedOf, type PairingState } from "../pairing.state";

/** A successor's answer, while one is proposed; its ladder begins with the successor. Else the proposal of one, where it is owed. */
export function handoverMatters(state: PairingState, rules: PairingRules): Matter[] {
  const { handover, leadToChange, moved } = state;
  if (handover === null)
    return leadToChange === null || moved !== null
      ? []
      : [successorMatter(state, rules, "successor-proposed-in-time", leadToChange)];
  const { id, unitId } = handover.successor;
  return [
    {
      key: `handover:${handover.seq}`,
      kind: "handover-answer",
      rule: "handover-answered-in-time",
      ladder: (rules.handover ?? rules.visit).ladder,
      since: handover.proposedOn,
      armedBySeq: handover.seq,
      answering: { ...openedOf(state), leadHelperId: id, helperUnitId: unitId },
    },
  ];
}

/** Some office has to propose who takes over. */
export function successorMatter(
  state: PairingState,
  rules: PairingRules,
  rule: "successor-proposed-in-time" | "successor-proposed-after-move",
  { seq, since }: Pick<Matter, "since"> & { readonly seq: number },
): Matter {
  return {
    key: `successor:${seq}`,
    kind: "successor-proposal",
    rule,
    ladder: officesOf(rules),
    since,
    armedBySeq: seq,
    answering: openedOf(state),
  };
}

/** The handover's ladder from its first office on, for only an office proposes; else who decides on closings. */
export function officesOf({ handover, visit, closing }: PairingRules): readonly LadderRung[] {
  const { ladder } = handover ?? visit;
  const offices = ladder.filter(({ seat }) => seat !== "lead-helper" && seat !== "unit-head");
  return offices.length > 0 ? offices : closing.ladder;
}
