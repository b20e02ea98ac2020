import type { CommandContext } from "../../case/case-kind";
import { accept, refuse, type Decision } from "../../case/decision";
import { isRankAtLeast } from "../../people/rank";
import { addDays, dayAt, earlierDay } from "../../time/day";
import type { PairingRules } from "../pairing.rules";
import { openedOf, type PairingState } from "../pairing.state";
import type { HandoverEvent } from "./handover.events";
import type { HandoverPayloads } from "./handover.moves";

type Context = CommandContext<PairingRules>;

export const DECIDE_HANDOVER = {
  reportLeadGone: decideReportLeadGone,
  proposeHandover: decideProposeHandover,
  acceptHandover: decideAcceptHandover,
  declineHandover: decideDeclineHandover,
};

/** So far ahead somebody may be known to leave. */
const GONE_AHEAD_DAYS = 366;

function decideReportLeadGone(
  state: PairingState,
  { helperId, reason, goneOn }: HandoverPayloads["reportLeadGone"],
  { contentIds, nowMs }: Context,
): Decision<HandoverEvent> {
  const { leadHelperId, signedOn } = openedOf(state);
  const today = dayAt(nowMs);
  if (helperId !== leadHelperId) return refuse({ code: "LED_BY_ANOTHER", helperId, leadHelperId });
  const { leadToChange } = state;
  if (leadToChange !== null) return refuse({ code: "SUCCESSOR_OWED_ALREADY", sinceSeq: leadToChange.seq });
  if (goneOn > addDays(today, GONE_AHEAD_DAYS))
    return refuse({ code: "HANDOVER_IN_FUTURE", happenedOn: goneOn, today });
  if (goneOn < signedOn) return refuse({ code: "HANDOVER_BEFORE_SIGNING", happenedOn: goneOn, signedOn });
  return accept({
    type: "LeadGone",
    v: 1,
    happenedOn: earlierDay(goneOn, today),
    helperId,
    reason,
    goneOn,
    contentIds,
  });
}

/** Names a successor: one who may lead this kind of subject, and has a place for it (a claim). */
function decideProposeHandover(
  state: PairingState,
  { successor, reason, happenedOn }: HandoverPayloads["proposeHandover"],
  { rules, actor, contentIds, nowMs }: Context,
): Decision<HandoverEvent> {
  const { handover } = state;
  const opened = openedOf(state);
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
function decideAcceptHandover(
  state: PairingState,
  { helperId }: HandoverPayloads["acceptHandover"],
  { actor, nowMs }: Context,
): Decision<HandoverEvent> {
  const { handover } = state;
  const opened = openedOf(state);
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
function decideDeclineHandover(
  { handover }: PairingState,
  { helperId, reason }: HandoverPayloads["declineHandover"],
  { contentIds, nowMs }: Context,
): Decision<HandoverEvent> {
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
