import type { CommandContext } from "../../case/case-kind";
import { accept, refuse, type Decision } from "../../case/decision";
import type { Refusal } from "../../case/refusal";
import { addDays, dayAt, monthOf, type Day, type Month } from "../../time/day";
import { DECIDE_HANDOVER } from "../handover/handover.decide";
import type { HandoverEvent } from "../handover/handover.events";
import type { PairingRules } from "../pairing.rules";
import { openedOf, type PairingState } from "../pairing.state";
import { owedMonth } from "../visit/visit-duty";
import type { PairingReopened } from "./closing.events";
import type { ClosingPayloads } from "./closing.moves";
import { mayDecide, officeFor, reopenWithinDaysOf } from "./closing-kinds";
import type { Closed } from "./closing.state";

/** The last day on which a closed case may be reopened; null while it is open. */
export function reopenableUntil(
  { closedOn, closed }: Pick<PairingState, "closedOn" | "closed">,
  rules: Pick<PairingRules, "closing">,
): Day | null {
  return closedOn === null || closed === null ? null : addDays(closedOn, reopenWithinDaysOf(rules));
}

/**
 * A closing that was wrong is taken back within the policy's days, by somebody who did not approve it. Places with the
 * subject and the helpers are taken anew (claims); where the helper cannot go on, a successor is proposed in the same breath.
 */
export function decideReopen(
  state: PairingState,
  { reason, successor }: ClosingPayloads["reopen"],
  context: CommandContext<PairingRules>,
): Decision<PairingReopened | HandoverEvent> {
  const { actor, contentIds, nowMs, rules } = context;
  const { closed, closedOn } = state;
  const lastDay = reopenableUntil(state, rules);
  if (closed === null || closedOn === null || lastDay === null)
    throw new Error("a closed pairing knows its closing");
  const today = dayAt(nowMs);
  if (today > lastDay) return refuse({ code: "REOPENING_TOO_LATE", closedOn, lastDay, today });
  if (closed.by === actor.accountId)
    return refuse({ code: "REOPENING_NEEDS_ANOTHER_PERSON", closedSeq: closed.seq });
  const above = officeAbove(closed.reason, actor.role, rules);
  if (above !== null) return refuse(above);
  const reopened: PairingReopened = {
    type: "PairingReopened",
    v: 1,
    happenedOn: today,
    reason,
    reopenedBy: actor.accountId,
    closedSeq: closed.seq,
    stage: closed.from,
    firstVisitMonth: firstMonthAgain(state, today),
    leadGoesOn: successor === null,
    contentIds,
  };
  if (successor === null) return accept<PairingReopened | HandoverEvent>(reopened);
  const proposal = DECIDE_HANDOVER.proposeHandover(
    state,
    { successor, reason: "unable", happenedOn: today },
    { ...context, contentIds: [] },
  );
  return proposal.accepted ? accept<PairingReopened | HandoverEvent>(reopened, ...proposal.events) : proposal;
}

/** What is decided by an office above that role's; null: the role may decide. */
export function officeAbove(reason: Closed["reason"], role: string, rules: PairingRules): Refusal | null {
  const needed = officeFor(reason, rules);
  return mayDecide(role, needed) ? null : { code: "CLOSING_NEEDS_HIGHER_OFFICE", reason, needed };
}

/** What was owed goes on being owed; a month that ended while the case was closed is not held against anybody. */
function firstMonthAgain(state: PairingState, today: Day): Month {
  const owed = owedMonth(openedOf(state), state);
  return owed > monthOf(today) ? owed : monthOf(today);
}
