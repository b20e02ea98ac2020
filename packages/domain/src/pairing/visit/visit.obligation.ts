import type { RuleContext } from "../../case/case-kind";
import type { Obligation } from "../../case/obligation";
import { climb } from "../../ladder/escalation-ladder";
import { addDays, dayAt, lastDayOf, startOf, type Day, type InstantMs } from "../../time/day";
import type { PairingEvent } from "../pairing.events";
import { becauseOf, escalated, obligationAt, type ObligationContext } from "../pairing.matters";
import type { PairingRules } from "../pairing.rules";
import { openedOf, type PairingState } from "../pairing.state";
import { endedEscalations, missedMonths, visitKey } from "./visit-duty";
import type { EscalationSettled, EscalationWithdrawn, VisitReminded } from "./visit.events";
import type { VisitDuty } from "./visit.state";

/** Reminders go out in the morning. */
const REMINDER_HOUR_MS = 8 * 3_600_000;

/** The visit that is owed: always one, as long as the pairing is open. */
export function visitObligation(
  state: PairingState,
  duty: VisitDuty,
  context: ObligationContext,
): Obligation {
  const dueOn = lastDayOf(duty.month);
  const { ladder } = context.rules.visit;
  const position = climb(ladder, dueOn, duty.fired, context.calendar, state.jitterMs, duty.openedAtMs);
  const base = obligationAt(position, ladder, openedOf(state), {
    key: visitKey(duty.month),
    kind: "visit",
    rule: state.lifted === null ? "regular-visit" : "revisit-after-lift-out",
    dueOn,
    armedBySeq: duty.openedBySeq,
  });
  const remindAtMs = remindersOf(duty, dueOn, context.rules, state.jitterMs)[0]?.atMs;
  if (remindAtMs === undefined || remindAtMs >= position.nextAtMs) return base;
  return { ...base, nextStep: "remind", nextAtMs: remindAtMs, reckoning: null };
}

/** Reminders whose time had passed before the month was owed are not sent; an overdue visit is escalated instead. */
function remindersOf(
  duty: VisitDuty,
  dueOn: Day,
  rules: PairingRules,
  jitterMs: number,
): { ordinal: number; atMs: InstantMs }[] {
  if (duty.fired !== null) return [];
  return rules.visit.reminderDaysBefore
    .map((days, index) => ({
      ordinal: index + 1,
      atMs: startOf(addDays(dueOn, -days)) + REMINDER_HOUR_MS + jitterMs,
    }))
    .filter((reminder) => reminder.ordinal > duty.reminded && reminder.atMs > duty.openedAtMs);
}

/**
 * What the passing of a visit's time brings. After an outage only what still makes sense is said: several reminders
 * become one, and one whose visit is to be escalated by now is not sent at all.
 */
export function onVisitDue(
  state: PairingState,
  duty: VisitDuty,
  obligation: Obligation,
  context: RuleContext<PairingRules>,
): readonly PairingEvent[] {
  const { ladder } = context.rules.visit;
  const ladderOfVisits = { ladder, answering: openedOf(state) };
  const missed = {
    missedMonths: missedMonths(duty.month, dayAt(context.nowMs)),
    ...(duty.uncoveredBySeq === undefined || duty.fired !== null
      ? {}
      : { uncoveredBySeq: duty.uncoveredBySeq }),
  };
  const { nextStep } = obligation;
  if (nextStep !== "remind")
    return [escalated({ ...obligation, nextStep }, ladderOfVisits, context.nowMs, missed)];
  const climbing = climb(
    ladder,
    obligation.dueOn,
    duty.fired,
    context.calendar,
    state.jitterMs,
    duty.openedAtMs,
  );
  if (context.nowMs < climbing.nextAtMs) return [reminded(obligation, duty, context, state.jitterMs)];
  const { nextAtMs, reckoning } = climbing;
  return [
    escalated(
      { ...obligation, nextStep: climbing.nextStep, nextAtMs, reckoning },
      ladderOfVisits,
      context.nowMs,
      missed,
    ),
  ];
}

function reminded(
  obligation: Obligation,
  duty: VisitDuty,
  context: RuleContext<PairingRules>,
  jitterMs: number,
): VisitReminded {
  const past = remindersOf(duty, obligation.dueOn, context.rules, jitterMs).filter(
    (each) => each.atMs <= context.nowMs,
  );
  return {
    type: "VisitReminded",
    v: 1,
    happenedOn: dayAt(context.nowMs),
    obligationKey: obligation.key,
    reminder: past[past.length - 1]?.ordinal ?? duty.reminded + 1,
    seat: obligation.seats[0],
    because: becauseOf(obligation, context.nowMs),
  };
}

/** Says of each escalation that a visit has ended whether it had been wrong, or right and is now settled. */
export function reconcileVisits(
  state: PairingState,
  context: RuleContext<PairingRules>,
): readonly (EscalationWithdrawn | EscalationSettled)[] {
  const { withdrawn, settled } = endedEscalations(state);
  const happenedOn = dayAt(context.nowMs);
  return [
    ...withdrawn.map(({ month, rung, by }) => ({
      type: "EscalationWithdrawn" as const,
      v: 1 as const,
      happenedOn,
      obligationKey: visitKey(month),
      rung,
      becauseOfVisitId: by.id,
    })),
    ...settled.map(({ month, rung, by }) => ({
      type: "EscalationSettled" as const,
      v: 1 as const,
      happenedOn,
      obligationKey: visitKey(month),
      rung,
      becauseOfVisitId: by.id,
    })),
  ];
}
