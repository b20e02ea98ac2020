import type { CommandContext } from "../../case/case-kind";
import { accept, refuse, type Decision } from "../../case/decision";
import { dayAt } from "../../time/day";
import type { PairingRules } from "../pairing.rules";
import { openedOf, type PairingState } from "../pairing.state";
import type { ClosingEvent } from "./closing.events";
import type { ClosingPayloads } from "./closing.moves";

type Context = CommandContext<PairingRules>;

export const DECIDE_CLOSING = {
  requestClosing: decideRequestClosing,
  approveClosing: decideApproveClosing,
  rejectClosing: decideRejectClosing,
};

function decideRequestClosing(
  state: PairingState,
  { reason, happenedOn }: ClosingPayloads["requestClosing"],
  { actor, contentIds, nowMs }: Context,
): Decision<ClosingEvent> {
  const today = dayAt(nowMs);
  if (happenedOn > today) return refuse({ code: "CLOSING_IN_FUTURE", happenedOn, today });
  const { signedOn } = openedOf(state);
  if (happenedOn < signedOn) return refuse({ code: "CLOSING_BEFORE_SIGNING", happenedOn, signedOn });
  return accept({
    type: "ClosingRequested",
    v: 1,
    happenedOn,
    reason,
    requestedBy: actor.accountId,
    contentIds,
  });
}

function decideApproveClosing(
  state: PairingState,
  _payload: ClosingPayloads["approveClosing"],
  { actor, nowMs }: Context,
): Decision<ClosingEvent> {
  const { closing } = state;
  if (closing === null) throw new Error("a pairing in closing has a request");
  if (closing.requestedBy === actor.accountId)
    return refuse({ code: "CLOSING_NEEDS_ANOTHER_PERSON", requestedSeq: closing.seq });
  return accept({
    type: "PairingClosed",
    v: 1,
    happenedOn: dayAt(nowMs),
    reason: closing.reason,
    approvedBy: actor.accountId,
  });
}

function decideRejectClosing(
  _state: PairingState,
  { reason }: ClosingPayloads["rejectClosing"],
  { contentIds, nowMs }: Context,
): Decision<ClosingEvent> {
  return accept({ type: "ClosingRejected", v: 1, happenedOn: dayAt(nowMs), reason, contentIds });
}
