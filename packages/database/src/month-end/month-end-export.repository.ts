import type { MonthEndList } from "@jiedui/domain";
import type { EntityManager } from "typeorm";
import { Conditions, pageOf, readCursor, type Page, type PageQuery } from "../paging";

/** Lists that an account takes out of the house. */
export interface MonthEndExported {
  readonly accountId: string;
  readonly month: string;
  readonly list: MonthEndList | null;
  readonly area: string | null;
  readonly unit: string | null;
  readonly knownAt: Date;
  readonly rows: number;
}
export interface MonthEndExportRow extends Omit<MonthEndExported, "area" | "unit" | "knownAt"> {
  readonly id: string;
  readonly accountName: string;
  readonly areaName: string;
  readonly unitName: string | null;
  readonly knownAt: string;
  readonly exportedAt: string;
}

/** Who has exported what, and when. Only ever added to. */
export class MonthEndExportRepository {
  /** Without an area it is the account's own, the one of its helper, or the whole country. */
  async insert(
    manager: EntityManager,
    { accountId, month, list, area, unit, knownAt, rows }: MonthEndExported,
  ) {
    await manager.query(
      `insert into month_end_export (account_id, month, list, area_code, unit_id, known_at, rows)
       select a.id, $2, $3, coalesce($4, a.area_code, (select area_code from helper where helper.id = a.helper_id), '000000000000'), $5, $6, $7
       from account a where a.id = $1`,
      [accountId, month, list, area, unit, knownAt, rows],
    );
  }

  /** Newest first. */
  async find(manager: EntityManager, query: PageQuery): Promise<Page<MonthEndExportRow>> {
    const conditions = new Conditions();
    const after = readCursor(query.cursor, ["text"]);
    if (after !== undefined && /^\d{1,18}$/.test(after[0] ?? "")) conditions.add("e.id < ?", after[0]);
    const rows = await manager.query<MonthEndExportRow[]>(
      `select e.id::text as id, e.account_id as "accountId", a.display_name as "accountName", e.month, e.list, coalesce(area.full_name, '') as "areaName",
         (select name from helper_and_unit_names(array[e.unit_id])) as "unitName", e.rows,
         to_char(e.known_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "knownAt", to_char(e.exported_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "exportedAt"
       from month_end_export e join account a on a.id = e.account_id left join area on area.code = e.area_code
       where ${conditions.where} order by e.id desc limit ${conditions.place(query.limit + 1)}`,
      conditions.parameters,
    );
    return pageOf(rows, query.limit, ({ id }) => [id]);
  }
}
