import {
  listedAfter,
  noticeStateAfter,
  type CaseSays,
  type Day,
  type ListedCase,
  type NoticeInHand,
  type NoticeMove,
  type NoticePurpose,
  type NoticeState,
  type StrikeOffReason,
} from "@jiedui/domain";
import type { EntityManager } from "typeorm";
import { HAS_LEFT_NOTICE } from "./taken-off";

export interface NewNotice {
  readonly id: string;
  readonly areaCode: string;
  readonly purpose: NoticePurpose;
  readonly objectTo: string;
  readonly madeBy: string;
  readonly caseIds: readonly string[];
}
export interface LockedNotice extends NoticeInHand {
  readonly id: string;
  readonly areaCode: string;
  readonly purpose: NoticePurpose;
  readonly from: Day | null;
  /** How many orders there were. */
  readonly rounds: number;
}
export interface NoticeOrder {
  readonly round: number;
  readonly what: "begin" | "strike-off" | "take-down" | "conclude";
  readonly facts: Record<string, unknown>;
  readonly accountId: string;
}
/** The policy under which a listed case runs. */
export interface PolicyOfCases {
  readonly programmeId: string;
  readonly version: number;
}

/** Writes of notices. What follows from an order or an answer is decided by the rules of `domain`. */
export class NoticeRepository {
  /** Cases whose lift-out has ended or fallen back since, or whose household has moved, leave their notice: it need not wait for them. */
  async leave(manager: EntityManager, caseIds: readonly string[]): Promise<void> {
    const left = await manager.query<{ id: string }[]>(
      `select distinct c.notice_id as id from notice_case c where c.case_id = any ($1::uuid[]) and ${HAS_LEFT_NOTICE} order by id`,
      [caseIds],
    );
    for (const { id } of left) {
      await this.lock(manager, id);
      await manager.query(
        `update notice_case c set state = 'left' where c.notice_id = $1 and c.case_id = any ($2::uuid[]) and ${HAS_LEFT_NOTICE}`,
        [id, caseIds],
      );
      await this.settle(manager, id);
    }
  }

  async insert(manager: EntityManager, notice: NewNotice): Promise<void> {
    const { id, areaCode, purpose, objectTo, madeBy, caseIds } = notice;
    await manager.query(
      "insert into notice (id, area_code, purpose, state, object_to, made_by) values ($1, $2, $3, 'draft', $4, $5)",
      [id, areaCode, purpose, objectTo, madeBy],
    );
    await manager.query(
      `insert into notice_case (notice_id, case_id, place, area_code, state)
       select $1, each.case_id, each.place, $2, 'listed' from unnest($3::uuid[]) with ordinality as each(case_id, place)`,
      [id, areaCode, caseIds],
    );
  }

  /** Nobody else orders anything of it, or puts an answer down, until this transaction ends. */
  async lock(manager: EntityManager, id: string): Promise<LockedNotice | undefined> {
    // Locked by a statement of its own: what the next one reads includes what the lock was waiting for.
    await manager.query("select 1 from notice where id = $1 for update", [id]);
    const [row] = await manager.query<
      (Omit<LockedNotice, "listed" | "isAsking"> & { open: number; listed: ListedCase[] | null })[]
    >(
      `select n.id, n.area_code as "areaCode", n.purpose, n.state, to_char(n.hung_from, 'YYYY-MM-DD') as "from", to_char(n.hung_until, 'YYYY-MM-DD') as until,
         (select count(*)::int from notice_order o where o.notice_id = n.id) as rounds,
         (select json_agg(json_build_object('caseId', c.case_id, 'state', c.state) order by c.place) from notice_case c where c.notice_id = n.id) as listed,
         (select count(*)::int from errand e where e.document_id = n.id and e.answered_at is null) as open
       from notice n where n.id = $1`,
      [id],
    );
    if (row === undefined) return undefined;
    const { open, listed, ...notice } = row;
    return { ...notice, listed: listed ?? [], isAsking: open > 0 };
  }

  async order(manager: EntityManager, notice: LockedNotice, order: NoticeOrder): Promise<void> {
    await manager.query(
      "insert into notice_order (notice_id, round, area_code, what, facts, account_id) values ($1, $2, $3, $4, $5, $6)",
      [notice.id, order.round, notice.areaCode, order.what, JSON.stringify(order.facts), order.accountId],
    );
  }

  async begin(manager: EntityManager, id: string, from: Day, until: Day): Promise<void> {
    await manager.query(
      "update notice set state = 'beginning', hung_from = $2, hung_until = greatest(hung_until, $3::date) where id = $1",
      [id, from, until],
    );
  }

  async strikeOff(
    manager: EntityManager,
    notice: LockedNotice,
    caseId: string,
    reason: StrikeOffReason,
  ): Promise<void> {
    await manager.query(
      "update notice_case set state = 'struck-off', struck_off_reason = $3 where notice_id = $1 and case_id = $2",
      [notice.id, caseId, reason],
    );
    await this.settle(manager, notice.id);
  }

  /** A draft, or what nobody has accepted, comes down at once. */
  async takeDownUnhung(manager: EntityManager, id: string): Promise<void> {
    await manager.query(
      "update notice_case set state = 'taken-down' where notice_id = $1 and state in ('listed', 'refused')",
      [id],
    );
    await manager.query(
      `update notice set state = 'taken-down' where id = $1
       and not exists (select 1 from notice_case c where c.notice_id = $1 and c.state = 'hanging')`,
      [id],
    );
  }

  /** Puts down what one of its cases answered. */
  async answered(
    manager: EntityManager,
    id: string,
    caseId: string,
    move: NoticeMove,
    refusal: (CaseSays & { readonly facts: Record<string, unknown> }) | null,
  ): Promise<void> {
    const notice = await this.lock(manager, id);
    const present = notice?.listed.find((each) => each.caseId === caseId);
    if (present === undefined) throw new Error(`case ${caseId} is not on notice ${id}`);
    await manager.query(
      "update notice_case set state = $3, code = $4, facts = $5 where notice_id = $1 and case_id = $2",
      [
        id,
        caseId,
        listedAfter(present.state, move, refusal),
        refusal?.code ?? null,
        refusal === null ? null : JSON.stringify(refusal.facts),
      ],
    );
    await this.settle(manager, id);
  }

  /** Policies of the cases that stand on it; each may ask for other days. */
  policies(manager: EntityManager, caseIds: readonly string[]): Promise<PolicyOfCases[]> {
    return manager.query<PolicyOfCases[]>(
      `select distinct programme_id as "programmeId", policy_version as version from pairing where case_id = any ($1::uuid[]) and known_to is null`,
      [caseIds],
    );
  }

  /** Last days that cases have named when a notice was too short for them. */
  async neededUntil(manager: EntityManager, id: string): Promise<Day | null> {
    const [row] = await manager.query<{ until: Day | null }[]>(
      "select max(facts ->> 'neededUntil') as until from notice_case where notice_id = $1 and state = 'refused' and code = 'NOTICE_TOO_SHORT'",
      [id],
    );
    return row?.until ?? null;
  }

  private async settle(manager: EntityManager, id: string): Promise<void> {
    const notice = await this.lock(manager, id);
    if (notice === undefined) return;
    const state: NoticeState = noticeStateAfter(notice);
    if (state !== notice.state)
      await manager.query("update notice set state = $2 where id = $1", [id, state]);
  }
}
