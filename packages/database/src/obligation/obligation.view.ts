import type { NextStep, ObligationKind } from "@jiedui/domain";
import type { EntityManager } from "typeorm";
import { Conditions, insideArea, pageOf, readCursor, type Page, type PageQuery } from "../paging";
import { scopeOfArea } from "../scope";
import { knownAt, pageByDue, type At } from "./due-order";
import { answeringFor, type Answering } from "./seat-holders";

export interface ObligationRow {
  readonly caseId: string;
  readonly key: string;
  readonly kind: ObligationKind;
  readonly rule: string;
  readonly dueOn: string;
  readonly dueAt: string;
  readonly rung: number;
  readonly overdue: boolean;
  readonly nextStep: NextStep;
  readonly nextAt: string;
  readonly seat: string;
  readonly seatName: string;
  readonly holders: string[];
  readonly emptySeats: string[];
  readonly armedBySeq: number;
  readonly reckoning: Record<string, unknown> | null;
}

/** An obligation as it is read, before it is known who answers for it. */
export type ObligationRead = Omit<ObligationRow, keyof Answering | "dueAt" | "nextAt"> & {
  readonly dueAt: Date;
  readonly nextAt: Date;
  readonly seats: readonly string[];
};

/** Columns of an obligation `o`; `at` is the place of the instant that counts as now. */
export function obligationColumns(at: string): string {
  return `o.case_id as "caseId", o.key, o.kind, o.rule, to_char(o.due_on, 'YYYY-MM-DD') as "dueOn", o.due_at as "dueAt", o.rung, o.due_at <= ${at} as overdue,
    o.next_step as "nextStep", o.next_at as "nextAt", o.armed_by_seq as "armedBySeq", o.reckoning, o.seats`;
}

export class ObligationView {
  async find(
    manager: EntityManager,
    query: PageQuery & {
      area?: string | undefined;
      overdue?: "true" | "false" | undefined;
      rung?: number | undefined;
    },
    at: At,
  ): Promise<Page<ObligationRow>> {
    const conditions = new Conditions();
    insideArea(conditions, "o.area_code", query.area, scopeOfArea);
    if (query.rung !== undefined) conditions.add("o.rung = ?", query.rung);
    const after = readCursor(query.cursor, ["instant", "uuid", "text"]);
    if (after !== undefined)
      conditions.add("(o.due_at, o.case_id, o.key) > (?::timestamptz, ?::uuid, ?)", ...after);
    const order = "o.due_at, o.case_id, o.key";
    const page = pageByDue(
      conditions,
      { select: "o.*", from: "obligation o", order, limit: query.limit + 1 },
      at,
      // A ladder is climbed only by what is late, so a rung spares the look at what is not.
      query.overdue ?? ((query.rung ?? 0) > 0 ? "true" : undefined),
    );
    const rows = await manager.query<ObligationRead[]>(
      `select ${obligationColumns(conditions.place(at.asOf ?? at.now))} from (${page}) o order by ${order}`,
      conditions.parameters,
    );
    const { items, ...rest } = pageOf(rows, query.limit, (row) => [
      row.dueAt.toISOString(),
      row.caseId,
      row.key,
    ]);
    return { ...rest, items: await withHolders(manager, items, at.asOf ?? at.now) };
  }

  async ofCase(manager: EntityManager, caseId: string, at: At): Promise<ObligationRow[]> {
    const conditions = new Conditions();
    const now = conditions.place(at.asOf ?? at.now);
    knownAt(conditions, "o", at.asOf);
    conditions.add("o.case_id = ?", caseId);
    const rows = await manager.query<ObligationRead[]>(
      `select ${obligationColumns(now)} from obligation o where ${conditions.where} order by o.due_at, o.key`,
      conditions.parameters,
    );
    return withHolders(manager, rows, at.asOf ?? at.now);
  }
}

async function withHolders(
  manager: EntityManager,
  rows: readonly ObligationRead[],
  at: Date,
): Promise<ObligationRow[]> {
  const answering = await answeringFor(
    manager,
    rows.map(({ seats }) => seats),
    at,
  );
  return rows.flatMap((row, index) => {
    const who = answering[index];
    return who === undefined ? [] : [answeredBy(row, who)];
  });
}

/** An obligation with who answers for it, as it goes over the wire. */
export function answeredBy<Row extends ObligationRead>(
  row: Row,
  { seat, seatName, holders, emptySeats }: Answering,
): Omit<Row, "seats" | "dueAt" | "nextAt"> & ObligationRow {
  const { seats: _seats, dueAt, nextAt, ...rest } = row;
  return {
    ...rest,
    dueAt: dueAt.toISOString(),
    nextAt: nextAt.toISOString(),
    seat,
    seatName,
    holders: holders.map(({ displayName }) => displayName),
    emptySeats,
  };
}
