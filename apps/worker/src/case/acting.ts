import type { CaseRecord, OpenedFile } from "@jiedui/database";
import {
  append,
  decideCommand,
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
} from "@jiedui/domain";
import type { ActInput } from "@jiedui/workflow-contracts";
import type { ActRecords } from "./act-records";
import type { RecordedKind } from "./recorded-kind";

/** One act under way: what it has decided so far. */
export class Acting<
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
    private readonly records: ActRecords,
    private readonly input: ActInput,
    private readonly file: Pick<OpenedFile, "known" | "since">,
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
    const known = [...this.file.known, ...this.newAnswers].find(
      (each) => each.accountId === command.actor.accountId && each.key === command.key,
    );
    if (known !== undefined) {
      const isSameCommand = known.bodyHash === command.bodyHash;
      this.answers.push(isSameCommand ? known.answer : refuse({ code: "IDEMPOTENCY_KEY_REUSED" }));
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
      ? difference(
          this.obligationsOf(this.before),
          this.obligationsOf(this.inHand),
          isSame(access, this.kind.access(this.before.state)),
        )
      : { ended: [], begun: [] };
    const summary = this.kind.summary(state);
    await this.records.write({
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
    const { contentIds, actor } = command;
    const notGranted = await this.records.claim({
      seq,
      take,
      release,
      accountId: actor.accountId,
      contentIds,
    });
    if (notGranted === undefined) return undefined;
    if ("unusableContentId" in notGranted)
      return { code: "CONTENT_NOT_USABLE", contentId: notGranted.unusableContentId };
    return this.kind.rules.refusalOfClaim(notGranted.claim, notGranted.facts, this.inHand.state);
  }

  private obligationsOf(inHand: CaseInHand<State, Rules>): readonly Obligation[] {
    return this.kind.rules.obligations(inHand.state, inHand);
  }
}

/** What is no longer owed as it was, or seen by whom it was, and what is owed now. */
function difference(
  before: readonly Obligation[],
  after: readonly Obligation[],
  isSeenAlike: boolean,
): { ended: string[]; begun: readonly Obligation[] } {
  if (!isSeenAlike) return { ended: before.map((each) => each.key), begun: after };
  const unchanged = (one: Obligation) => after.some((other) => isSame(one, other));
  return {
    ended: before.filter((each) => !unchanged(each)).map((each) => each.key),
    begun: after.filter((each) => !before.some((other) => isSame(each, other))),
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

export function senderOf(command: CaseCommand): { accountId: string; key: string } {
  return { accountId: command.actor.accountId, key: command.key };
}

export function answered(
  command: CaseCommand,
  answer: CommandAnswer | undefined,
): CaseRecord["answers"][number] {
  if (answer === undefined) throw new Error("every command has an answer");
  return { ...senderOf(command), bodyHash: command.bodyHash, answer };
}
