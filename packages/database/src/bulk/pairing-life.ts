import {
  addDays,
  append,
  dayAt,
  decideCommand,
  earliestOf,
  entryOf,
  firstDayOf,
  follow,
  lastDayOf,
  measureRulesOf,
  monthOf,
  pairingKind,
  startOf,
  summaryOfPairing,
  addToMonth,
  type CaseInHand,
  type Claims,
  type Day,
  type Obligation,
  type PairingEvent,
  type PairingPayloads,
  type PairingRules,
  type PairingState,
  type PairingSummary,
  type Recorded,
  type WorkCalendar,
} from "@jiedui/domain";
import type { Random } from "./random";

const DAY_MS = 86_400_000;
const NOON_MS = DAY_MS / 2;
const EVENING_MS = NOON_MS + DAY_MS / 4;
const MOST_LATE_DAYS = 40;
const MOST_CLOSED_DAYS = 25;
const A_YEAR_OF_DAYS = 365;

/** A version of something: known from when to when. */
export interface Known<Of> {
  readonly of: Of;
  readonly fromMs: number;
  toMs: number | null;
}

export interface LifePlan {
  readonly opening: PairingPayloads["open"];
  readonly untilMs: number;
  /** How likely the household is visited in a month. */
  readonly diligence: number;
  /** How likely a visit is entered some weeks later, and how likely one is taken back; absent: never. */
  readonly untidiness?: number;
  /** Whether the pairing ends with a closing. */
  readonly closes: boolean;
  /** How likely it is in each month to be closed by mistake, and reopened some weeks later; absent: never. */
  readonly mistaken?: number;
  readonly accountId: string;
  readonly approverId: string;
}

/**
 * The life of a pairing told by the domain's own rules, without engine and database: its log, its claims and every
 * version of its views, as `act` would have recorded them one after another.
 */
export class PairingLife {
  readonly log: Recorded<PairingEvent>[] = [];
  readonly commands: { accountId: string; key: string; seq: number; eventSeqs: number[]; atMs: number }[] =
    [];
  readonly claims: { seq: number; claims: Claims }[] = [];
  readonly summaries: Known<PairingSummary>[] = [];
  readonly obligations: Known<Obligation>[] = [];
  private inHand: CaseInHand<PairingState, PairingRules>;
  private owed: readonly Obligation[] = [];

  constructor(
    readonly caseId: string,
    private readonly random: Random,
    rules: PairingRules,
    calendar: WorkCalendar,
  ) {
    this.inHand = { state: pairingKind.initial(caseId), seq: 0, rules, calendar, nowMs: 0 };
  }

  get state(): PairingState {
    return this.inHand.state;
  }

  get seq(): number {
    return this.inHand.seq;
  }

  get nextAtMs(): number | null {
    return earliestOf(this.owed) ?? null;
  }

  live(plan: LifePlan): this {
    const { opening, untilMs } = plan;
    this.give("open", opening, plan.accountId, startOf(opening.signedOn) + NOON_MS);
    for (let month = monthOf(opening.signedOn); ; month = addToMonth(month, 1)) {
      const first = month === monthOf(opening.signedOn) ? opening.signedOn : firstDayOf(month);
      if (startOf(first) + EVENING_MS > untilMs) break;
      this.makePlan(startOf(first) + NOON_MS, plan);
      if (plan.mistaken !== undefined && this.random.happens(plan.mistaken)) this.closeByMistake(plan);
      if (!this.random.happens(plan.diligence)) continue;
      const day = this.dayWithin(first, lastDayOf(month));
      if (startOf(day) + EVENING_MS > untilMs) break;
      this.visit(day, plan);
    }
    if (plan.closes) this.close(plan);
    return this.passTo(untilMs);
  }

  /** Where one is owed; a few are late. */
  private makePlan(earliestMs: number, { accountId, approverId, diligence }: LifePlan): void {
    const { plan } = this.inHand.rules;
    if (plan === undefined || this.state.planOwed === null) return;
    const producing = measureRulesOf(this.inHand.rules).kinds.find(
      ({ unit, money, mayProduce }) => mayProduce && unit !== null && money !== "asked",
    );
    if (producing === undefined) throw new Error("a policy that asks for a plan counts nothing to earn by");
    if (!this.random.happens(diligence)) return;
    const atMs = Math.max(earliestMs, this.inHand.nowMs);
    const until = addDays(dayAt(atMs), A_YEAR_OF_DAYS);
    const lines = [{ kind: producing.kind, amount: 5, amountFen: 0, until, isProducing: true }];
    this.give("submitPlan", { parts: plan.parts, lines }, accountId, atMs);
    this.give("approvePlan", {}, approverId, atMs + NOON_MS, "township-office");
  }

  private visit(day: Day, plan: LifePlan): void {
    const { opening, accountId, untidiness = 0, untilMs } = plan;
    const visit = {
      visitId: this.random.uuid(),
      happenedOn: day,
      helperId: opening.leadHelper.id,
      occasion: "regular" as const,
      formVersion: 1,
    };
    const often = () => untidiness > 0 && this.random.happens(untidiness);
    const laterDays = often() ? this.random.between(1, MOST_LATE_DAYS) : 0;
    const enteredOn = startOf(addDays(day, laterDays));
    const atMs = this.random.between(enteredOn + NOON_MS, enteredOn + EVENING_MS);
    if (atMs > untilMs) return;
    this.give("recordVisit", visit, accountId, atMs);
    if (!often()) return;
    const voidedAtMs = atMs + this.random.between(1, MOST_LATE_DAYS) * DAY_MS;
    if (voidedAtMs <= untilMs) this.takeBack(visit.visitId, voidedAtMs, plan);
  }

  /** By two people where the policy asks for them. */
  private takeBack(visitId: string, atMs: number, { accountId, approverId }: LifePlan): void {
    if (this.inHand.rules.correction === undefined) {
      this.give("voidVisit", { visitId, reason: "wrong-day" }, accountId, atMs);
      return;
    }
    const wrong = this.log.find((event) => event.type === "VisitRecorded" && event.visitId === visitId);
    if (wrong === undefined) throw new Error(`no visit ${visitId} was recorded`);
    this.give("requestVoid", { entry: entryOf(wrong), reason: "wrong-day" }, accountId, atMs);
    const asked = this.state.corrections.find(({ entry }) => entry.seq === wrong.seq);
    // Whoever has entered it on that very day has taken it back alone.
    if (asked !== undefined)
      this.give("approveVoid", { requestedSeq: asked.seq }, approverId, atMs, "county-office");
  }

  private close({ accountId, approverId, untilMs }: LifePlan, requestedAtMs = untilMs - 2 * DAY_MS): void {
    const happenedOn = dayAt(requestedAtMs);
    const request = { reason: "died" as const, happenedOn, proof: "death-certificate" as const };
    this.give("requestClosing", request, accountId, requestedAtMs);
    this.give("approveClosing", {}, approverId, requestedAtMs + DAY_MS, "county-office");
  }

  /** Only where there is time for it before the end of what is told. */
  private closeByMistake(plan: LifePlan): void {
    const atMs = this.inHand.nowMs + DAY_MS;
    const reopenedAtMs = atMs + this.random.between(2, MOST_CLOSED_DAYS) * DAY_MS;
    if (reopenedAtMs > plan.untilMs - MOST_LATE_DAYS * DAY_MS) return;
    this.close(plan, atMs);
    const reopening = { reason: "closed-by-mistake" as const, successor: null };
    this.give("reopen", reopening, plan.accountId, reopenedAtMs, "county-office");
  }

  /** Time passes to then, with whatever falls due on the way; the command is decided; what follows is recorded. */
  private give<Move extends keyof PairingPayloads>(
    move: Move,
    payload: PairingPayloads[Move],
    accountId: string,
    atMs: number,
    role = "helper",
  ): void {
    this.passTo(atMs);
    const before = this.inHand;
    const key = this.random.uuid();
    const decision = decideCommand(pairingKind, before, {
      move,
      payload,
      actor: { accountId, role },
      key,
      bodyHash: "",
      basedOnSeq: pairingKind.movesNeedingBasis.includes(move) ? before.seq : null,
      knownSeq: null,
      contentIds: [],
    });
    if (!decision.accepted)
      throw new Error(`${move} of a made-up pairing was refused: ${decision.refusal.code}`);
    const { version } = before.rules;
    const cause = { kind: "command", accountId, role, key } as const;
    const step = append(pairingKind, before, decision.events, cause, version);
    const [first] = step.recorded;
    if (first !== undefined)
      this.claims.push({ seq: first.seq, claims: mergedClaims(decision.events, before) });
    this.inHand = step.inHand;
    this.log.push(...step.recorded);
    this.commands.push({
      accountId,
      key,
      seq: this.seq,
      eventSeqs: step.recorded.map(({ seq }) => seq),
      atMs: this.inHand.nowMs,
    });
    this.follow(before);
  }

  private passTo(untilMs: number): this {
    for (;;) {
      const wakeAtMs = this.nextAtMs;
      if (wakeAtMs === null || wakeAtMs > untilMs) break;
      this.inHand = { ...this.inHand, nowMs: Math.max(wakeAtMs, this.inHand.nowMs) };
      this.follow(this.inHand);
    }
    this.inHand = { ...this.inHand, nowMs: Math.max(untilMs, this.inHand.nowMs) };
    return this;
  }

  private follow(before: CaseInHand<PairingState, PairingRules>): void {
    if (!pairingKind.isFinished(this.state)) {
      const step = follow(pairingKind, this.inHand, this.inHand.rules.version);
      this.inHand = step.inHand;
      this.log.push(...step.recorded);
    }
    const { nowMs } = this.inHand;
    const summary = summaryOfPairing(this.state);
    if (summary !== undefined && !isSame(summary, summaryOfPairing(before.state)))
      replace(this.summaries, () => true, [summary], nowMs);
    const owed = pairingKind.obligations(this.state, this.inHand);
    const begun = owed.filter((each) => !this.owed.some((known) => isSame(known, each)));
    replace(this.obligations, (known) => !owed.some((each) => isSame(known, each)), begun, nowMs);
    this.owed = owed;
  }

  private dayWithin(first: Day, last: Day): Day {
    return addDays(first, this.random.between(0, Number(last.slice(8)) - Number(first.slice(8))));
  }
}

/** What a command's events claim together. */
function mergedClaims(
  events: readonly PairingEvent[],
  { state, rules }: CaseInHand<PairingState, PairingRules>,
): Claims {
  const each = events.map((event) => pairingKind.claims(event, state, rules));
  return { take: each.flatMap(({ take }) => take), release: each.flatMap(({ release }) => release) };
}

/** Ends the present versions that no longer hold and begins others. */
function replace<Of>(
  versions: Known<Of>[],
  ends: (present: Of) => boolean,
  begun: readonly Of[],
  atMs: number,
): void {
  for (const version of versions) if (version.toMs === null && ends(version.of)) version.toMs = atMs;
  versions.push(...begun.map((of) => ({ of, fromMs: atMs, toMs: null })));
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
