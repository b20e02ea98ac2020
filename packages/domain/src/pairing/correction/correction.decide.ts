import type { CommandContext } from "../../case/case-kind";
import { accept, refuse, type Decision } from "../../case/decision";
import { dayAt } from "../../time/day";
import type { PairingRules } from "../pairing.rules";
import type { PairingState } from "../pairing.state";
import { voidedVisit } from "../visit/visit.voidable";
import type { CorrectionDecided, EntryVoided } from "./correction.events";
import type { CorrectionPayloads } from "./correction.moves";
import { MOST_CORRECTIONS_OPEN, type RequestedVoid } from "./correction.state";
import type { Entry } from "./entry";
import { voidableOf } from "./voidable";

type Context = CommandContext<PairingRules>;
type Decided = Decision<CorrectionDecided>;

export const DECIDE_CORRECTION = {
  requestVoid: decideRequestVoid,
  approveVoid: decideApproveVoid,
  declineVoid: decideDeclineVoid,
};

/**
 * A wrong entry is taken out by two persons. What somebody entered on this very day, and nobody has built on, the same
 * person takes back alone: a slip of the keyboard is no affair of two offices.
 */
function decideRequestVoid(
  state: PairingState,
  { entry, reason }: CorrectionPayloads["requestVoid"],
  { actor, contentIds, nowMs }: Context,
): Decided {
  const voidable = voidableOf(entry.type);
  if (voidable === undefined)
    return refuse({ code: "ENTRY_NOT_VOIDABLE", entrySeq: entry.seq, entryType: entry.type });
  const asked = state.corrections.find((each) => each.entry.seq === entry.seq);
  if (asked !== undefined) return refuse({ code: "VOID_REQUESTED_ALREADY", requestedSeq: asked.seq });
  const barred = voidable.barred(state, entry);
  if (barred !== null) return refuse(barred);
  const happenedOn = dayAt(nowMs);
  const requestedBy = actor.accountId;
  if (isOwnSlip(entry, requestedBy, happenedOn) && !voidable.isBuiltOn(state, entry))
    return voided(state, {
      happenedOn,
      entry,
      reason,
      requestedSeq: null,
      requestedBy,
      approvedBy: null,
      contentIds,
    });
  const open = state.corrections.length;
  if (open >= MOST_CORRECTIONS_OPEN)
    return refuse({ code: "TOO_MANY_CORRECTIONS_OPEN", open, allowed: MOST_CORRECTIONS_OPEN });
  return accept<CorrectionDecided>({
    type: "VoidRequested",
    v: 1,
    happenedOn,
    entry,
    reason,
    requestedBy,
    contentIds,
  });
}

function decideApproveVoid(
  state: PairingState,
  { requestedSeq }: CorrectionPayloads["approveVoid"],
  { actor, nowMs }: Context,
): Decided {
  const asked = byAnother(state, requestedSeq, actor.accountId);
  if ("accepted" in asked) return asked;
  const { entry, reason, requestedBy } = asked;
  const barred = voidableOf(entry.type)?.barred(state, entry);
  if (barred != null) return refuse(barred);
  return voided(state, {
    happenedOn: dayAt(nowMs),
    entry,
    reason,
    requestedSeq,
    requestedBy,
    approvedBy: actor.accountId,
    contentIds: [],
  });
}

function decideDeclineVoid(
  state: PairingState,
  { requestedSeq, reason }: CorrectionPayloads["declineVoid"],
  { actor, contentIds, nowMs }: Context,
): Decided {
  const asked = byAnother(state, requestedSeq, actor.accountId);
  if ("accepted" in asked) return asked;
  return accept<CorrectionDecided>({
    type: "VoidDeclined",
    v: 1,
    happenedOn: dayAt(nowMs),
    requestedSeq,
    entry: asked.entry,
    reason,
    declinedBy: actor.accountId,
    contentIds,
  });
}

/** Four eyes: the request, unless it is the decider's own. */
function byAnother({ corrections }: PairingState, requestedSeq: number, accountId: string) {
  const asked: RequestedVoid | undefined = corrections.find(({ seq }) => seq === requestedSeq);
  if (asked === undefined) return refuse({ code: "NO_VOID_REQUESTED", requestedSeq });
  return asked.requestedBy === accountId
    ? refuse({ code: "VOID_NEEDS_ANOTHER_PERSON", requestedSeq })
    : asked;
}

function isOwnSlip({ recordedBy, recordedOn }: Entry, accountId: string, today: string): boolean {
  return recordedBy === accountId && recordedOn === today;
}

function voided(state: PairingState, facts: Omit<EntryVoided, "type" | "v">): Decided {
  const event: EntryVoided = { type: "EntryVoided", v: 1, ...facts };
  const visit = voidedVisit(state, facts);
  return visit === null ? accept<CorrectionDecided>(event) : accept<CorrectionDecided>(event, visit);
}
