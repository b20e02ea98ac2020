import type { Day, InstantMs } from "../time/day";
import type { WorkCalendar } from "../time/work-calendar";
import type { CaseTime } from "./case-time";
import type { Claim, Claims } from "./claim";
import type { Decision } from "./decision";
import type { Obligation } from "./obligation";
import type { Refusal } from "./refusal";

/** Who gives a command. Ids and codes only. */
export interface Actor {
  readonly accountId: string;
  readonly role: string;
}

/** A command as the case sees it: what was asked, by whom, under which key. */
export interface CaseCommand<Move extends string = string, Payload = unknown> {
  readonly move: Move;
  readonly payload: Payload;
  readonly actor: Actor;
  /** The sender's idempotency key; with the actor it names this command for ever. */
  readonly key: string;
  /** Hash of the body, so that the same key with another body is noticed. */
  readonly bodyHash: string;
  /** The last event that the sender had seen; null where it does not matter. */
  readonly basedOnSeq: number | null;
  /**
   * How far the case's log was when the sender asked; null when the sender cannot know. A case that is behind it has lost
   * what a killed worker recorded: it catches up before it refuses anything.
   */
  readonly knownSeq: number | null;
  /** Content rows that the command brings, to be bound to its event. */
  readonly contentIds: readonly string[];
}

/** What an event is when a rule has decided it. */
export interface CaseEvent {
  readonly type: string;
  /** Version of this event type's shape. */
  readonly v: number;
  /** The day on which it happened; may lie in the past. */
  readonly happenedOn: Day;
}

/** An event as it stands in the log. */
export type Recorded<Event extends CaseEvent = CaseEvent> = Event & {
  readonly seq: number;
  readonly recordedAtMs: InstantMs;
  readonly policyVersion: number;
  readonly cause: Cause;
};

/** Why an event stands in the log. */
export type Cause =
  | { readonly kind: "command"; readonly accountId: string; readonly role: string; readonly key: string }
  | { readonly kind: "due"; readonly obligationKey: string }
  | { readonly kind: "follows"; readonly seq: number };

/** What a rule may look at besides the case itself. */
export interface RuleContext<Rules> {
  readonly rules: Rules;
  readonly calendar: WorkCalendar;
  readonly nowMs: InstantMs;
  /** The sequence number that the next event will get. */
  readonly nextSeq: number;
}

/** What a rule on a command may look at besides. */
export interface CommandContext<Rules> extends RuleContext<Rules> {
  readonly actor: Actor;
  /** Content rows that the command brings; they are bound to its event when it is recorded. */
  readonly contentIds: readonly string[];
}

/** One entry of {@link CaseKind.decide}: refuses, or says what happens. */
export type Decide<State, Payload, Event, Rules> = (
  state: State,
  payload: Payload,
  context: CommandContext<Rules>,
) => Decision<Event>;

/**
 * A kind of case: a decider. Pure; the shell in `workflows/` runs any kind durably, `act` records it.
 * `Payloads` maps each move to what it carries, so that a move without a decision does not compile.
 */
export interface CaseKind<
  State extends { readonly schemaVersion: number } = never,
  Payloads extends object = never,
  Event extends CaseEvent = never,
  Rules = never,
> {
  readonly kind: string;
  readonly moves: readonly (keyof Payloads & string)[];
  /** Moves that must say which state they were based on. */
  readonly movesNeedingBasis: readonly (keyof Payloads & string)[];
  /** The move that a new case starts with. */
  readonly opening: keyof Payloads & string;
  initial(caseId: string): State;
  readonly decide: { readonly [Move in keyof Payloads]: Decide<State, Payloads[Move], Event, Rules> };
  evolve(state: State, event: Recorded<Event>): State;
  /** Everything owed. Empty before opening and after closing, never in between. */
  obligations(state: State, context: Pick<RuleContext<Rules>, "rules" | "calendar">): readonly Obligation[];
  /** What the passing of an obligation's time brings. */
  onDue(state: State, obligation: Obligation, context: RuleContext<Rules>): readonly Event[];
  /** Times at which something happens that nobody owes; what they bring ends them. */
  times(state: State): readonly CaseTime[];
  onTime(state: State, time: CaseTime, context: RuleContext<Rules>): readonly Event[];
  /** Compares what was fired with what is derived now: what was fired wrongly is withdrawn, what is settled is said. */
  reconcile(state: State, context: RuleContext<Rules>): readonly Event[];
  /** What an event takes from, or gives back to, what several cases share. */
  claims(event: Event, state: State, rules: Rules): Claims;
  /** The refusal that a claim which is not granted turns into. */
  refusalOfClaim(claim: Claim, facts: ClaimFacts, state: State): Refusal;
  /** The listed moves' stage, for search and for the console. */
  stageOf(state: State): string;
  isFinished(state: State): boolean;
  /** Which policy the case is under, once it is open. */
  policyOf(state: State): { readonly programmeId: string; readonly version: number } | undefined;
  /** Lifts a state of an older release. */
  migrate(state: { readonly schemaVersion: number }): State;
  /** Whether an event matters to a command that was based on an earlier one. */
  mattersTo(move: keyof Payloads & string, event: Recorded<Event>): boolean;
}

/** What the database knew when it refused a claim. */
export interface ClaimFacts {
  readonly used: number;
  readonly heldByCaseId: string | null;
  readonly retiredOn: Day | null;
  /** Why the register cannot follow what happened in a household. */
  readonly problem?: HouseholdProblem;
}

/** Somebody else changed the household meanwhile; or a newcomer is registered in another one. */
export type HouseholdProblem = "changed" | "in-another-household";

/** A command's answer, stored under its key for ever. */
export type CommandAnswer =
  | {
      readonly accepted: true;
      readonly seq: number;
      readonly stage: string;
      readonly eventSeqs: readonly number[];
    }
  | { readonly accepted: false; readonly refusal: Refusal };

/** Folds a log into the state that it tells of. */
export function fold<State, Event extends CaseEvent>(
  kind: { initial(caseId: string): State; evolve(state: State, event: Recorded<Event>): State },
  caseId: string,
  log: readonly Recorded<Event>[],
): State {
  return log.reduce((state, event) => kind.evolve(state, event), kind.initial(caseId));
}
