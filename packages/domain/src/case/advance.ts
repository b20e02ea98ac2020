import type { CaseCommand, CaseEvent, CaseKind, Cause, Recorded, RuleContext } from "./case-kind";
import { refuse, type Decision } from "./decision";
import { earliestOf } from "./obligation";

/** A case in memory: its state and what its rules read. */
export interface CaseInHand<State, Rules> {
  readonly state: State;
  readonly seq: number;
  readonly rules: Rules;
  readonly calendar: RuleContext<Rules>["calendar"];
  readonly nowMs: number;
}

/** Decides one command on the present state, without recording anything. */
export function decideCommand<
  State extends { readonly schemaVersion: number },
  Payloads extends object,
  Event extends CaseEvent,
  Rules,
>(
  kind: CaseKind<State, Payloads, Event, Rules>,
  inHand: CaseInHand<State, Rules>,
  command: CaseCommand,
  since: readonly Recorded<Event>[] = [],
): Decision<Event> {
  const move = command.move as keyof Payloads & string;
  const { basedOnSeq } = command;
  if (kind.movesNeedingBasis.includes(move)) {
    const basis = basedOnSeq ?? 0;
    const changes = since.filter((event) => event.seq > basis && kind.mattersTo(move, event));
    if (changes.length > 0 || basedOnSeq === null)
      return refuse({
        code: "CHANGED_SINCE",
        basedOnSeq: basis,
        presentSeq: inHand.seq,
        changes: changes.map(({ seq, type }) => ({ seq, type })),
      });
  }
  return kind.decide[move](inHand.state, command.payload as Payloads[typeof move], {
    ...contextOf(inHand),
    actor: command.actor,
    contentIds: command.contentIds,
  });
}

/** Puts events at the end of the log and folds them in. */
export function append<State, Event extends CaseEvent, Rules>(
  kind: { evolve(state: State, event: Recorded<Event>): State },
  inHand: CaseInHand<State, Rules>,
  events: readonly Event[],
  cause: Cause,
  policyVersion: number,
): { inHand: CaseInHand<State, Rules>; recorded: Recorded<Event>[] } {
  const recorded = events.map((event, index) => ({
    ...event,
    seq: inHand.seq + index + 1,
    recordedAtMs: inHand.nowMs,
    policyVersion,
    cause,
  }));
  return {
    recorded,
    inHand: {
      ...inHand,
      seq: inHand.seq + recorded.length,
      state: recorded.reduce((state, event) => kind.evolve(state, event), inHand.state),
    },
  };
}

/** What a command's fact brings with it at once: escalations that it has ended are withdrawn or settled. */
export function reconcile<
  State extends { readonly schemaVersion: number },
  Payloads extends object,
  Event extends CaseEvent,
  Rules,
>(
  kind: CaseKind<State, Payloads, Event, Rules>,
  inHand: CaseInHand<State, Rules>,
  policyVersion: number,
): { inHand: CaseInHand<State, Rules>; recorded: Recorded<Event>[] } {
  const events = kind.reconcile(inHand.state, contextOf(inHand));
  return append(kind, inHand, events, { kind: "follows", seq: inHand.seq }, policyVersion);
}

/**
 * What follows without anybody's command: escalations that a fact has ended, then whatever is due by now, the
 * longest due first. Each obligation moves one step at most, so that nobody's rung is skipped.
 */
export function follow<
  State extends { readonly schemaVersion: number },
  Payloads extends object,
  Event extends CaseEvent,
  Rules,
>(
  kind: CaseKind<State, Payloads, Event, Rules>,
  inHand: CaseInHand<State, Rules>,
  policyVersion: number,
): { inHand: CaseInHand<State, Rules>; recorded: Recorded<Event>[] } {
  let step = reconcile(kind, inHand, policyVersion);
  const recorded = [...step.recorded];
  for (const key of dueKeys(kind, step.inHand)) {
    const events = stillDue(kind, step.inHand, key);
    step = append(kind, step.inHand, events, { kind: "due", obligationKey: key }, policyVersion);
    recorded.push(...step.recorded);
  }
  return { inHand: step.inHand, recorded };
}

/** When the case wants to be looked at next; undefined when it owes nothing. */
export function nextWakeMs<
  State extends { readonly schemaVersion: number },
  Payloads extends object,
  Event extends CaseEvent,
  Rules,
>(
  kind: CaseKind<State, Payloads, Event, Rules>,
  inHand: Pick<CaseInHand<State, Rules>, "state" | "rules" | "calendar">,
): number | undefined {
  const owedAtMs = earliestOf(kind.obligations(inHand.state, inHand));
  const times = kind.times(inHand.state).map(({ atMs }) => atMs);
  return owedAtMs === undefined && times.length === 0
    ? undefined
    : Math.min(owedAtMs ?? Number.POSITIVE_INFINITY, ...times);
}

/** Keys of what is due, the longest due first. */
function dueKeys<
  State extends { readonly schemaVersion: number },
  Payloads extends object,
  Event extends CaseEvent,
  Rules,
>(kind: CaseKind<State, Payloads, Event, Rules>, inHand: CaseInHand<State, Rules>): readonly string[] {
  const owed = kind.obligations(inHand.state, inHand).map(({ key, nextAtMs }) => ({ key, atMs: nextAtMs }));
  return [...owed, ...kind.times(inHand.state)]
    .filter(({ atMs }) => atMs <= inHand.nowMs)
    .sort((one, other) => one.atMs - other.atMs)
    .map(({ key }) => key);
}

/** What that key's time brings, unless something before it has moved it on. */
function stillDue<
  State extends { readonly schemaVersion: number },
  Payloads extends object,
  Event extends CaseEvent,
  Rules,
>(
  kind: CaseKind<State, Payloads, Event, Rules>,
  inHand: CaseInHand<State, Rules>,
  key: string,
): readonly Event[] {
  const { state, nowMs } = inHand;
  const time = kind.times(state).find((each) => each.key === key && each.atMs <= nowMs);
  if (time !== undefined) return kind.onTime(state, time, contextOf(inHand));
  const obligation = kind
    .obligations(state, inHand)
    .find((each) => each.key === key && each.nextAtMs <= nowMs);
  return obligation === undefined ? [] : kind.onDue(state, obligation, contextOf(inHand));
}

function contextOf<State, Rules>(inHand: CaseInHand<State, Rules>): RuleContext<Rules> {
  return { rules: inHand.rules, calendar: inHand.calendar, nowMs: inHand.nowMs, nextSeq: inHand.seq + 1 };
}
