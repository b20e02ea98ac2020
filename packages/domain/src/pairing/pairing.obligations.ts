import type { RuleContext } from "../case/case-kind";
import type { Because, Obligation } from "../case/obligation";
import { ADMINISTRATOR_SEAT, seatId, type SeatId, type SeatKind } from "../case/seat";
import { climb, type LadderPosition, type LadderRung } from "../ladder/escalation-ladder";
import { addDays, dayAt, lastDayOf, startOf, type Day, type InstantMs } from "../time/day";
import { countWorkingDays } from "../time/work-calendar";
import type {
  EscalationSettled,
  EscalationWithdrawn,
  ObligationEscalated,
  PairingEvent,
  VisitReminded,
} from "./pairing.events";
import type { PairingRules } from "./pairing.rules";
import type { OpenedFacts, PairingState, VisitDuty } from "./pairing.state";
import { endedEscalations, missedMonths, visitKey } from "./pairing.visit-duty";

type ObligationContext = Pick<RuleContext<PairingRules>, "rules" | "calendar">;

/** The part of the policy that holds the ladder of each kind of matter. */
function ladderOf(kind: string, { visit, handover, closing }: PairingRules): readonly LadderRung[] {
  if (kind === "closing-decision") return closing.ladder;
  return kind === "handover-answer" ? (handover ?? visit).ladder : visit.ladder;
}

/** Reminders go out in the morning. */
const REMINDER_HOUR_MS = 8 * 3_600_000;
/** Later than jitter and this, a step is said to be late. */
const PUNCTUAL_WITHIN_MS = 10 * 60_000;

/**
 * Everything owed in a pairing: the visit, always; a successor's answer, while one is proposed; the decision on a closing,
 * while one is asked for.
 */
export function pairingObligations(state: PairingState, context: ObligationContext): readonly Obligation[] {
  if (state.opened === null || state.duty === null) return [];
  const visit = visitObligation(state, state.opened, state.duty, context);
  const others = [
    handoverObligation(state, state.opened, context),
    closingObligation(state, state.opened, context),
  ];
  return [visit, ...others.filter((each) => each !== undefined)];
}

function visitObligation(
  state: PairingState,
  opened: OpenedFacts,
  duty: VisitDuty,
  context: ObligationContext,
): Obligation {
  const dueOn = lastDayOf(duty.month);
  const { ladder } = context.rules.visit;
  const position = climb(ladder, dueOn, duty.fired, context.calendar, state.jitterMs, duty.openedAtMs);
  const base = obligationAt(position, ladder, opened, {
    key: visitKey(duty.month),
    kind: "visit",
    rule: "regular-visit",
    dueOn,
    armedBySeq: duty.openedBySeq,
  });
  const remindAtMs = nextReminderAtMs(duty, dueOn, context.rules, state.jitterMs);
  if (remindAtMs === undefined || remindAtMs >= position.nextAtMs) return base;
  return { ...base, nextStep: "remind", nextAtMs: remindAtMs, reckoning: null };
}

function handoverObligation(
  state: PairingState,
  opened: OpenedFacts,
  context: ObligationContext,
): Obligation | undefined {
  const { handover } = state;
  if (handover === null) return undefined;
  const ladder = ladderOf("handover-answer", context.rules);
  const position = climb(ladder, handover.proposedOn, handover.fired, context.calendar, state.jitterMs, 0);
  return obligationAt(position, ladder, withSuccessor(opened, handover), {
    key: `handover:${handover.seq}`,
    kind: "handover-answer",
    rule: "handover-answered-in-time",
    dueOn: countWorkingDays(context.calendar, handover.proposedOn, ladder[0]?.workingDays ?? 0).lastDay,
    armedBySeq: handover.seq,
  });
}

/** The ladder of a handover begins with the successor. */
function withSuccessor(
  opened: OpenedFacts,
  { successor }: NonNullable<PairingState["handover"]>,
): OpenedFacts {
  return { ...opened, leadHelperId: successor.id, helperUnitId: successor.unitId };
}

function closingObligation(
  state: PairingState,
  opened: OpenedFacts,
  context: ObligationContext,
): Obligation | undefined {
  const { closing } = state;
  if (closing === null) return undefined;
  const { ladder } = context.rules.closing;
  const position = climb(ladder, closing.requestedOn, closing.fired, context.calendar, state.jitterMs, 0);
  const dueOn = countWorkingDays(context.calendar, closing.requestedOn, ladder[0]?.workingDays ?? 0).lastDay;
  return obligationAt(position, ladder, opened, {
    key: `closing:${closing.seq}`,
    kind: "closing-decision",
    rule: "closing-decided-in-time",
    dueOn,
    armedBySeq: closing.seq,
  });
}

function obligationAt(
  position: LadderPosition,
  ladder: readonly LadderRung[],
  opened: OpenedFacts,
  matter: { key: string; kind: string; rule: string; dueOn: Day; armedBySeq: number },
): Obligation {
  return {
    ...matter,
    seats: seatsFrom(ladder, position.rung, opened),
    dueAtMs: startOf(addDays(matter.dueOn, 1)),
    rung: position.rung,
    nextStep: position.nextStep,
    nextAtMs: position.nextAtMs,
    reckoning: position.reckoning,
  };
}

/** The seat of that rung, and those above it to which it falls when nobody holds it. */
function seatsFrom(
  ladder: readonly LadderRung[],
  rung: number,
  opened: OpenedFacts,
): readonly [SeatId, ...SeatId[]] {
  const [first, ...above] = ladder.slice(rung).map((each) => seatOf(each.seat, opened));
  return first === undefined ? [ADMINISTRATOR_SEAT] : [first, ...above, ADMINISTRATOR_SEAT];
}

function seatOf(kind: SeatKind, opened: OpenedFacts): SeatId {
  switch (kind) {
    case "lead-helper":
      return seatId(kind, opened.leadHelperId);
    case "unit-head":
      return seatId(kind, opened.helperUnitId);
    case "township-office":
      return seatId(kind, opened.areaCode.slice(0, 9));
    case "county-office":
      return seatId(kind, opened.areaCode.slice(0, 6));
    case "administrator":
      return ADMINISTRATOR_SEAT;
  }
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

function nextReminderAtMs(
  duty: VisitDuty,
  dueOn: Day,
  rules: PairingRules,
  jitterMs: number,
): InstantMs | undefined {
  return remindersOf(duty, dueOn, rules, jitterMs)[0]?.atMs;
}

/**
 * What the passing of time brings. After an outage only what still makes sense is said: several reminders become one,
 * and one whose visit is to be escalated by now is not sent at all.
 */
export function onPairingDue(
  state: PairingState,
  obligation: Obligation,
  context: RuleContext<PairingRules>,
): readonly PairingEvent[] {
  const { opened, duty } = state;
  if (opened === null || duty === null) return [];
  if (obligation.nextStep === "remind") {
    const climbing = climb(
      context.rules.visit.ladder,
      obligation.dueOn,
      duty.fired,
      context.calendar,
      state.jitterMs,
      duty.openedAtMs,
    );
    if (context.nowMs < climbing.nextAtMs) return [reminded(obligation, duty, context, state.jitterMs)];
    const overdue = {
      ...obligation,
      nextStep: climbing.nextStep,
      nextAtMs: climbing.nextAtMs,
      reckoning: climbing.reckoning,
    };
    return [escalated(overdue, state, opened, context)];
  }
  return [escalated(obligation, state, opened, context)];
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

function escalated(
  obligation: Obligation,
  state: PairingState,
  opened: OpenedFacts,
  context: RuleContext<PairingRules>,
): ObligationEscalated {
  const ladder = ladderOf(obligation.kind, context.rules);
  const answering =
    obligation.kind === "handover-answer" && state.handover !== null
      ? withSuccessor(opened, state.handover)
      : opened;
  const rung = obligation.nextStep === "escalate" ? obligation.rung + 1 : obligation.rung;
  const today = dayAt(context.nowMs);
  return {
    type: "ObligationEscalated",
    v: 1,
    happenedOn: today,
    obligationKey: obligation.key,
    rung,
    repeated: obligation.nextStep === "repeat",
    seat: seatsFrom(ladder, rung, answering)[0],
    missedMonths:
      obligation.kind === "visit" && state.duty !== null ? missedMonths(state.duty.month, today) : 0,
    because: becauseOf(obligation, context.nowMs),
  };
}

function becauseOf(obligation: Obligation, nowMs: InstantMs): Because {
  const behindMs = nowMs - obligation.nextAtMs;
  return {
    rule: obligation.rule,
    dueOn: obligation.dueOn,
    reckoning: obligation.reckoning,
    scheduledAtMs: obligation.nextAtMs,
    lateMs: behindMs > PUNCTUAL_WITHIN_MS ? behindMs : 0,
  };
}

/** Says of each escalation that a visit has ended whether it had been wrong, or right and is now settled. */
export function reconcilePairing(
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
