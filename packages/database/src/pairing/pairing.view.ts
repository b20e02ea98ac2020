import type { OpenStage, SubjectKind } from "@jiedui/domain";
import type { EntityManager } from "typeorm";
import { knownAt, pageByDue, type At } from "../obligation/due-order";
import { nameIn } from "../register/names";
import { Conditions, insideArea, pageOf, readCursor, soundsLike, type Page, type PageQuery } from "../paging";
import { scopeOfArea } from "../scope";

export interface PairingListRow {
  readonly caseId: string;
  readonly stage: OpenStage;
  readonly programmeId: string;
  readonly subject: { readonly id: string; readonly name: string; readonly kind: SubjectKind };
  readonly areaCode: string;
  readonly areaName: string;
  readonly leadHelper: { readonly id: string; readonly name: string };
  readonly signedOn: string;
  readonly termEndsOn: string;
  readonly lastVisitOn: string | null;
  readonly next: {
    readonly key: string;
    readonly kind: string;
    readonly dueOn: string;
    readonly dueAt: string;
    readonly rung: number;
    readonly overdue: boolean;
  } | null;
}
export interface PairingDetail extends PairingListRow {
  readonly seq: number;
  readonly policyVersion: number;
  readonly helperUnit: { readonly id: string; readonly name: string };
  readonly coHelpers: { readonly id: string; readonly name: string }[];
  readonly successor: { readonly id: string; readonly name: string } | null;
  readonly closedOn: string | null;
}
export interface PairingQuery extends PageQuery {
  readonly area?: string | undefined;
  readonly stage?: OpenStage | undefined;
  readonly overdue?: "true" | "false" | undefined;
  readonly helper?: string | undefined;
  readonly search?: string | undefined;
  readonly sort: "due" | "signed";
}
const COLUMNS = `p.case_id as "caseId", p.stage, p.programme_id as "programmeId", json_build_object('id', s.id, 'name', s.name, 'kind', s.kind) as subject,
  p.area_code as "areaCode", area.full_name as "areaName", json_build_object('id', p.lead_helper_id, 'name', ${nameIn("h", "p.lead_helper_id")}) as "leadHelper",
  to_char(p.signed_on, 'YYYY-MM-DD') as "signedOn", to_char(p.term_ends_on, 'YYYY-MM-DD') as "termEndsOn", to_char(p.last_visit_on, 'YYYY-MM-DD') as "lastVisitOn"`;
const JOINS =
  "join subject s on s.id = p.subject_id join area on area.code = p.area_code left join helper h on h.id = p.lead_helper_id";

/** Pairings as lists and pages show them, now or as they were known at another time. */
export class PairingView {
  /**
   * Running pairings by what is due first, or by the day of signing; closed ones when they are asked for, newest first.
   * Who searches for somebody wants the pairing whatever became of it.
   */
  find(manager: EntityManager, query: PairingQuery, at: At): Promise<Page<PairingListRow>> {
    if (query.stage === "closed" || query.sort === "signed" || searchesAll(query))
      return this.bySigning(manager, query, at);
    return this.byDue(manager, query, at);
  }

  async get(manager: EntityManager, caseId: string, at: At): Promise<PairingDetail | undefined> {
    const conditions = new Conditions();
    conditions.add("p.case_id = ?", caseId);
    knownAt(conditions, "p", at.asOf);
    const now = at.asOf === null ? "" : conditions.place(at.asOf);
    const [row] = await manager.query<PairingDetail[]>(
      `select ${COLUMNS}, (select max(e.seq) from case_event e where e.case_id = p.case_id${at.asOf === null ? "" : ` and e.recorded_at <= ${now}`}) as seq, p.policy_version as "policyVersion",
         json_build_object('id', p.helper_unit_id, 'name', ${nameIn("u", "p.helper_unit_id")}) as "helperUnit", to_char(p.closed_on, 'YYYY-MM-DD') as "closedOn",
         case when p.successor_id is not null then json_build_object('id', p.successor_id, 'name', ${nameIn("successor", "p.successor_id")}) end as successor,
         coalesce((select json_agg(json_build_object('id', c.id, 'name', c.name) order by c.name) from helper_and_unit_names(p.co_helper_ids) c), '[]') as "coHelpers"
       from pairing p ${JOINS} left join organisation u on u.id = p.helper_unit_id left join helper successor on successor.id = p.successor_id where ${conditions.where}`,
      conditions.parameters,
    );
    if (row === undefined) return undefined;
    const [withNext] = await this.withNext(manager, [row], at);
    return withNext;
  }

  /** Driven by the visit that each running pairing owes, so that the page comes from an index. */
  private async byDue(manager: EntityManager, query: PairingQuery, at: At): Promise<Page<PairingListRow>> {
    const conditions = new Conditions();
    conditions.add("o.kind = 'visit'");
    insideArea(conditions, "o.area_code", query.area, scopeOfArea);
    if (query.helper !== undefined) conditions.add("o.lead_helper_id = ?", query.helper);
    const closing = query.stage === "closing" ? inClosing(conditions, at) : undefined;
    if (query.stage !== undefined && closing === undefined) {
      conditions.add("p.stage = ?", query.stage);
      knownAt(conditions, "p", at.asOf);
    }
    soundsLike(conditions, "s", query.search);
    if (query.stage === undefined && isSearch(query)) conditions.add("p.known_to is null");
    const after = readCursor(query.cursor, ["instant", "uuid"]);
    if (after !== undefined) conditions.add("(o.due_at, o.case_id) > (?::timestamptz, ?::uuid)", ...after);
    const pairing = closing === undefined ? "pairing" : "closing";
    const from = `obligation o ${needsPairing(query) ? `join ${pairing} p on p.case_id = o.case_id` : ""} ${joinSubject(query)}`;
    const order = "o.due_at, o.case_id";
    const page = pageByDue(
      conditions,
      { select: "o.case_id, o.due_at", from, order, limit: query.limit + 1 },
      at,
      query.overdue,
    );
    const shown = new Conditions(conditions.parameters);
    knownAt(shown, "p", at.asOf);
    const rows = await manager.query<(PairingListRow & { sortAt: Date })[]>(
      `${closing === undefined ? "" : `with ${closing}`} select ${COLUMNS}, o.due_at as "sortAt" from (${page}) o join pairing p on p.case_id = o.case_id ${JOINS}
       where ${shown.where} order by ${order}`,
      shown.parameters,
    );
    return this.page(manager, rows, query.limit, at, (row) => [row.sortAt.toISOString(), row.caseId]);
  }

  /** Driven by the present rows, for the day of signing never changes; then each case as it was known. */
  private async bySigning(
    manager: EntityManager,
    query: PairingQuery,
    at: At,
  ): Promise<Page<PairingListRow>> {
    const conditions = new Conditions();
    conditions.add("c.known_to is null");
    knownAt(conditions, "p", at.asOf);
    if (at.asOf !== null)
      conditions.add("c.signed_on <= (?::timestamptz at time zone 'Asia/Shanghai')::date", at.asOf);
    insideArea(conditions, "p.area_code", query.area, scopeOfArea);
    if (query.helper !== undefined) conditions.add("p.lead_helper_id = ?", query.helper);
    if (query.stage !== undefined) conditions.add("p.stage = ?", query.stage);
    else if (!searchesAll(query)) conditions.add("p.stage <> 'closed'");
    if (query.stage === "closed") conditions.add("c.stage = 'closed'");
    if (query.overdue !== undefined) {
      const late = new Conditions(conditions.parameters);
      late.add("late.case_id = p.case_id and late.due_at <= ?", at.asOf ?? at.now);
      knownAt(late, "late", at.asOf);
      conditions.add(
        `${query.overdue === "true" ? "" : "not "}exists (select 1 from obligation late where ${late.where})`,
      );
    }
    soundsLike(conditions, "s", query.search);
    const after = readCursor(query.cursor, ["day", "uuid"]);
    if (after !== undefined) conditions.add("(c.signed_on, c.case_id) < (?::date, ?::uuid)", ...after);
    const rows = await manager.query<PairingListRow[]>(
      `select ${COLUMNS} from (
         select p.* from pairing c join pairing p on p.case_id = c.case_id ${joinSubject(query)}
         where ${conditions.where} order by c.signed_on desc, c.case_id desc limit ${conditions.place(query.limit + 1)}
       ) p ${JOINS} order by p.signed_on desc, p.case_id desc`,
      conditions.parameters,
    );
    return this.page(manager, rows, query.limit, at, (row) => [row.signedOn, row.caseId]);
  }

  private async page<Row extends PairingListRow>(
    manager: EntityManager,
    rows: readonly Row[],
    limit: number,
    at: At,
    sortValues: (row: Row) => readonly string[],
  ): Promise<Page<PairingListRow>> {
    const page = pageOf(rows, limit, sortValues);
    return { ...page, items: (await this.withNext(manager, page.items, at)).map(withoutSort) };
  }

  /** Adds the open obligation that is due first. */
  private async withNext<Row extends PairingListRow>(
    manager: EntityManager,
    rows: readonly Row[],
    at: At,
  ): Promise<Row[]> {
    const conditions = new Conditions();
    conditions.add(
      "o.case_id = any (?::uuid[])",
      rows.map((row) => row.caseId),
    );
    knownAt(conditions, "o", at.asOf);
    const now = conditions.place(at.asOf ?? at.now);
    const due = await manager.query<
      {
        caseId: string;
        key: string;
        kind: string;
        dueOn: string;
        dueAt: Date;
        rung: number;
        overdue: boolean;
      }[]
    >(
      `select distinct on (o.case_id) o.case_id as "caseId", o.key, o.kind, to_char(o.due_on, 'YYYY-MM-DD') as "dueOn", o.due_at as "dueAt", o.rung, o.due_at <= ${now} as overdue
       from obligation o where ${conditions.where} order by o.case_id, o.due_at`,
      conditions.parameters,
    );
    const byCase = new Map(
      due.map(({ caseId, dueAt, ...next }) => [caseId, { ...next, dueAt: dueAt.toISOString() }]),
    );
    return rows.map((row) => ({ ...row, next: byCase.get(row.caseId) ?? null }));
  }
}

function isSearch({ search }: PairingQuery): boolean {
  return search !== undefined && search.trim() !== "";
}

function searchesAll(query: PairingQuery): boolean {
  return isSearch(query) && query.stage === undefined && query.overdue === undefined;
}

/** The few that are in closing at a time, found first: by due day they would lie among all the others. */
function inClosing(outer: Conditions, at: At): string {
  const conditions = new Conditions(outer.parameters);
  conditions.add("c.stage = 'closing'");
  knownAt(conditions, "c", at.asOf);
  return `closing as materialized (select c.case_id, c.subject_id from pairing c where ${conditions.where})`;
}

function needsPairing(query: PairingQuery): boolean {
  return query.stage !== undefined || isSearch(query);
}

function joinSubject(query: PairingQuery): string {
  return isSearch(query) ? "join subject s on s.id = p.subject_id" : "";
}

function withoutSort(row: PairingListRow & { sortAt?: Date }): PairingListRow {
  const { sortAt: _sortAt, ...shown } = row;
  return shown;
}
