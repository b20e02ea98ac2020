import type { EntityManager } from "typeorm";
import { Conditions, pageOf, readCursor, type Page, type PageQuery } from "../paging";

export interface EvidenceLookRow {
  readonly id: string;
  readonly evidenceId: string;
  readonly caseId: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly lookedAt: string;
}

/** Who has looked at what; for whoever audits. */
export class EvidenceView {
  /** Newest first. */
  async looks(
    manager: EntityManager,
    query: PageQuery & { readonly evidence?: string | undefined; readonly account?: string | undefined },
  ): Promise<Page<EvidenceLookRow>> {
    const conditions = new Conditions();
    if (query.evidence !== undefined) conditions.add("l.content_id = ?", query.evidence);
    if (query.account !== undefined) conditions.add("l.account_id = ?", query.account);
    const after = readCursor(query.cursor, ["text"]);
    if (after !== undefined && /^\d{1,18}$/.test(after[0] ?? "")) conditions.add("l.id < ?", after[0]);
    const rows = await manager.query<(Omit<EvidenceLookRow, "lookedAt"> & { lookedAt: Date })[]>(
      `select l.id::text as id, l.content_id as "evidenceId", l.case_id as "caseId", l.account_id as "accountId", a.display_name as "accountName", l.looked_at as "lookedAt"
       from evidence_look l join account a on a.id = l.account_id
       where ${conditions.where} order by l.id desc limit ${conditions.place(query.limit + 1)}`,
      conditions.parameters,
    );
    const shown = rows.map((row) => ({ ...row, lookedAt: row.lookedAt.toISOString() }));
    return pageOf(shown, query.limit, ({ id }) => [id]);
  }
}
