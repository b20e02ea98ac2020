import { lies } from "../../area/division-code";
import type { CommandContext } from "../../case/case-kind";
import { accept, refuse, type Decision } from "../../case/decision";
import type { Refusal } from "../../case/refusal";
import { isFamily, type SubjectKind } from "../../subject/subject-kind";
import { dayAt } from "../../time/day";
import { correctionOpen } from "../correction/correction.bars";
import { newHouseholdOpen } from "../household/household.matters";
import type { PairingRules } from "../pairing.rules";
import { openedOf, type PairingState } from "../pairing.state";
import { notCompleted } from "../revisit/completion";
import type { ClosingEvent } from "./closing.events";
import type { ClosingPayloads } from "./closing.moves";
import { closingKindOf } from "./closing-kinds";
import { decideReopen, officeAbove } from "./reopening";

type Context = CommandContext<PairingRules>;

export const DECIDE_CLOSING = {
  requestClosing: decideRequestClosing,
  approveClosing: decideApproveClosing,
  rejectClosing: decideRejectClosing,
  reopen: decideReopen,
};
export const CLOSING_BARS = {
  requestClosing: (state: PairingState) => newHouseholdOpen(state)?.code ?? null,
  approveClosing: (state: PairingState) => (correctionOpen(state) ?? newHouseholdOpen(state))?.code ?? null,
};

function decideRequestClosing(
  state: PairingState,
  payload: ClosingPayloads["requestClosing"],
  { rules, actor, contentIds, nowMs }: Context,
): Decision<ClosingEvent> {
  const { reason, happenedOn, proof, movedTo } = payload;
  const today = dayAt(nowMs);
  if (happenedOn > today) return refuse({ code: "CLOSING_IN_FUTURE", happenedOn, today });
  const { signedOn } = openedOf(state);
  if (happenedOn < signedOn) return refuse({ code: "CLOSING_BEFORE_SIGNING", happenedOn, signedOn });
  const missing = newHouseholdOpen(state) ?? missingOf(payload, openedOf(state).subjectKind, rules);
  if (missing !== null) return refuse(missing);
  return accept({
    type: "ClosingRequested",
    v: 1,
    happenedOn,
    reason,
    requestedBy: actor.accountId,
    ...(proof === undefined ? {} : { proof }),
    ...(movedTo === undefined ? {} : { movedTo }),
    contentIds,
  });
}

/** What this kind of closing still lacks; null: it may be asked for. */
function missingOf(
  { reason, proof, movedTo, membersLeft = 0, evidence = 0 }: ClosingPayloads["requestClosing"],
  subjectKind: SubjectKind | null,
  rules: PairingRules,
): Refusal | null {
  const { proofs, evidenceAtLeast, asksDestination } = closingKindOf(reason, rules);
  // One member's death leaves a household that still needs its helper: a change of the household, not its end.
  if (reason === "died" && membersLeft > 0 && (subjectKind === null || isFamily(subjectKind)))
    return { code: "HOUSEHOLD_HAS_FURTHER_MEMBERS", left: membersLeft };
  if (asksDestination && movedTo === undefined) return { code: "CLOSING_DESTINATION_MISSING" };
  if (movedTo !== undefined && rules.areaCode !== null && lies(movedTo, rules.areaCode))
    return { code: "MOVED_WITHIN_PROGRAMME", movedTo, programmeAreaCode: rules.areaCode };
  if (proofs.length > 0 && (proof === undefined || !proofs.includes(proof)))
    return { code: "CLOSING_PROOF_MISSING", reason, proofs };
  if (evidence < evidenceAtLeast)
    return { code: "CLOSING_EVIDENCE_MISSING", reason, given: evidence, needed: evidenceAtLeast };
  return null;
}

/** By somebody who did not ask for it, of an office that may decide on this kind. */
function decideApproveClosing(
  state: PairingState,
  _payload: ClosingPayloads["approveClosing"],
  { rules, actor, nowMs }: Context,
): Decision<ClosingEvent> {
  const { closing } = state;
  if (closing === null) throw new Error("a pairing in closing has a request");
  const open = correctionOpen(state) ?? newHouseholdOpen(state);
  if (open !== null) return refuse(open);
  if (closing.requestedBy === actor.accountId)
    return refuse({ code: "CLOSING_NEEDS_ANOTHER_PERSON", requestedSeq: closing.seq });
  const above = officeAbove(closing.reason, actor.role, rules);
  if (above !== null) return refuse(above);
  const unmade = closing.reason === "revisits-completed" ? notCompleted(state, rules, closing.gaps) : null;
  if (unmade !== null) return refuse(unmade);
  return accept({
    type: "PairingClosed",
    v: 1,
    happenedOn: dayAt(nowMs),
    reason: closing.reason,
    approvedBy: actor.accountId,
  });
}

function decideRejectClosing(
  { closing }: PairingState,
  { reason }: ClosingPayloads["rejectClosing"],
  { rules, actor, contentIds, nowMs }: Context,
): Decision<ClosingEvent> {
  if (closing === null) throw new Error("a pairing in closing has a request");
  const above = officeAbove(closing.reason, actor.role, rules);
  if (above !== null) return refuse(above);
  return accept({ type: "ClosingRejected", v: 1, happenedOn: dayAt(nowMs), reason, contentIds });
}
