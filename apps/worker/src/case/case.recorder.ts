import { CaseRepository, type OpenedFile, type CaseRecord } from "@jiedui/database";
import {
  append,
  decideCommand,
  fold,
  follow,
  nextWakeMs,
  reconcile,
  refuse,
  type CaseCommand,
  type CaseEvent,
  type CaseInHand,
  type CommandAnswer,
  type Obligation,
  type Recorded,
  type Refusal,
  type WorkCalendar,
} from "@jiedui/domain";
import type { ActInput, ActOutcome, CarriedCase } from "@jiedui/workflow-contracts";
import type { DataSource, EntityManager } from "typeorm";
import type { RecordedKind } from "./recorded-kind";

/**
 * `act`: decides and records in one transaction. Locks the case, catches up with what an earlier, lost answer recorded,
 * gives a known command its stored answer, decides the others one after another, lets time bring what it brings, and
 * writes the outcome.
 */
export class CaseRecorder<
  State extends { readonly schemaVersion: number },
  Payloads extends object,
  Event extends CaseEvent,
  Rules,
> {
  private readonly repository = new CaseRepository();

  constructor(private readonly kind: RecordedKind<State, Payloads, Event, Rules>) {}

  act(dataSource: DataSource, input: ActInput): Promise<ActOutcome> {
    return dataSource.transaction((manager) => this.actIn(manager, input));
  }

  load(dataSource: DataSource, caseId: string): Promise<CarriedCase | undefined> {
    return dataSource.transaction(async (manager) => {
      const log = (await this.repository.log(manager, caseId)) as readonly Recorded<Event>[];
      const last = log[log.length - 1];
      if (last === undefined) return undefined;
      const state = fold(this.kind.rules, caseId, log);
      return {
        seq: last.seq,
        state,
        rules: await this.kind.rulesOf(manager, state),
        calendar: await presentCalendar(manager),
      };
    });
  }

  private async actIn(manager: EntityManager, input: ActInput): Promise<ActOutcome> {
    const file = await this.repository.open(
      manager,
      input.caseId,
      input.expectedSeq,
      input.commands.map(senderOf),
      basisOf(input.commands),
    );
    const begun = await this.catchUp(manager, input, file);
    if (begun === undefined) return this.refuseUnknownProgramme(manager, input);
    const acting = new Acting(this.kind, this.repository, manager, input, file, begun.inHand, begun.caughtUp);
    for (const command of input.commands) await acting.take(command);
    acting.passTime();
    await acting.write();
    return { events: acting.events, answers: acting.answers, adopted: begun.adopted };
  }

  /** The case as the log has it, which may be further than the workflow knows. */
  private async catchUp(manager: EntityManager, input: ActInput, file: OpenedFile) {
    const missed = file.missed as readonly Recorded<Event>[];
    const before =
      input.carried === null
        ? this.kind.rules.initial(input.caseId)
        : this.kind.rules.migrate(input.carried.state);
    const state = missed.reduce((folded, event) => this.kind.rules.evolve(folded, event), before);
    const seq = missed[missed.length - 1]?.seq ?? input.expectedSeq;
    if (input.carried !== null)
      return {
        inHand: {
          state,
          seq,
          nowMs: input.nowMs,
          rules: input.carried.rules as Rules,
          calendar: input.carried.calendar,
        },
        caughtUp: missed,
        adopted: null,
      };
    const rules =
      missed.length > 0
        ? await this.kind.rulesOf(manager, state)
        : await this.kind.rulesAtOpening(manager, input.commands[0]?.payload);
    if (rules === undefined) return undefined;
    const calendar = await presentCalendar(manager);
    return {
      inHand: { state, seq, nowMs: input.nowMs, rules, calendar },
      caughtUp: missed,
      adopted: { rules, calendar },
    };
  }

  private async refuseUnknownProgramme(manager: EntityManager, input: ActInput): Promise<ActOutcome> {
    const answers = input.commands.map(({ payload }): CommandAnswer => {
      const programmeId = (payload as { programmeId?: unknown }).programmeId;
      return refuse({
        code: "PROGRAMME_NOT_FOUND",
        programmeId: typeof programmeId === "string" ? programmeId : "",
      });
    });
    await this.repository.record(manager, {
      ...NOTHING,
      caseId: input.caseId,
      kind: input.kind,
      nowMs: input.nowMs,
      before: 0,
      answers: input.commands.map((command, index) => answered(command, answers[index])),
    });
    return { events: [], answers, adopted: null };
  }
}

const NOTHING = {
  file: null,
  events: [],
  pairing: null,
  endedObligations: [],
  begunObligations: [],
  access: null,
  outbox: [],
} as const;

/** One act under way: what it has decided so far. */
class Acting<
  State extends { readonly schemaVersion: number },
  Payloads extends object,
  Event extends CaseEvent,
  Rules,
> {
  readonly answers: CommandAnswer[] = [];
  private readonly decided: Recorded<Event>[] = [];
  private readonly newAnswers: CaseRecord["answers"][number][] = [];
  private readonly before: CaseInHand<State, Rules>;
  private readonly policyVersion: number;

  constructor(
    private readonly kind: RecordedKind<State, Payloads, Event, Rules>,
    private readonly repository: CaseRepository,
    private readonly manager: EntityManager,
    private readonly input: ActInput,
    private readonly file: OpenedFile,
    private inHand: CaseInHand<State, Rules>,
    private readonly caughtUp: readonly Recorded<Event>[],
  ) {
    this.before = inHand;
    this.policyVersion = kind.policyVersion(inHand.rules);
  }

  get events(): readonly Recorded<Event>[] {
    return [...this.caughtUp, ...this.decided];
  }

  async take(command: CaseCommand): Promise<void> {
    const known = this.file.known.find(
      (each) => each.accountId === command.actor.accountId && each.key === command.key,
    );
    if (known !== undefined) {
      this.answers.push(known.answer);
      return;
    }
    const answer = await this.decide(command);
    this.answers.push(answer);
    this.newAnswers.push(answered(command, answer));
  }

  /** Escalations that ended, and whatever is due; not before the case is open nor after it is finished. */
  passTime(): void {
    if (
      this.kind.rules.policyOf(this.inHand.state) === undefined ||
      this.kind.rules.isFinished(this.inHand.state)
    )
      return;
    const step = follow(this.kind.rules, this.inHand, this.policyVersion);
    this.inHand = step.inHand;
    this.decided.push(...step.recorded);
  }

  /** Before the next command, which may close the case: what this one's fact has ended is said now. */
  private reconcile(): void {
    if (this.kind.rules.isFinished(this.inHand.state)) return;
    const step = reconcile(this.kind.rules, this.inHand, this.policyVersion);
    this.inHand = step.inHand;
    this.decided.push(...step.recorded);
  }

  async write(): Promise<void> {
    if (this.decided.length === 0 && this.newAnswers.length === 0) return;
    const { rules } = this.kind;
    const { state } = this.inHand;
    const access = this.kind.access(state);
    const happened = this.decided.length > 0;
    const obligations = happened
      ? difference(this.obligationsOf(this.before), this.obligationsOf(this.inHand))
      : { ended: [], begun: [] };
    const summary = this.kind.summary(state);
    await this.repository.record(this.manager, {
      caseId: this.input.caseId,
      kind: this.input.kind,
      nowMs: this.input.nowMs,
      before: this.before.seq,
      file:
        happened && access !== null
          ? {
              seq: this.inHand.seq,
              stage: rules.stageOf(state),
              areaCode: access.areaCode,
              nextAtMs: nextWakeMs(rules, this.inHand) ?? null,
              finished: rules.isFinished(state),
            }
          : null,
      events: this.decided,
      answers: this.newAnswers,
      pairing:
        happened && summary !== undefined && !isSame(summary, this.kind.summary(this.before.state))
          ? summary
          : null,
      endedObligations: obligations.ended,
      begunObligations: obligations.begun,
      access,
      outbox: this.decided.flatMap((event) => this.kind.outbox(event)),
    });
  }

  private async decide(command: CaseCommand): Promise<CommandAnswer> {
    const since = [...(this.file.since as readonly Recorded<Event>[]), ...this.decided];
    const decision = decideCommand(this.kind.rules, this.inHand, command, since);
    if (!decision.accepted) return decision;
    const cause = {
      kind: "command",
      accountId: command.actor.accountId,
      role: command.actor.role,
      key: command.key,
    } as const;
    const step = append(this.kind.rules, this.inHand, decision.events, cause, this.policyVersion);
    const refusal = await this.claim(command, step.recorded);
    if (refusal !== undefined) return refuse(refusal);
    this.inHand = step.inHand;
    this.decided.push(...step.recorded);
    this.reconcile();
    return {
      accepted: true,
      seq: this.inHand.seq,
      stage: this.kind.rules.stageOf(this.inHand.state),
      eventSeqs: step.recorded.map(({ seq }) => seq),
    };
  }

  /** Takes what the events claim and binds the content that came with them, or nothing at all. */
  private async claim(
    command: CaseCommand,
    events: readonly Recorded<Event>[],
  ): Promise<Refusal | undefined> {
    const { state, rules } = this.inHand;
    const claims = events.map((event) => this.kind.rules.claims(event, state, rules));
    const take = claims.flatMap((each) => each.take);
    const release = claims.flatMap((each) => each.release);
    const seq = events[0]?.seq ?? this.inHand.seq;
    if (take.length + release.length + command.contentIds.length === 0) return undefined;
    await this.manager.query("savepoint one_command");
    const refusal = await this.claimWithin(command, seq, take, release);
    await this.manager.query(
      refusal === undefined ? "release savepoint one_command" : "rollback to savepoint one_command",
    );
    return refusal;
  }

  private async claimWithin(
    command: CaseCommand,
    seq: number,
    take: Parameters<CaseRepository["takeClaims"]>[3],
    release: readonly string[],
  ): Promise<Refusal | undefined> {
    const { caseId } = this.input;
    if (take.length > 0) {
      const refused = await this.repository.takeClaims(this.manager, caseId, seq, take);
      if (refused !== undefined)
        return this.kind.rules.refusalOfClaim(refused.claim, refused.facts, this.inHand.state);
    }
    if (release.length > 0) await this.repository.releaseClaims(this.manager, caseId, seq, release);
    if (command.contentIds.length === 0) return undefined;
    const unusable = await this.repository.bindContent(
      this.manager,
      caseId,
      command.actor.accountId,
      seq,
      command.contentIds,
    );
    return unusable === undefined ? undefined : { code: "CONTENT_NOT_USABLE", contentId: unusable };
  }

  private obligationsOf(inHand: CaseInHand<State, Rules>): readonly Obligation[] {
    return this.kind.rules.obligations(inHand.state, inHand);
  }
}

/** What is no longer owed as it was, and what is owed now. */
function difference(
  before: readonly Obligation[],
  after: readonly Obligation[],
): { ended: string[]; begun: Obligation[] } {
  const unchanged = (one: Obligation) => after.some((other) => isSame(one, other));
  return {
    ended: before.filter((each) => !unchanged(each)).map((each) => each.key),
    begun: after.filter((each) => !before.some((other) => isSame(each, other))),
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function senderOf(command: CaseCommand): { accountId: string; key: string } {
  return { accountId: command.actor.accountId, key: command.key };
}

function answered(command: CaseCommand, answer: CommandAnswer | undefined): CaseRecord["answers"][number] {
  if (answer === undefined) throw new Error("every command has an answer");
  return { ...senderOf(command), bodyHash: command.bodyHash, answer };
}

/** The oldest state that one of the commands was based on. */
function basisOf(commands: readonly CaseCommand[]): number | null {
  const bases = commands.flatMap(({ basedOnSeq }) => (basedOnSeq === null ? [] : [basedOnSeq]));
  return bases.length === 0 ? null : Math.min(...bases);
}

async function presentCalendar(manager: EntityManager): Promise<WorkCalendar> {
  const [row] = await manager.query<{ version: string; publishedYears: Record<string, string> }[]>(
    `select version, published_years as "publishedYears" from work_calendar order by adopted_at desc, version desc limit 1`,
  );
  return row ?? { version: "none", publishedYears: {} };
}
