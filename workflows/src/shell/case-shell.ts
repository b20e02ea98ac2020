import {
  decideCommand,
  nextWakeMs,
  type CaseCommand,
  type CaseEvent,
  type CaseInHand,
  type CaseKind,
  type CommandAnswer,
  type Recorded,
} from "@jiedui/domain";
import {
  REFUSED_FAILURE_TYPE,
  REPORT_QUERY,
  SEARCH_ATTRIBUTES,
  STAGE_AT_START,
  WAKE_SIGNAL,
  type ActOutcome,
  type CarriedCase,
  type CaseInput,
  type CaseReport,
} from "@jiedui/workflow-contracts";
import {
  ApplicationFailure,
  CancellationScope,
  allHandlersFinished,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  defineUpdate,
  isCancellation,
  setCurrentDetails,
  setHandler,
  sleep,
  upsertSearchAttributes,
  workflowInfo,
} from "@temporalio/workflow";
import { defineSearchAttributeKey } from "@temporalio/common";
import { act, loadCase } from "./recording";

/** A run lasts about a quarter; the next one begins with what this one carries over. */
const RUN_LASTS_MS = 91 * 86_400_000;
/** A run begins together with its opening; one that has none by then was left alone. */
const OPENED_WITHIN_MS = 3_600_000;

const STAGE = defineSearchAttributeKey(SEARCH_ATTRIBUTES.stage, "KEYWORD");

interface Waiting {
  readonly command: CaseCommand;
  answer(given: CommandAnswer): void;
}

/**
 * The one shell: runs a case of any kind durably, for as long as the case lives. Commands queue; the main line takes
 * what has gathered together with what is due, lets `act` decide and record it, and arms one timer for what comes next.
 */
export async function runCase<
  State extends { readonly schemaVersion: number },
  Payloads extends object,
  Event extends CaseEvent,
  Rules,
>(kind: CaseKind<State, Payloads, Event, Rules>, input: CaseInput): Promise<void> {
  await CancellationScope.nonCancellable(() => new CaseRun(kind, input).live());
}

class CaseRun<
  State extends { readonly schemaVersion: number },
  Payloads extends object,
  Event extends CaseEvent,
  Rules,
> {
  private readonly queue: Waiting[] = [];
  private runEndsAtMs = Date.now() + RUN_LASTS_MS;
  private mustBeOpenByMs = Date.now() + OPENED_WITHIN_MS;
  private carried: CarriedCase | null;
  private state: State;
  private seq: number;
  /** Events of this run, for a command that says which state it was based on. */
  private readonly recent: Recorded<Event>[] = [];
  private armedForMs: number | null = null;
  private isWoken = false;

  constructor(
    private readonly kind: CaseKind<State, Payloads, Event, Rules>,
    private readonly input: CaseInput,
  ) {
    this.carried = input.carried;
    this.state = input.carried === null ? kind.initial(input.caseId) : kind.migrate(input.carried.state);
    this.seq = input.carried?.seq ?? 0;
    for (const move of kind.moves)
      setHandler(defineUpdate<CommandAnswer, [CaseCommand]>(move), (command) => this.take(command), {
        validator: (command: CaseCommand) => this.refuseEarly(command),
      });
    setHandler(defineQuery<CaseReport>(REPORT_QUERY), () => this.report());
    setHandler(defineSignal(WAKE_SIGNAL), () => {
      this.isWoken = true;
    });
  }

  /** The case's story: wait, act, fold, answer; until it is finished or a new run takes over. */
  async live(): Promise<void> {
    if (this.input.resume && this.carried === null) await this.resume();
    if (this.input.notBeforeMs !== null) await this.until(this.input.notBeforeMs);
    this.runEndsAtMs = Date.now() + RUN_LASTS_MS;
    this.mustBeOpenByMs = Date.now() + OPENED_WITHIN_MS;
    for (;;) {
      await this.untilSomethingToDo();
      if (this.hasSomethingToDo()) await this.actOnce();
      if (this.isOver()) {
        await condition(() => this.isAskedFor() || allHandlersFinished());
        if (!this.isAskedFor()) return;
      }
      if (this.mayRunAnew()) await continueAsNew<(input: CaseInput) => Promise<void>>(this.carriedOver());
    }
  }

  /** Queues a command; the promise is kept when its answer is in PostgreSQL. */
  private take(command: CaseCommand): Promise<CommandAnswer> {
    return new Promise((answer) => this.queue.push({ command, answer }));
  }

  /** Refuses on the present state what could only be refused later; costs no history. */
  private refuseEarly(command: CaseCommand): void {
    const inHand = this.inHand();
    if (inHand === null || this.seq < (command.knownSeq ?? Number.POSITIVE_INFINITY)) return;
    const decision = decideCommand(this.kind, inHand, command, this.recent);
    if (!decision.accepted)
      throw ApplicationFailure.create({
        type: REFUSED_FAILURE_TYPE,
        message: decision.refusal.code,
        details: [decision.refusal],
        nonRetryable: true,
      });
  }

  private async resume(): Promise<void> {
    const carried = await loadCase(this.kind.kind, this.input.caseId);
    if (carried === undefined) throw new Error("a case that is to be resumed has a log");
    this.carried = carried;
    this.state = this.kind.migrate(carried.state);
    this.seq = carried.seq;
  }

  private async untilSomethingToDo(): Promise<void> {
    const inHand = this.inHand();
    if (inHand === null) {
      // Then `act` looks into the log: an opening that stands there is caught up with; without one the run is over.
      this.armedForMs = this.mustBeOpenByMs;
      await this.until(this.mustBeOpenByMs, () => this.isAskedFor());
      return;
    }
    if (this.kind.isFinished(this.state)) {
      // Begun again for the command that reopens it; when none comes, the run ends as it was.
      this.armedForMs = null;
      await this.until(this.mustBeOpenByMs, () => this.isAskedFor());
      return;
    }
    const wakeAtMs = nextWakeMs(this.kind, inHand);
    this.armedForMs = wakeAtMs ?? null;
    if (this.runIsOver()) {
      // Handlers whose answers are there end without this line's help; one that still waits has queued its command.
      await condition(() => this.isAskedFor() || allHandlersFinished());
      return;
    }
    await this.until(Math.min(wakeAtMs ?? Number.POSITIVE_INFINITY, this.runEndsAtMs), () =>
      this.isAskedFor(),
    );
  }

  private isAskedFor(): boolean {
    return this.queue.length > 0 || this.isWoken;
  }

  private hasSomethingToDo(): boolean {
    return this.isAskedFor() || (this.armedForMs !== null && this.armedForMs <= Date.now());
  }

  /** One timer, given up when what it waits for comes sooner. */
  private async until(atMs: number, orElse: () => boolean = () => false): Promise<void> {
    const waitMs = atMs - Date.now();
    if (waitMs <= 0 || orElse()) return;
    const timer = new CancellationScope();
    let isOver = false;
    timer.run(() => sleep(waitMs)).then(() => (isOver = true), ignoreGivenUp);
    await condition(() => isOver || orElse());
    if (!isOver) timer.cancel();
  }

  private async actOnce(): Promise<void> {
    const batch = this.queue.splice(0);
    this.isWoken = false;
    const outcome = await act({
      kind: this.kind.kind,
      caseId: this.input.caseId,
      expectedSeq: this.seq,
      carried: this.carried === null ? null : { ...this.carried, state: this.state, seq: this.seq },
      nowMs: Date.now(),
      commands: batch.map(({ command }) => command),
    });
    if (outcome === undefined) {
      // Whoever waits goes on waiting; the next act takes them first, and at what is the time then.
      this.queue.unshift(...batch);
      this.isWoken = true;
      return;
    }
    this.foldIn(outcome);
    batch.forEach((waiting, index) => {
      const answer = outcome.answers[index];
      if (answer === undefined) throw new Error("every command has an answer");
      waiting.answer(answer);
    });
  }

  private foldIn(outcome: ActOutcome): void {
    const stageBefore = this.kind.stageOf(this.state);
    const events = outcome.events as readonly Recorded<Event>[];
    const isUnopened = stageBefore === this.kind.stageOf(this.kind.initial(this.input.caseId));
    let openedIn: string | null = null;
    for (const event of events) {
      this.state = this.kind.evolve(this.state, event);
      if (isUnopened) openedIn ??= this.kind.stageOf(this.state);
    }
    this.seq = events[events.length - 1]?.seq ?? this.seq;
    this.recent.push(...events);
    if (outcome.adopted !== null && this.seq > 0)
      this.carried = { ...outcome.adopted, state: this.state, seq: this.seq };
    const stage = this.kind.stageOf(this.state);
    // A run begins with this value: an opening in that stage costs no event, and costs none in runs that began long ago.
    if (stageBefore !== stage && openedIn !== STAGE_AT_START)
      upsertSearchAttributes([{ key: STAGE, value: stage }]);
    setCurrentDetails(`${this.kind.kind} · ${stage} · ${this.seq}`);
  }

  /** Finished, or never opened: a refused opening answers and ends the run. */
  private isOver(): boolean {
    if (this.isAskedFor()) return false;
    return this.carried === null || this.kind.isFinished(this.state);
  }

  private mayRunAnew(): boolean {
    return this.runIsOver() && !this.isAskedFor() && allHandlersFinished();
  }

  private runIsOver(): boolean {
    return Date.now() >= this.runEndsAtMs || workflowInfo().continueAsNewSuggested;
  }

  private carriedOver(): CaseInput {
    if (this.carried === null) throw new Error("a case that was never opened does not run anew");
    return {
      caseId: this.input.caseId,
      carried: { ...this.carried, state: this.state, seq: this.seq },
      resume: false,
      notBeforeMs: null,
    };
  }

  private inHand(): CaseInHand<State, Rules> | null {
    if (this.carried === null) return null;
    return {
      state: this.state,
      seq: this.seq,
      rules: this.carried.rules as Rules,
      calendar: this.carried.calendar,
      nowMs: Date.now(),
    };
  }

  private report(): CaseReport {
    return {
      seq: this.seq,
      stage: this.kind.stageOf(this.state),
      armedForMs: this.armedForMs,
      queued: this.queue.length,
      state: this.state,
    };
  }
}

/** Only a timer that is given up fails, and nobody waits for that one any more. */
function ignoreGivenUp(failure: unknown): void {
  if (!isCancellation(failure)) throw failure;
}
