import type { CommandContext, Recorded } from "../case/case-kind";
import { accept, refuse, type Decision } from "../case/decision";
import { isRankAtLeast } from "../people/rank";
import { dayAt, type Day } from "../time/day";
import type { HandoverAccepted, HandoverDeclined, HandoverProposed, PairingEvent } from "./pairing.events";
import type { PairingPayloads } from "./pairing.moves";
import type { PairingRules } from "./pairing.rules";
import { FORMER_LEADS_KEPT, type PairingState } from "./pairing.state";

type Context = CommandContext<PairingRules>;
type Handover = NonNullable<PairingState["handover"]>;

/** Names a successor: one who may lead this kind of subject, and has a place for it (a claim). */
export function decideProposeHandover(
  { opened, handover }: PairingState,
  { successor, reason, happenedOn }: PairingPayloads["proposeHandover"],
  { rules, actor, contentIds, nowMs }: Context,
): Decision<PairingEvent> {
  if (opened === null) throw new Error("a pairing in help has been opened");
  const today = dayAt(nowMs);
  if (handover !== null) return refuse({ code: "HANDOVER_ALREADY_PROPOSED", proposedSeq: handover.seq });
  if (happenedOn > today) return refuse({ code: "HANDOVER_IN_FUTURE", happenedOn, today });
  if (happenedOn < opened.signedOn)
    return refuse({ code: "HANDOVER_BEFORE_SIGNING", happenedOn, signedOn: opened.signedOn });
  if (successor.id === opened.leadHelperId)
    return refuse({ code: "SUCCESSOR_LEADS_ALREADY", helperId: successor.id });
  const needed = opened.subjectKind === null ? undefined : rules.subjectKinds[opened.subjectKind];
  if (
    opened.subjectKind !== null &&
    needed !== undefined &&
    !isRankAtLeast(successor.rank, needed.leadRankAtLeast)
  )
    return refuse({
      code: "RANK_TOO_LOW",
      rank: successor.rank,
      needed: needed.leadRankAtLeast,
      subjectKind: opened.subjectKind,
    });
  return accept({
    type: "HandoverProposed",
    v: 1,
    happenedOn,
    successorId: successor.id,
    successorRank: successor.rank,
    successorUnitId: successor.unitId,
    reason,
    proposedBy: actor.accountId,
    contentIds,
  });
}

/** By the successor; or by an office that has the signature on paper, but never by whoever proposed it. */
export function decideAcceptHandover(
  state: PairingState,
  { helperId }: PairingPayloads["acceptHandover"],
  { actor, nowMs }: Context,
): Decision<PairingEvent> {
  const { opened, handover } = state;
  if (opened === null) throw new Error("a pairing in help has been opened");
  if (handover === null) return refuse({ code: "NO_HANDOVER_PROPOSED" });
  const isSuccessor = helperId === handover.successor.id;
  if (helperId !== null && !isSuccessor)
    return refuse({ code: "HANDOVER_FOR_ANOTHER", successorId: handover.successor.id });
  if (!isSuccessor && actor.accountId === handover.proposedBy)
    return refuse({ code: "HANDOVER_NEEDS_ANOTHER_PERSON", proposedSeq: handover.seq });
  return accept({
    type: "HandoverAccepted",
    v: 1,
    happenedOn: dayAt(nowMs),
    fromHelperId: opened.leadHelperId,
    fromUnitId: opened.helperUnitId,
    toHelperId: handover.successor.id,
    toUnitId: handover.successor.unitId,
    acceptedBy: actor.accountId,
  });
}

/** The successor declines, or an office takes the proposal back; another one may be made at once. */
export function decideDeclineHandover(
  { handover }: PairingState,
  { helperId, reason }: PairingPayloads["declineHandover"],
  { contentIds, nowMs }: Context,
): Decision<PairingEvent> {
  if (handover === null) return refuse({ code: "NO_HANDOVER_PROPOSED" });
  if (helperId !== null && helperId !== handover.successor.id)
    return refuse({ code: "HANDOVER_FOR_ANOTHER", successorId: handover.successor.id });
  return accept({
    type: "HandoverDeclined",
    v: 1,
    happenedOn: dayAt(nowMs),
    successorId: handover.successor.id,
    reason,
    contentIds,
  });
}

export function evolveHandover(
  state: PairingState,
  event: Recorded<HandoverProposed | HandoverAccepted | HandoverDeclined>,
): PairingState {
  switch (event.type) {
    case "HandoverProposed":
      return { ...state, handover: proposed(event) };
    case "HandoverDeclined":
      return { ...state, handover: null };
    case "HandoverAccepted":
      return {
        ...state,
        handover: null,
        formerLeads: [...state.formerLeads, { id: event.fromHelperId, until: event.happenedOn }].slice(
          -FORMER_LEADS_KEPT,
        ),
        opened:
          state.opened === null
            ? null
            : {
                ...state.opened,
                leadHelperId: event.toHelperId,
                helperUnitId: event.toUnitId,
                coHelpers: state.opened.coHelpers.filter(({ id }) => id !== event.toHelperId),
              },
      };
  }
}

function proposed(event: Recorded<HandoverProposed>): Handover {
  return {
    seq: event.seq,
    successor: { id: event.successorId, rank: event.successorRank, unitId: event.successorUnitId },
    reason: event.reason,
    proposedBy: event.proposedBy,
    proposedOn: dayAt(event.recordedAtMs),
    proposedAtMs: event.recordedAtMs,
    fired: null,
  };
}

/** Whether the household was, or is, that helper's to visit on a day: a late entry of a former lead's visit counts. */
export function mayHaveVisited(state: PairingState, helperId: string, day: Day): boolean {
  return (
    helperId === state.opened?.leadHelperId ||
    isCoHelper(state, helperId) ||
    state.formerLeads.some(({ id, until }) => id === helperId && day <= until)
  );
}

/** A co-helper has a place with the pairing already, and keeps it whatever becomes of the proposal. */
export function isCoHelper({ opened }: PairingState, helperId: string): boolean {
  return opened?.coHelpers.some(({ id }) => id === helperId) ?? false;
}
