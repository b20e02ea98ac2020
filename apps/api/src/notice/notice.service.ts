import {
  ErrandRepository,
  EvidenceRepository,
  NoticeRepository,
  NoticeView,
  ProgrammeView,
  WHOLE_COUNTRY,
  withScope,
  type LockedNotice,
  type NoticeOrder,
  type NoticeQuery,
} from "@jiedui/database";
import {
  barOfBeginning,
  barOfConcluding,
  barOfStrikingOff,
  barOfTakingDown,
  dayAt,
  lastDayOfNotice,
  toAsk,
  type Day,
  type NoticeMove,
  type NoticePurpose,
  type Refusal,
} from "@jiedui/domain";
import type {
  beginNoticeRequest,
  concludeWholeNoticeRequest,
  createNoticeRequest,
  noticeAnswer,
  strikeOffRequest,
  takeDownWholeNoticeRequest,
} from "@jiedui/http-contracts";
import { ProblemError, stableUuid } from "@jiedui/platform";
import { policyDocument, publishedCalendar } from "@jiedui/policies";
import { Injectable } from "@nestjs/common";
import { DataSource, type EntityManager } from "typeorm";
import type { z } from "zod";
import type { SignedIn } from "../access/access.decorator";
import { areaOfLevel } from "../area/area-of-level";
import { WorldClock } from "../engine/world-clock";
import { ErrandService } from "../errand/errand.service";
import { refused } from "../http/refused";
import { RegisterCommands } from "../register/register-commands";

const MOST_CANDIDATES = 500;
/** What is not answered by then goes on without the one who ordered it. */
const ANSWER_WITHIN_MS = 8_000;

type Asked = { readonly asking: SignedIn; readonly key: string };
type Answer = z.output<typeof noticeAnswer>;

/** Notices as documents over many cases: each order is a rule on the document, then an errand to each of its cases. */
@Injectable()
export class NoticeService {
  private readonly notices = new NoticeRepository();
  private readonly view = new NoticeView();
  private readonly errandRows = new ErrandRepository();
  private readonly evidence = new EvidenceRepository();
  private readonly programmes = new ProgrammeView();

  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: RegisterCommands,
    private readonly errands: ErrandService,
    private readonly clock: WorldClock,
  ) {}

  find({ scope }: SignedIn, query: NoticeQuery) {
    return withScope(this.dataSource, scope, (manager) => this.view.find(manager, query));
  }

  candidates({ scope }: SignedIn, purpose: NoticePurpose, area: string) {
    return withScope(this.dataSource, scope, async (manager) => ({
      items: await this.view.candidates(manager, purpose, area, { limit: MOST_CANDIDATES }),
    }));
  }

  async get({ scope }: SignedIn, id: string) {
    const notice = await withScope(this.dataSource, scope, (manager) => this.view.get(manager, id));
    if (notice === undefined) throw new ProblemError(404, "NOT_FOUND", { what: "notice" });
    return notice;
  }

  async create(
    { asking, key }: Asked,
    request: z.output<typeof createNoticeRequest>,
  ): Promise<{ id: string }> {
    const { areaCode, purpose, caseIds, objectTo } = request;
    const levels =
      purpose === "village-notice" ? (["village", "township"] as const) : (["township"] as const);
    areaOfLevel(areaCode, levels);
    // Of the whole country: a household that has moved hung on a notice of its old place, which nobody sees here.
    await withScope(this.dataSource, WHOLE_COUNTRY, (manager) => this.notices.leave(manager, caseIds));
    return this.commands.once(asking, key, ["create-notice", request], async (manager) => {
      const standing = await this.view.candidates(manager, purpose, areaCode, {
        limit: caseIds.length,
        among: caseIds,
      });
      const others = caseIds.filter((each) => !standing.some(({ caseId }) => caseId === each));
      if (others.length > 0) throw refused({ code: "NOT_TO_BE_LISTED", caseIds: others });
      const id = stableUuid("notice", asking.accountId, key);
      await this.notices.insert(manager, {
        id,
        areaCode,
        purpose,
        objectTo,
        madeBy: asking.accountId,
        caseIds,
      });
      return { id };
    });
  }

  /** All hang from one day until the last one that any of them asks for; whoever refused before is asked again. */
  begin(asked: Asked, id: string, { from }: z.output<typeof beginNoticeRequest>): Promise<Answer> {
    return this.order(asked, id, ["begin", from], async (manager, notice, today) => {
      refuseIf(barOfBeginning(notice));
      const first = notice.from ?? from ?? today;
      if (first > today)
        throw refused({
          code: "STEP_DAY_OUT_OF_RANGE",
          step: notice.purpose,
          happenedOn: first,
          from: first,
          today,
        });
      const until = await this.untilFor(manager, notice, first);
      await this.notices.begin(manager, id, first, until);
      await this.ask(
        manager,
        asked,
        notice,
        { what: "begin", facts: { from: first, until } },
        "hangNotice",
        () => ({
          noticeId: id,
          from: first,
          until,
        }),
      );
    });
  }

  strikeOff(
    asked: Asked,
    id: string,
    { caseId, reason }: z.output<typeof strikeOffRequest>,
  ): Promise<Answer> {
    return this.order(asked, id, ["strike-off", caseId, reason], async (manager, notice) => {
      refuseIf(barOfStrikingOff(notice, caseId));
      await this.notices.order(manager, notice, orderOf(asked, notice, "strike-off", { caseId, reason }));
      await this.notices.strikeOff(manager, notice, caseId, reason);
    });
  }

  takeDown(
    asked: Asked,
    id: string,
    { reason }: z.output<typeof takeDownWholeNoticeRequest>,
  ): Promise<Answer> {
    return this.order(asked, id, ["take-down", reason], async (manager, notice) => {
      refuseIf(barOfTakingDown(notice));
      await this.ask(
        manager,
        asked,
        notice,
        { what: "take-down", facts: { reason } },
        "takeDownNotice",
        () => ({
          noticeId: id,
          reason,
        }),
      );
      await this.notices.takeDownUnhung(manager, id);
    });
  }

  /** For all that have no open objection; the others say so, and are concluded by a later order. */
  conclude(
    asked: Asked,
    id: string,
    { note, evidenceIds = [] }: z.output<typeof concludeWholeNoticeRequest>,
  ): Promise<Answer> {
    return this.order(asked, id, ["conclude", note, evidenceIds], async (manager, notice, today) => {
      refuseIf(barOfConcluding(notice, today, { note, pieces: evidenceIds.length }));
      const order = { what: "conclude", facts: { note, pieces: evidenceIds.length } } as const;
      const proof = await this.proofFor(manager, asked, notice, evidenceIds);
      await this.ask(manager, asked, notice, order, "concludeNotice", (caseId) => ({
        noticeId: id,
        note,
        evidenceIds: proof.get(caseId) ?? [],
      }));
    });
  }

  /** One transaction for the order and what is to be asked, under the sender's key; then the asking. */
  private async order(
    asked: Asked,
    id: string,
    request: readonly unknown[],
    work: (manager: EntityManager, notice: LockedNotice, today: Day) => Promise<void>,
  ): Promise<Answer> {
    const { asking, key } = asked;
    const today = dayAt(await this.clock.nowMs());
    await this.commands.once(asking, key, [id, ...request], async (manager) => {
      const notice = await this.notices.lock(manager, id);
      if (notice === undefined) throw new ProblemError(404, "NOT_FOUND", { what: "notice" });
      await work(manager, notice, today);
      return { id };
    });
    const left = await this.errands.carryOutUntil(id, Date.now() + ANSWER_WITHIN_MS);
    const { state } = await this.get(asking, id);
    return { id, state, asking: left };
  }

  private async ask(
    manager: EntityManager,
    asked: Asked,
    notice: LockedNotice,
    { what, facts }: Pick<NoticeOrder, "what" | "facts">,
    move: NoticeMove,
    requestTo: (caseId: string) => Record<string, unknown>,
  ): Promise<void> {
    const order = orderOf(asked, notice, what, facts);
    await this.notices.order(manager, notice, order);
    const requests = toAsk(notice, move).map((caseId) => ({ caseId, request: requestTo(caseId) }));
    const { round, accountId } = order;
    const { id: documentId, areaCode } = notice;
    await this.errandRows.insert(
      manager,
      { kind: "notice", documentId, round, move, accountId, areaCode },
      requests,
    );
  }

  /** The latest of the last days that the listed cases' policies ask for, or that a case has named. */
  private async untilFor(manager: EntityManager, notice: LockedNotice, from: Day): Promise<Day> {
    const needed = [(await this.notices.neededUntil(manager, notice.id)) ?? from];
    const policies = await this.notices.policies(manager, toAsk(notice, "hangNotice"));
    for (const { programmeId, version } of policies) {
      const { liftOut } = policyDocument.parse(await this.programmes.document(manager, programmeId, version));
      const days = notice.purpose === "village-notice" ? liftOut?.villageNotice : liftOut?.townshipNotice;
      if (days !== undefined) needed.push(lastDayOfNotice(from, days, publishedCalendar()));
    }
    return needed.reduce((latest, each) => (each > latest ? each : latest));
  }

  /** Photographs of a sheet prove its days for every household on it. */
  private async proofFor(
    manager: EntityManager,
    { asking: { accountId } }: Asked,
    notice: LockedNotice,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, string[]>> {
    const proof = await this.evidence.alsoIn(
      manager,
      { ids, ownerAccountId: accountId, broughtFor: notice.listed.map(({ caseId }) => caseId) },
      toAsk(notice, "concludeNotice").flatMap((caseId) =>
        ids.map((evidenceId) => ({
          evidenceId,
          id: stableUuid("notice-proof", notice.id, String(notice.rounds), caseId, evidenceId),
          caseId,
        })),
      ),
    );
    if ("notUsable" in proof) throw refused({ code: "CONTENT_NOT_USABLE", contentId: proof.notUsable });
    return proof.byCase;
  }
}

function orderOf(
  { asking }: Asked,
  { rounds }: LockedNotice,
  what: NoticeOrder["what"],
  facts: NoticeOrder["facts"],
): NoticeOrder {
  return { round: rounds + 1, what, facts, accountId: asking.accountId };
}

function refuseIf(bar: Refusal | null): void {
  if (bar !== null) throw refused(bar);
}
