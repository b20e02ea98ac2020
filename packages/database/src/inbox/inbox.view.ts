import type { SubjectKind } from "@jiedui/domain";
import type { EntityManager } from "typeorm";
import { heldSeat, inJson, obligationColumns, type ObligationRow } from "../obligation/obligation.view";
import { Conditions, pageOf, readCursor, type Page, type PageQuery } from "../paging";

export interface InboxRow extends ObligationRow {
  readonly subject: { readonly id: string; readonly name: string; readonly kind: SubjectKind };
  readonly areaName: string;
  readonly leadHelper: { readonly id: string; readonly name: string };
  readonly deputy: boolean;
  readonly seen: boolean;
}

const FROM = (now: string, account: string) => `obligation o ${heldSeat(now)}
  join lateral (select deputy from seat_holders(held.seat, ((${now}) at time zone 'Asia/Shanghai')::date) holder where holder.account_id = ${account} limit 1) mine on true`;

/** What an account owes today: open obligations × the seats it holds. Nothing is copied, so nothing is left behind. */
export class InboxView {
  async find(
    manager: EntityManager,
    accountId: string,
    now: Date,
    query: PageQuery,
  ): Promise<Page<InboxRow>> {
    const conditions = new Conditions();
    const at = conditions.place(now);
    const account = conditions.place(accountId);
    conditions.add(
      `o.known_to is null and o.seats && seats_of(${account}, ((${at}) at time zone 'Asia/Shanghai')::date)`,
    );
    const after = readCursor(query.cursor, 3);
    if (after !== undefined)
      conditions.add("(o.due_at, o.case_id, o.key) > (?::timestamptz, ?::uuid, ?)", ...after);
    const rows = await manager.query<InboxRow[]>(
      `select ${obligationColumns(at)}, json_build_object('id', s.id, 'name', s.name, 'kind', s.kind) as subject, area.full_name as "areaName",
         json_build_object('id', o.lead_helper_id, 'name', coalesce(h.name, '')) as "leadHelper", mine.deputy,
         exists (select 1 from inbox_seen n where n.account_id = ${account} and n.case_id = o.case_id and n.key = o.key and n.rung = o.rung) as seen
       from ${FROM(at, account)}
       join pairing p on p.case_id = o.case_id and p.known_to is null join subject s on s.id = p.subject_id
       join area on area.code = p.area_code left join helper h on h.id = o.lead_helper_id
       where ${conditions.where} order by o.due_at, o.case_id, o.key limit ${conditions.place(query.limit + 1)}`,
      conditions.parameters,
    );
    return pageOf(rows.map(inJson), query.limit, (row) => [row.dueAt, row.caseId, row.key]);
  }

  /** Matters that are overdue or due within a week. */
  async count(manager: EntityManager, accountId: string, now: Date): Promise<number> {
    const [row] = await manager.query<{ count: number }[]>(
      `select count(*)::int as count from ${FROM("$1::timestamptz", "$2::uuid")}
       where o.known_to is null and o.seats && seats_of($2, (($1::timestamptz) at time zone 'Asia/Shanghai')::date) and o.due_at <= $1::timestamptz + interval '7 days'`,
      [now, accountId],
    );
    return row?.count ?? 0;
  }

  async markSeen(
    manager: EntityManager,
    accountId: string,
    seen: { caseId: string; key: string; rung: number },
  ): Promise<void> {
    await manager.query(
      "insert into inbox_seen (account_id, case_id, key, rung) values ($1, $2, $3, $4) on conflict do nothing",
      [accountId, seen.caseId, seen.key, seen.rung],
    );
  }
}
