import type { CaseCommand, CaseEvent, CaseKind, Cause, Recorded, RuleContext } from "./case-kind";
import { refuse, type Decision } from "./decision";
import { earliestOf, type Obligation } from "./obligation";

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
  for (const key of dueKeys(kind.obligations(step.inHand.state, inHand), inHand.nowMs)) {
    const obligation = kind.obligations(step.inHand.state, inHand).find((each) => each.key === key);
    if (obligation === undefined || obligation.nextAtMs > inHand.nowMs) continue;
    const events = kind.onDue(step.inHand.state, obligation, contextOf(step.inHand));
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
  return earliestOf(kind.obligations(inHand.state, inHand));
}

function dueKeys(obligations: readonly Obligation[], nowMs: number): readonly string[] {
  return obligations
    .filter((each) => each.nextAtMs <= nowMs)
    .sort((one, other) => one.nextAtMs - other.nextAtMs)
    .map((each) => each.key);
}

function contextOf<State, Rules>(inHand: CaseInHand<State, Rules>): RuleContext<Rules> {
  return { rules: inHand.rules, calendar: inHand.calendar, nowMs: inHand.nowMs, nextSeq: inHand.seq + 1 };
}
