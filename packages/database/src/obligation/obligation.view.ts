import type { EntityManager } from "typeorm";
import { Conditions, insideArea, pageOf, readCursor, type Page, type PageQuery } from "../paging";
import { scopeOfArea } from "../scope";

export interface ObligationRow {
  readonly caseId: string;
  readonly key: string;
  readonly kind: "visit" | "closing-decision";
  readonly rule: string;
  readonly dueOn: string;
  readonly dueAt: string;
  readonly rung: number;
  readonly overdue: boolean;
  readonly nextStep: "remind" | "escalate" | "repeat";
  readonly nextAt: string;
  readonly seat: string;
  readonly seatName: string;
  readonly holders: string[];
  readonly emptySeats: string[];
  readonly armedBySeq: number;
  readonly reckoning: Record<string, unknown> | null;
}

/**
 * Columns of an obligation `o` with who answers for it now: the first of its seats that somebody holds. `at` is the
 * place of the instant that counts as now.
 */
export function obligationColumns(at: string): string {
  return `o.case_id as "caseId", o.key, o.kind, o.rule, to_char(o.due_on, 'YYYY-MM-DD') as "dueOn", o.due_at as "dueAt", o.rung, o.due_at <= ${at} as overdue,
    o.next_step as "nextStep", o.next_at as "nextAt", o.armed_by_seq as "armedBySeq", o.reckoning,
    coalesce(held.seat, o.seats[cardinality(o.seats)]) as seat, seat_name(coalesce(held.seat, o.seats[cardinality(o.seats)])) as "seatName",
    coalesce(held.holders, '{}') as holders, o.seats[1 : coalesce(held.place, cardinality(o.seats)) - 1] as "emptySeats"`;
}

/** Joins, as `held`, the first seat on the way up that somebody holds at that instant. */
export function heldSeat(at: string): string {
  return `left join lateral (
    select chain.seat, chain.place::int as place, array_agg(holder.display_name order by holder.deputy, holder.display_name) as holders
    from unnest(o.seats) with ordinality as chain(seat, place) join lateral seat_holders(chain.seat, ((${at}) at time zone 'Asia/Shanghai')::date) holder on true
    group by chain.seat, chain.place order by chain.place limit 1) held on true`;
}

export class ObligationView {
  async find(
    manager: EntityManager,
    query: PageQuery & {
      area?: string | undefined;
      overdue?: "true" | "false" | undefined;
      rung?: number | undefined;
    },
    at: { readonly now: Date; readonly asOf: Date | null },
  ): Promise<Page<ObligationRow>> {
    const conditions = new Conditions();
    const now = conditions.place(at.asOf ?? at.now);
    knownAt(conditions, "o", at.asOf);
    insideArea(conditions, "o.area_code", query.area, scopeOfArea);
    if (query.overdue !== undefined)
      conditions.add(`o.due_at ${query.overdue === "true" ? "<=" : ">"} ${now}`);
    if (query.rung !== undefined) conditions.add("o.rung = ?", query.rung);
    const after = readCursor(query.cursor, 3);
    if (after !== undefined)
      conditions.add("(o.due_at, o.case_id, o.key) > (?::timestamptz, ?::uuid, ?)", ...after);
    const limit = conditions.place(query.limit + 1);
    const rows = await manager.query<ObligationRow[]>(
      `select ${obligationColumns(now)} from (select o.* from obligation o where ${conditions.where} order by o.due_at, o.case_id, o.key limit ${limit}) o
       ${heldSeat(now)} order by o.due_at, o.case_id, o.key`,
      conditions.parameters,
    );
    return pageOf(rows.map(inJson), query.limit, (row) => [row.dueAt, row.caseId, row.key]);
  }

  async ofCase(
    manager: EntityManager,
    caseId: string,
    at: { readonly now: Date; readonly asOf: Date | null },
  ): Promise<ObligationRow[]> {
    const conditions = new Conditions();
    const now = conditions.place(at.asOf ?? at.now);
    knownAt(conditions, "o", at.asOf);
    conditions.add("o.case_id = ?", caseId);
    const rows = await manager.query<ObligationRow[]>(
      `select ${obligationColumns(now)} from obligation o ${heldSeat(now)} where ${conditions.where} order by o.due_at, o.key`,
      conditions.parameters,
    );
    return rows.map(inJson);
  }
}

/** The version that was known at that instant; null: the present one. */
export function knownAt(conditions: Conditions, table: string, asOf: Date | null): void {
  if (asOf === null) conditions.add(`${table}.known_to is null`);
  else
    conditions.add(
      `${table}.known_from <= ? and (${table}.known_to is null or ${table}.known_to > ?)`,
      asOf,
      asOf,
    );
}

/** Instants as texts, as they go over the wire. */
export function inJson<Row extends { readonly dueAt: Date | string; readonly nextAt: Date | string }>(
  row: Row,
): Row & { dueAt: string; nextAt: string } {
  return { ...row, dueAt: new Date(row.dueAt).toISOString(), nextAt: new Date(row.nextAt).toISOString() };
}
