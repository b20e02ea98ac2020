import type { SubjectKind } from "@jiedui/domain";
import type { EntityManager } from "typeorm";
import {
  answeredBy,
  obligationColumns,
  type ObligationRead,
  type ObligationRow,
} from "../obligation/obligation.view";
import { answeringFor } from "../obligation/seat-holders";
import { Conditions, pageOf, readCursor, type Page, type PageQuery } from "../paging";
import { nameIn } from "../register/names";

interface InboxColumns {
  readonly subject: { readonly id: string; readonly name: string; readonly kind: SubjectKind };
  readonly areaName: string;
  readonly leadHelper: { readonly id: string; readonly name: string };
  readonly seen: boolean;
}
export interface InboxRow extends ObligationRow, InboxColumns {
  readonly deputy: boolean;
}

/**
 * Open obligations `o` whose first held seat is one of the account's. Most are settled by their first seat alone, with
 * one look into a hash; only those whose first seat is empty are followed up the chain.
 */
function mine(at: string, account: string): { with: string; where: string } {
  const today = `((${at}::timestamptz) at time zone 'Asia/Shanghai')::date`;
  return {
    with: `with held as materialized (select seat from held_seats(${today})), own as materialized (select seats_of(${account}, ${today}) as seats)`,
    where: `o.known_to is null and (o.seats[1] = any ((select seats from own)::text[]) or o.seats[1] not in (select seat from held))
      and (select (array_agg(chain.seat order by chain.place) filter (where chain.seat in (select seat from held)))[1]
           from unnest(o.seats) with ordinality as chain(seat, place))
        = any ((select seats from own)::text[])`,
  };
}

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
    const own = mine(at, account);
    const after = readCursor(query.cursor, ["instant", "uuid", "text"]);
    if (after !== undefined)
      conditions.add("(o.due_at, o.case_id, o.key) > (?::timestamptz, ?::uuid, ?)", ...after);
    const rows = await manager.query<(ObligationRead & InboxColumns)[]>(
      `${own.with}
       select ${obligationColumns(`${at}::timestamptz`)}, json_build_object('id', s.id, 'name', s.name, 'kind', s.kind) as subject, area.full_name as "areaName",
         json_build_object('id', o.lead_helper_id, 'name', ${nameIn("h", "o.lead_helper_id")}) as "leadHelper",
         exists (select 1 from inbox_seen n where n.account_id = ${account} and n.case_id = o.case_id and n.key = o.key and n.rung = o.rung) as seen
       from (select o.* from obligation o where ${own.where} and ${conditions.where} order by o.due_at, o.case_id, o.key limit ${conditions.place(query.limit + 1)}) o
       join pairing p on p.case_id = o.case_id and p.known_to is null join subject s on s.id = p.subject_id
       join area on area.code = p.area_code left join helper h on h.id = o.lead_helper_id
       order by o.due_at, o.case_id, o.key`,
      conditions.parameters,
    );
    const { items, ...page } = pageOf(rows, query.limit, (row) => [
      row.dueAt.toISOString(),
      row.caseId,
      row.key,
    ]);
    const answering = await answeringFor(
      manager,
      items.map(({ seats }) => seats),
      now,
    );
    return {
      ...page,
      items: items.flatMap((row, index): InboxRow[] => {
        const who = answering[index];
        if (who === undefined) return [];
        const deputy = who.holders.find((holder) => holder.accountId === accountId)?.deputy ?? false;
        return [{ ...answeredBy(row, who), deputy }];
      }),
    };
  }

  /** Matters that are overdue or due within a week. */
  async count(manager: EntityManager, accountId: string, now: Date): Promise<number> {
    const own = mine("$1", "$2::uuid");
    const [row] = await manager.query<{ count: number }[]>(
      `${own.with} select count(*)::int as count from obligation o
       where ${own.where} and o.due_at <= $1::timestamptz + interval '7 days'`,
      [now, accountId],
    );
    return row?.count ?? 0;
  }

  /** @returns false when the account sees no such open matter; one that has climbed since is still the same matter */
  async markSeen(
    manager: EntityManager,
    accountId: string,
    seen: { caseId: string; key: string; rung: number },
  ): Promise<boolean> {
    const [row] = await manager.query<{ open: boolean }[]>(
      `with matter as (select case_id, key from obligation where case_id = $2 and key = $3 and rung >= $4 and known_to is null),
         noted as (insert into inbox_seen (account_id, case_id, key, rung) select $1, case_id, key, $4 from matter on conflict do nothing)
       select exists (select from matter) as open`,
      [accountId, seen.caseId, seen.key, seen.rung],
    );
    return row?.open ?? false;
  }
}
