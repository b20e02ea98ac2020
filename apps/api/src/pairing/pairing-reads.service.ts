import {
  NoticeView,
  ObligationView,
  PairingView,
  ProgrammeView,
  TimelineView,
  checksAwaitedBeside,
  hasSecretDraw,
  withScope,
  type PairingDetail,
  type PairingQuery,
  type TimelineEvent,
} from "@jiedui/database";
import {
  barOfMove,
  dayAt,
  fold,
  officeAbove,
  pairingKind,
  reopenableUntil,
  type Because,
  type Day,
  type PairingEvent,
  type PairingRules,
  type PairingState,
  type Recorded,
} from "@jiedui/domain";
import { ProblemError } from "@jiedui/platform";
import { pairingRulesOf, policyDocument } from "@jiedui/policies";
import { Injectable } from "@nestjs/common";
import { DataSource, type EntityManager } from "typeorm";
import type { SignedIn } from "../access/access.decorator";
import { mayDo } from "../access/permissions";
import { WorldClock } from "../engine/world-clock";
import { readingAt, type ReadingAt } from "../http/as-of";
import { companyOf } from "./company-of";
import { lifeOf } from "./life-of";
import { measuresOf } from "./measures-of";
import { planOf } from "./plan-of";
import type { RoutedMove } from "./move-route";
import { MOVE_ROUTES, routedMoves } from "./move-routes";

/** Which part of the policy's document a rule reads; the first one that the document has. */
const POLICY_PARTS_OF_RULE: Readonly<Record<string, readonly string[]>> = {
  "regular-visit": ["visit"],
  "plan-submitted-in-time": ["plan"],
  "plan-reviewed-in-time": ["plan"],
  "plan-renewed-each-year": ["plan"],
  "revisit-after-lift-out": ["revisit", "visit"],
  "lift-out-step-in-time": ["liftOut"],
  "objection-answered-in-time": ["liftOut"],
  "relapse-reported-in-time": ["revisit", "closing"],
  "relapse-decided-in-time": ["revisit", "closing"],
  "freed-helper-offered-a-household": ["revisit"],
  "revisited-to-the-end": ["revisit", "closing"],
  "term-renewed-until-lifted-out": ["term"],
  "term-reviewed-in-time": ["term"],
  "visited-on-occasions": ["occasions"],
  "visited-on-festivals": ["occasions"],
  "successor-proposed-after-move": ["handover", "closing"],
  "split-household-paired": ["handover", "closing"],
  "handover-answered-in-time": ["handover", "visit"],
  "correction-decided-in-time": ["correction", "closing"],
  "closing-decided-in-time": ["closing"],
};

interface AsOf {
  readonly asOf?: string | undefined;
}

/** Reads of pairings, all from views. */
@Injectable()
export class PairingReadsService {
  private readonly pairings = new PairingView();
  private readonly obligations = new ObligationView();
  private readonly timeline = new TimelineView();
  private readonly programmes = new ProgrammeView();
  private readonly notices = new NoticeView();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: WorldClock,
  ) {}

  async find({ scope }: SignedIn, query: PairingQuery & AsOf) {
    const at = await readingAt(this.clock, query.asOf);
    return withScope(this.dataSource, scope, (manager) => this.pairings.find(manager, query, at));
  }

  async get(asking: SignedIn, caseId: string, asOf: string | undefined) {
    const at = await readingAt(this.clock, asOf);
    return withScope(this.dataSource, asking.scope, async (manager) => {
      const pairing = await this.existing(manager, caseId, at);
      const obligations = await this.obligations.ofCase(manager, caseId, at);
      const log = (await this.timeline.log(manager, caseId, at.asOf)) as readonly Recorded<PairingEvent>[];
      const state = fold(pairingKind, caseId, log);
      const policy = policyDocument.parse(
        await this.programmes.document(manager, pairing.programmeId, pairing.policyVersion),
      );
      const rules = pairingRulesOf(policy);
      const today = dayAt((at.asOf ?? at.now).getTime());
      return {
        ...pairing,
        obligations,
        visitForm: policy.visit.form,
        life: lifeOf(state, rules, log, today, await this.noticesOf(manager, state)),
        plan: planOf(state, rules, log),
        measures: measuresOf(state, rules, log, today),
        company: await companyOf(manager, state),
        moves: movesOf(state, rules, asking, today, await this.isPassedByTooEarly(manager, caseId, state)),
        asOf: (at.asOf ?? at.now).toISOString(),
      };
    });
  }

  async obligationsOf({ scope }: SignedIn, caseId: string, asOf: string | undefined) {
    const at = await readingAt(this.clock, asOf);
    return withScope(this.dataSource, scope, async (manager) => {
      await this.existing(manager, caseId, at);
      return { items: await this.obligations.ofCase(manager, caseId, at) };
    });
  }

  async timelineOf(
    { scope }: SignedIn,
    caseId: string,
    query: AsOf & { beforeSeq?: number | undefined; limit: number },
  ) {
    const at = await readingAt(this.clock, query.asOf);
    return withScope(this.dataSource, scope, async (manager) => {
      await this.existing(manager, caseId, at);
      const { items, nextBeforeSeq } = await this.timeline.find(manager, caseId, {
        ...query,
        asOf: at.asOf,
      });
      return { items: items.map(shown), nextBeforeSeq };
    });
  }

  /** One event opened to its cause: rule and policy version, the days counted, the events that led to it. */
  async why({ scope }: SignedIn, caseId: string, seq: number) {
    const at = await readingAt(this.clock, undefined);
    return withScope(this.dataSource, scope, async (manager) => {
      const pairing = await this.existing(manager, caseId, at);
      const event = await this.timeline.event(manager, caseId, seq);
      if (event === undefined) throw new ProblemError(404, "NOT_FOUND", { what: "event" });
      const { raw } = event;
      const because = becauseOf(event);
      const rule = because?.rule ?? raw.type;
      const document =
        (await this.programmes.document(manager, pairing.programmeId, raw.policyVersion)) ?? {};
      const part = POLICY_PARTS_OF_RULE[rule]?.map((name) => document[name]).find(isRecord);
      return {
        ...shown(event),
        caseId,
        raw: { ...raw },
        why: {
          rule,
          programmeId: pairing.programmeId,
          policyVersion: raw.policyVersion,
          ruleData: part ?? {},
          dueOn: because?.dueOn ?? null,
          scheduledAt: because === undefined ? null : new Date(because.scheduledAtMs).toISOString(),
          lateMs: because?.lateMs ?? 0,
          reckoning:
            because?.reckoning === undefined || because.reckoning === null ? null : { ...because.reckoning },
          cause: { ...raw.cause },
          ledHere: await this.ledTo(manager, caseId, event),
        },
      };
    });
  }

  /** Earlier events about the same matter, and the one that this follows from. */
  private async ledTo(manager: EntityManager, caseId: string, { raw, data }: TimelineEvent) {
    const { items } = await this.timeline.find(manager, caseId, {
      asOf: null,
      beforeSeq: raw.seq,
      limit: 50,
    });
    const key = data["obligationKey"];
    const about = (earlier: TimelineEvent) =>
      (key !== undefined && earlier.data["obligationKey"] === key) ||
      (raw.cause.kind === "follows" && raw.cause.seq === earlier.seq) ||
      data["uncoveredBySeq"] === earlier.seq ||
      earlier.data["visitId"] === (data["becauseOfVisitId"] ?? Number.NaN) ||
      earlier.type === "VisitRecorded" ||
      earlier.type === "PairingOpened";
    return items
      .filter(about)
      .slice(0, 6)
      .map(({ seq, type, happenedOn }) => ({ seq, type, happenedOn }));
  }

  /** The document of the notice on which the case hangs, where the reader finds one. */
  private async noticesOf(manager: EntityManager, { liftOut }: PairingState): Promise<ReadonlySet<string>> {
    const id = liftOut?.notice?.id;
    return new Set(id !== undefined && (await this.notices.exists(manager, id)) ? [id] : []);
  }

  /** Whether the draw has passed it by, and others whom it took still wait for their check. */
  private async isPassedByTooEarly(manager: EntityManager, caseId: string, { liftOut }: PairingState) {
    return liftOut?.step === "approval" && (await checksAwaitedBeside(manager, caseId)) > 0;
  }

  /** Whether whom a draw took is still kept from that account. */
  async isDrawKeptFrom({ scope }: SignedIn, caseId: string): Promise<boolean> {
    if (scope.knowsOfDraws) return false;
    return withScope(this.dataSource, scope, (manager) => hasSecretDraw(manager, caseId));
  }

  private async existing(manager: EntityManager, caseId: string, at: ReadingAt): Promise<PairingDetail> {
    const pairing = await this.pairings.get(manager, caseId, at);
    if (pairing !== undefined) return pairing;
    if (at.asOf !== null && (await this.pairings.get(manager, caseId, { ...at, asOf: null })) !== undefined)
      throw new ProblemError(404, "NOT_RECORDED_YET", { what: "pairing", asOf: dayAt(at.asOf.getTime()) });
    throw new ProblemError(404, "NOT_FOUND", { what: "pairing" });
  }
}

/** Every move with whether this account may make it now, and which code says why not. */
function movesOf(
  state: PairingState,
  rules: PairingRules,
  { role, helperId }: SignedIn,
  today: Day,
  isPassedByTooEarly: boolean,
) {
  return routedMoves().map((move) => {
    const mayNever = !mayDo(role, MOVE_ROUTES[move].permission) || (role === "helper" && helperId === null);
    const code = mayNever
      ? "NOT_ALLOWED"
      : (barOfMove(move, state, rules) ??
        (move === "approveLiftOut" && isPassedByTooEarly ? "CHECKS_OF_DRAW_AWAITED" : null) ??
        (isForAnother(move, state, helperId) ? "HANDOVER_FOR_ANOTHER" : null) ??
        (move === "reopen" && today > (reopenableUntil(state, rules) ?? today)
          ? "REOPENING_TOO_LATE"
          : null) ??
        (isAboveRole(move, state, rules, role) ? "CLOSING_NEEDS_HIGHER_OFFICE" : null));
    return { move, allowed: code === null, code };
  });
}

/** Whether the closing that is to be decided on, or taken back, is a matter of an office above the asker's. */
function isAboveRole(
  move: RoutedMove,
  { closing, closed }: PairingState,
  rules: PairingRules,
  role: SignedIn["role"],
): boolean {
  const reason = move === "reopen" ? closed?.reason : closing?.reason;
  const decides = move === "reopen" || move === "approveClosing" || move === "rejectClosing";
  return decides && reason !== undefined && officeAbove(reason, role, rules) !== null;
}

/** Whether a proposal waits for another helper's answer. */
function isForAnother(move: RoutedMove, { handover }: PairingState, helperId: string | null): boolean {
  const answers = move === "acceptHandover" || move === "declineHandover";
  return answers && helperId !== null && helperId !== handover?.successor.id;
}

function becauseOf({ data }: TimelineEvent): Because | undefined {
  const { because } = data;
  return isBecause(because) ? because : undefined;
}

function isBecause(value: unknown): value is Because {
  return isRecord(value) && typeof value["rule"] === "string" && typeof value["scheduledAtMs"] === "number";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function shown({ raw: _raw, contents, ...event }: TimelineEvent) {
  return { ...event, contents: [...contents] };
}
