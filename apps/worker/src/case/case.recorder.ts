import { CaseRepository, onOneConnection, type OpenedFile } from "@jiedui/database";
import {
  fold,
  refuse,
  type CaseCommand,
  type CaseEvent,
  type CaseInHand,
  type CommandAnswer,
  type Recorded,
} from "@jiedui/domain";
import type { ActInput, ActOutcome, CarriedCase } from "@jiedui/workflow-contracts";
import type { DataSource, EntityManager } from "typeorm";
import { AllAtOnce, StepByStep, type ActRecords } from "./act-records";
import { Acting, answered, senderOf } from "./acting";
import { presentCalendar } from "./present-calendar";
import type { RecordedKind } from "./recorded-kind";

/**
 * `act`: decides and records in one transaction. As a rule the case is where its workflow believes it to be and everything
 * is granted: then one statement records all. Otherwise step by step: it locks the case, catches up with what an earlier,
 * lost answer recorded, gives a known command its stored answer, decides the others one after another, lets time bring
 * what it brings, and writes the outcome.
 */
export class CaseRecorder<
  State extends { readonly schemaVersion: number },
  Payloads extends object,
  Event extends CaseEvent,
  Rules,
> {
  private readonly repository = new CaseRepository();

  constructor(private readonly kind: RecordedKind<State, Payloads, Event, Rules>) {}

  async act(dataSource: DataSource, input: ActInput): Promise<ActOutcome> {
    return (
      (await onOneConnection(dataSource, (manager) => this.actAtOnce(manager, input))) ??
      (await dataSource.transaction((manager) => this.actStepByStep(manager, input)))
    );
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

  /** @returns undefined, with nothing written, when the case is not as its workflow believes or a claim is not granted */
  private async actAtOnce(manager: EntityManager, input: ActInput): Promise<ActOutcome | undefined> {
    if (input.commands.length === 0 && input.carried === null) return undefined;
    if (input.commands.some((command) => mustSeeTheLog(command, input.expectedSeq))) return undefined;
    const begun = await this.catchUp(manager, input, []);
    if (begun === undefined) return undefined;
    const records = new AllAtOnce(this.repository, manager);
    const outcome = await this.actOn(begun, input, NOTHING_ELSE_KNOWN, records);
    return records.isWritten ? outcome : undefined;
  }

  private async actStepByStep(manager: EntityManager, input: ActInput): Promise<ActOutcome> {
    const file = await this.repository.open(
      manager,
      input.caseId,
      input.expectedSeq,
      input.commands.map(senderOf),
      basisOf(input.commands),
    );
    if (input.commands.length === 0 && input.carried === null && file.missed.length === 0)
      return NOTHING_HAPPENED;
    const begun = await this.catchUp(manager, input, file.missed as readonly Recorded<Event>[]);
    if (begun === undefined) return this.refuseUnknownProgramme(manager, input);
    return this.actOn(begun, input, file, new StepByStep(this.repository, manager, input.caseId));
  }

  private async actOn(
    { inHand, caughtUp, adopted }: Begun<State, Event, Rules>,
    input: ActInput,
    file: Pick<OpenedFile, "known" | "since">,
    records: ActRecords,
  ): Promise<ActOutcome> {
    const acting = new Acting(this.kind, records, input, file, inHand, caughtUp);
    for (const command of input.commands) await acting.take(command);
    acting.passTime();
    await acting.write();
    return { events: acting.events, answers: acting.answers, adopted };
  }

  /** The case as the log has it, which may be further than the workflow knows. */
  private async catchUp(
    manager: EntityManager,
    input: ActInput,
    missed: readonly Recorded<Event>[],
  ): Promise<Begun<State, Event, Rules> | undefined> {
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

/** A case in hand, brought up to its log. */
interface Begun<State, Event extends CaseEvent, Rules> {
  readonly inHand: CaseInHand<State, Rules>;
  readonly caughtUp: readonly Recorded<Event>[];
  readonly adopted: ActOutcome["adopted"];
}

const NOTHING_HAPPENED: ActOutcome = { events: [], answers: [], adopted: null };
const NOTHING_ELSE_KNOWN = { known: [], since: [] };

/** Whether a command cannot be decided on what the workflow knows: it looks further back, or has seen more. */
function mustSeeTheLog({ basedOnSeq, knownSeq }: CaseCommand, expectedSeq: number): boolean {
  return (basedOnSeq !== null && basedOnSeq < expectedSeq) || (knownSeq ?? 0) > expectedSeq;
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

/** The oldest state that one of the commands was based on. */
function basisOf(commands: readonly CaseCommand[]): number | null {
  const bases = commands.flatMap(({ basedOnSeq }) => (basedOnSeq === null ? [] : [basedOnSeq]));
  return bases.length === 0 ? null : Math.min(...bases);
}
