import type { RosterPart, RosterRemark, RosterRowState, RosterState } from "@jiedui/domain";
import { ROSTER_PARTS } from "@jiedui/domain";
import type { EntityManager } from "typeorm";
import { Conditions, insideArea, pageOf, readCursor, type Page, type PageQuery } from "../paging";
import { scopeOfArea } from "../scope";

/** After so many days the rows of what has ended are erased. */
export const ROSTER_ROWS_KEPT_DAYS = 30;

interface Counts {
  readonly rows: number;
  readonly ready: number;
  readonly known: number;
  readonly failed: number;
  readonly done: number;
}
export interface RosterShown extends Counts {
  readonly id: string;
  readonly fileName: string | null;
  readonly format: "xlsx" | "csv-utf-8" | "csv-gb18030";
  readonly bytes: number;
  readonly programmeId: string;
  readonly areaCode: string;
  readonly areaName: string;
  readonly state: RosterState;
  readonly uploadedByName: string | null;
  readonly uploadedAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly progress: {
    readonly total: number;
    readonly done: number;
    readonly failed: number;
    readonly rowsPerSecond: number | null;
    readonly secondsLeft: number | null;
  };
}
interface Gathered {
  readonly part: RosterPart;
  readonly code: string;
  readonly column: string | null;
  readonly rows: number;
  readonly lines: { readonly sheet: string; readonly line: number }[];
}
export interface RosterDetail extends RosterShown {
  readonly sheets: RosterSheetShown[];
  readonly parts: ({ readonly part: RosterPart } & Counts)[];
  readonly reasons: Gathered[];
  readonly remarks: Gathered[];
  readonly casesPerSecond: number | null;
  readonly erasedOn: string | null;
  readonly rowsErased: boolean;
}
export interface RosterSheetShown {
  readonly name: string;
  readonly headingLine: number | null;
  readonly columns: readonly { readonly heading: string; readonly column: string | null }[];
  readonly [more: string]: unknown;
}
export interface RosterRowShown {
  readonly ordinal: number;
  readonly sheet: string;
  readonly line: number;
  readonly part: RosterPart;
  readonly state: RosterRowState;
  readonly label: string;
  readonly reason: { readonly code: string; readonly [fact: string]: unknown } | null;
  readonly remarks: RosterRemark[];
  readonly cells: unknown[] | null;
  readonly targetId: string | null;
}
export interface RosterRowsQuery extends PageQuery {
  readonly state?: RosterRowState | undefined;
  readonly part?: RosterPart | undefined;
  readonly code?: string | undefined;
  readonly remarked?: "true" | "false" | undefined;
}

interface Tally {
  readonly part: RosterPart;
  readonly state: RosterRowState;
  readonly settled: boolean;
  readonly many: number;
}
interface Raw extends Omit<RosterShown, keyof Counts | "progress"> {
  readonly tallies: Tally[];
  readonly lately: number;
  readonly runningSeconds: number | null;
}

const instant = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const LATELY_SECONDS = 60;
const FIRST_LINES = 5;
const COLUMNS = `r.id, r.file_name as "fileName", r.format, r.bytes, r.programme_id as "programmeId", r.area_code as "areaCode",
  coalesce(area.full_name, '') as "areaName", r.state, account.display_name as "uploadedByName", ${instant("r.uploaded_at")} as "uploadedAt",
  ${instant("r.started_at")} as "startedAt", ${instant("r.ended_at")} as "finishedAt",
  coalesce(r.counts, (select json_agg(c) from (select part, state, settled_at is not null as settled, count(*)::int as many
    from roster_row where roster_id = r.id group by 1, 2, 3) c)::jsonb, '[]') as tallies,
  case when r.state = 'running' then (select count(*)::int from roster_row
    where roster_id = r.id and settled_at > clock_timestamp() - interval '${LATELY_SECONDS} seconds') else 0 end as lately,
  case when r.state = 'running' then extract(epoch from clock_timestamp() - r.started_at)::float end as "runningSeconds"`;
const FROM = "left join area on area.code = r.area_code left join account on account.id = r.uploaded_by";

/** Workbooks on their way, row by row; read while a campaign works them off. */
export class RosterView {
  /** The newest first. */
  async find(
    manager: EntityManager,
    query: PageQuery & { area?: string | undefined },
  ): Promise<Page<RosterShown>> {
    const conditions = new Conditions();
    insideArea(conditions, "r.area_code", query.area, scopeOfArea);
    const after = readCursor(query.cursor, ["instant", "uuid"]);
    if (after !== undefined) conditions.add("(r.uploaded_at, r.id) < (?::timestamptz, ?::uuid)", ...after);
    const rows = await manager.query<Raw[]>(
      `select ${COLUMNS} from (select * from roster r where ${conditions.where} order by r.uploaded_at desc, r.id desc
         limit ${conditions.place(query.limit + 1)}) r ${FROM} order by r.uploaded_at desc, r.id desc`,
      conditions.parameters,
    );
    return pageOf(rows.map(shown), query.limit, ({ uploadedAt, id }) => [uploadedAt, id]);
  }

  async get(manager: EntityManager, id: string): Promise<RosterDetail | undefined> {
    const [raw] = await manager.query<
      (Raw & Pick<RosterDetail, "sheets" | "casesPerSecond" | "erasedOn" | "rowsErased">)[]
    >(
      `select ${COLUMNS}, r.sheets, r.cases_per_second as "casesPerSecond", r.rows_erased_at is not null as "rowsErased",
         to_char((coalesce(r.ended_at, r.uploaded_at) + interval '${ROSTER_ROWS_KEPT_DAYS} days') at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "erasedOn"
       from roster r ${FROM} where r.id = $1`,
      [id],
    );
    if (raw === undefined) return undefined;
    const { tallies, sheets, casesPerSecond, erasedOn, rowsErased } = raw;
    return {
      ...shown(raw),
      sheets,
      casesPerSecond,
      erasedOn,
      rowsErased,
      parts: ROSTER_PARTS.map((part) => ({
        part,
        ...countsOf(tallies.filter((each) => each.part === part)),
      })),
      reasons: await this.reasons(manager, id),
      remarks: await this.remarks(manager, id),
    };
  }

  /** In the order of taking over, each with the whole line that it stands in. */
  async rows(manager: EntityManager, id: string, query: RosterRowsQuery): Promise<Page<RosterRowShown>> {
    const conditions = new Conditions();
    conditions.add("row.roster_id = ?", id);
    if (query.state !== undefined) conditions.add("row.state = ?", query.state);
    if (query.part !== undefined) conditions.add("row.part = ?", query.part);
    if (query.code !== undefined) conditions.add("row.reason ->> 'code' = ?", query.code);
    if (query.remarked !== undefined)
      conditions.add(`row.remarks ${query.remarked === "true" ? "<>" : "="} '[]'`);
    const [after] = readCursor(query.cursor, ["text"]) ?? [];
    if (after !== undefined && /^\d{1,9}$/.test(after)) conditions.add("row.ordinal > ?", Number(after));
    const rows = await manager.query<RosterRowShown[]>(
      `${ROWS} where ${conditions.where} order by row.ordinal limit ${conditions.place(query.limit + 1)}`,
      conditions.parameters,
    );
    return pageOf(rows, query.limit, ({ ordinal }) => [String(ordinal)]);
  }

  /** All that were not taken over, table by table and line by line. */
  failed(manager: EntityManager, id: string): Promise<RosterRowShown[]> {
    return manager.query<RosterRowShown[]>(
      `${ROWS} where row.roster_id = $1 and row.state = 'failed' order by row.sheet, row.line, row.ordinal`,
      [id],
    );
  }

  private reasons(manager: EntityManager, id: string): Promise<Gathered[]> {
    return manager.query<Gathered[]>(
      `select row.part, row.reason ->> 'code' as code, row.reason ->> 'column' as column, count(*)::int as rows, ${LINES} as lines
       from roster_row row join roster r on r.id = row.roster_id where row.roster_id = $1 and row.state = 'failed'
       group by 1, 2, 3 order by 4 desc, 1, 2, 3`,
      [id],
    );
  }

  private remarks(manager: EntityManager, id: string): Promise<Gathered[]> {
    return manager.query<Gathered[]>(
      `select row.part, remark ->> 'code' as code, remark ->> 'column' as column, count(*)::int as rows, ${LINES} as lines
       from roster_row row join roster r on r.id = row.roster_id, jsonb_array_elements(row.remarks) as remark where row.roster_id = $1
       group by 1, 2, 3 order by 4 desc, 1, 2, 3`,
      [id],
    );
  }
}

const SHEET_NAME = "coalesce(r.sheets -> row.sheet ->> 'name', '')";
const LINES = `(array_agg(json_build_object('sheet', ${SHEET_NAME}, 'line', row.line) order by row.ordinal))[1:${FIRST_LINES}]`;
const ROWS = `select row.ordinal, ${SHEET_NAME} as sheet, row.line, row.part, row.state, row.label, row.reason, row.remarks, row.target_id as "targetId",
    coalesce(row.cells, (select other.cells from roster_row other where other.roster_id = row.roster_id and other.sheet = row.sheet
      and other.line = row.line and other.cells is not null limit 1)) as cells
  from roster_row row join roster r on r.id = row.roster_id`;

function shown({ tallies, lately, runningSeconds, ...roster }: Raw): RosterShown {
  const settled = countsOf(tallies.filter((each) => each.settled));
  const counts = countsOf(tallies);
  const seconds = Math.max(1, Math.min(LATELY_SECONDS, runningSeconds ?? LATELY_SECONDS));
  const rowsPerSecond = roster.state === "running" ? Math.round((lately / seconds) * 10) / 10 : null;
  return {
    ...roster,
    ...counts,
    progress: {
      total: counts.ready + settled.done + settled.failed,
      done: settled.done,
      failed: settled.failed,
      rowsPerSecond,
      secondsLeft:
        rowsPerSecond === null || rowsPerSecond === 0 ? null : Math.ceil(counts.ready / rowsPerSecond),
    },
  };
}

function countsOf(tallies: readonly Tally[]): Counts {
  const of = (state: RosterRowState) =>
    tallies.reduce((sum, each) => sum + (each.state === state ? each.many : 0), 0);
  const [ready, known, failed, done] = [of("ready"), of("known"), of("failed"), of("done")];
  return { rows: ready + known + failed + done, ready, known, failed, done };
}
