import {
  MONTH_END_LISTS,
  monthEndMoments,
  type ClosedReason,
  type MonthEndList,
  type SubjectKind,
} from "@jiedui/domain";
import type { EntityManager } from "typeorm";
import { Conditions, pageOf, readCursor, type Page, type PageQuery } from "../paging";
import { nameIn } from "../register/names";
import {
  FACT_LISTS,
  SETS,
  before,
  factsByCase,
  isFactList,
  rowsOf,
  type FactList,
  type MonthEndAsked,
} from "./month-end.sets";

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A list in numbers, beside the same list of the month before, both as known at the same moment. */
export interface MonthEndFigure {
  readonly list: MonthEndList;
  /** Rows; a household may have several. */
  readonly rows: number;
  readonly households: number;
  readonly rowsBefore: number;
  readonly householdsBefore: number;
  /** Households of this month's list that were not in the last one, and the other way about. */
  readonly came: number;
  readonly went: number;
  /** Households as known when the month ended; null while it runs. */
  readonly householdsAtEnd: number | null;
}

export interface MonthEndUnit {
  readonly unit: Named;
  readonly visits: number;
  readonly visited: number;
  readonly missed: number;
}

export interface MonthEndRow {
  readonly caseId: string;
  readonly seq: number;
  /** When it happened; of what is owed, until when; of a term, its last day. */
  readonly day: string;
  /** Null where the case has since gone to somebody else, and the reader sees it no longer. */
  readonly subject: (Named & { readonly kind: SubjectKind }) | null;
  readonly areaCode: string;
  readonly areaName: string;
  /** Who answered for it on that day. */
  readonly helper: Named;
  readonly unit: Named;
  /** Of a visit, who came; of a handover, who led before. */
  readonly otherHelper: Named | null;
  readonly otherUnit: Named | null;
  readonly isRevisit: boolean;
  readonly reason: ClosedReason | "plan" | "plan-review" | null;
  /** Whether the household was not in the list of the month before. */
  readonly isNew: boolean;
}

export interface MonthEndPage extends PageQuery {
  /** Only what came, or what was in the last month's list and is in this one's no longer. */
  readonly change?: "came" | "went" | undefined;
}

type Counted = Omit<MonthEndFigure, "list">;
const NOBODY = { rows: 0, households: 0, rowsBefore: 0, householdsBefore: 0, came: 0, went: 0 };

const ORDER = "t.area_code, t.day, t.case_id, t.seq";

/** Lists of a month's end, as known at a moment. A month that is over gives the same lists again for the same moment. */
export class MonthEndView {
  async figures(
    manager: EntityManager,
    asked: MonthEndAsked,
    lists: readonly MonthEndList[] = MONTH_END_LISTS,
  ): Promise<MonthEndFigure[]> {
    const ofFacts = lists.filter(isFactList);
    const figures = ofFacts.length === 0 ? [] : await this.factFigures(manager, ofFacts, asked);
    for (const list of lists) if (!isFactList(list)) figures.push(await this.figure(manager, list, asked));
    return lists.flatMap((list) => figures.filter((figure) => figure.list === list));
  }

  /** Visits made and missed by the unit that answered, most missed first. */
  async units(manager: EntityManager, asked: MonthEndAsked): Promise<MonthEndUnit[]> {
    const conditions = new Conditions();
    const [done, missed] = [
      rowsOf("visits-done", asked, conditions),
      rowsOf("visits-missed", asked, conditions),
    ];
    return manager.query<MonthEndUnit[]>(
      `with done as (
         select unit_id, sum(visits)::int as visits, count(*)::int as visited from (select unit_id, case_id, count(*) as visits from (${done}) d group by unit_id, case_id) d group by unit_id
       ), missed as (
         select unit_id, count(*)::int as missed from (${missed}) m group by unit_id
       )
       select json_build_object('id', unit_id, 'name', ${nameIn("u", "unit_id")}) as unit, coalesce(done.visits, 0) as visits, coalesce(done.visited, 0) as visited, coalesce(missed.missed, 0) as missed
       from done full join missed using (unit_id) left join organisation u on u.id = unit_id order by 4 desc, 3 desc, unit_id`,
      conditions.parameters,
    );
  }

  /** By area, then by day: an order in which a list can be asked for again, and printed. */
  async rows(
    manager: EntityManager,
    list: MonthEndList,
    asked: MonthEndAsked,
    { change, cursor, limit }: MonthEndPage,
  ): Promise<Page<MonthEndRow>> {
    const conditions = new Conditions();
    const [present, past] = change === "went" ? [before(asked), asked] : [asked, before(asked)];
    const [these, others] = [SETS[list](present, conditions), rowsOf(list, past, conditions)];
    const among = "exists (select 1 from others where others.case_id = t.case_id)";
    const page = new Conditions(conditions.parameters);
    const after = readCursor(cursor, ["text", "day", "uuid", "text"]);
    if (after !== undefined && /^\d{1,9}$/.test(after[3] ?? ""))
      page.add("(t.area_code, t.day, t.case_id, t.seq) > (?, ?::date, ?::uuid, ?::int)", ...after);
    if (change !== undefined) page.add(`not ${among}`);
    const most = page.place(limit + 1);
    const firstOfEach = these.map(
      (part) => `(select t.* from (${part}) t where ${page.where} order by ${ORDER} limit ${most})`,
    );
    const rows = await manager.query<MonthEndRow[]>(
      `with others as (${others})
       select t.case_id as "caseId", t.seq, to_char(t.day, 'YYYY-MM-DD') as day, t.area_code as "areaCode", coalesce(area.full_name, '') as "areaName",
         case when s.id is not null then json_build_object('id', s.id, 'name', s.name, 'kind', s.kind) end as subject,
         json_build_object('id', t.lead_helper_id, 'name', ${nameIn("h", "t.lead_helper_id")}) as helper,
         json_build_object('id', t.unit_id, 'name', ${nameIn("u", "t.unit_id")}) as unit,
         case when t.other_helper_id is not null then json_build_object('id', t.other_helper_id, 'name', ${nameIn("oh", "t.other_helper_id")}) end as "otherHelper",
         case when t.other_unit_id is not null then json_build_object('id', t.other_unit_id, 'name', ${nameIn("ou", "t.other_unit_id")}) end as "otherUnit",
         t.is_revisit as "isRevisit", t.reason, ${change === undefined ? `not ${among}` : `${change === "came"}`} as "isNew"
       from (select t.* from (${firstOfEach.join(" union all ")}) t order by ${ORDER} limit ${most}) t
         left join pairing p on p.case_id = t.case_id and p.known_to is null left join subject s on s.id = p.subject_id left join area on area.code = t.area_code
         left join helper h on h.id = t.lead_helper_id left join organisation u on u.id = t.unit_id
         left join helper oh on oh.id = t.other_helper_id left join organisation ou on ou.id = t.other_unit_id
       order by ${ORDER}`,
      page.parameters,
    );
    return pageOf(rows, limit, ({ areaCode, day, caseId, seq }) => [areaCode, day, caseId, String(seq)]);
  }

  /** Of what is asked for; null for a whole scope. */
  async names(
    manager: EntityManager,
    area: string | null,
    unit: string | null,
  ): Promise<{ areaName: string | null; unitName: string | null }> {
    const [row] = await manager.query<[{ areaName: string | null; unitName: string | null }]>(
      `select (select full_name from area where code = $1) as "areaName", (select name from helper_and_unit_names(array[$2::uuid])) as "unitName"`,
      [area, unit],
    );
    return row;
  }

  /** All of them by one statement: a county's visits of two months are gone through once. */
  private async factFigures(
    manager: EntityManager,
    lists: readonly FactList[],
    asked: MonthEndAsked,
  ): Promise<MonthEndFigure[]> {
    const conditions = new Conditions();
    const byCase = factsByCase(asked, conditions);
    const { isOver } = monthEndMoments(asked.month, asked.knownAtMs);
    const counted = (of: string) =>
      `json_build_object('rows', sum(${of}mine), 'households', count(*) filter (where ${of}mine > 0), 'rowsBefore', sum(${of}theirs),
         'householdsBefore', count(*) filter (where ${of}theirs > 0), 'came', count(*) filter (where ${of}mine > 0 and ${of}theirs = 0),
         'went', count(*) filter (where ${of}mine = 0 and ${of}theirs > 0), 'householdsAtEnd', ${isOver ? `count(*) filter (where ${of}at_end)` : "null::int"})`;
    const rows = await manager.query<{ kind: string; all: Counted; revisits: Counted }[]>(
      `select kind, ${counted("")} as "all", ${counted("revisits_")} as revisits from (${byCase}) f group by kind`,
      conditions.parameters,
    );
    return lists.map((list) => {
      const { kind, ofRevisits } = FACT_LISTS[list];
      const row = rows.find((each) => each.kind === kind);
      const counts = (ofRevisits ? row?.revisits : row?.all) ?? {
        ...NOBODY,
        householdsAtEnd: isOver ? 0 : null,
      };
      return { list, ...counts };
    });
  }

  private async figure(
    manager: EntityManager,
    list: MonthEndList,
    asked: MonthEndAsked,
  ): Promise<MonthEndFigure> {
    const conditions = new Conditions();
    const { isOver, stoodAtMs } = monthEndMoments(asked.month, asked.knownAtMs);
    const [these, last] = [rowsOf(list, asked, conditions), rowsOf(list, before(asked), conditions)];
    const atEnd = isOver ? rowsOf(list, { ...asked, knownAtMs: stoodAtMs }, conditions) : null;
    const [row] = await manager.query<[Counted]>(
      `with of_case as (
         select case_id, count(*) filter (where mine) as mine, count(*) filter (where not mine) as theirs
         from (select case_id, true as mine from (${these}) t union all select case_id, false from (${last}) l) either group by case_id
       )
       select coalesce(sum(mine), 0)::int as rows, count(*) filter (where mine > 0)::int as households,
         coalesce(sum(theirs), 0)::int as "rowsBefore", count(*) filter (where theirs > 0)::int as "householdsBefore",
         count(*) filter (where theirs = 0)::int as came, count(*) filter (where mine = 0)::int as went,
         ${atEnd === null ? "null::int" : `(select count(distinct case_id)::int from (${atEnd}) e)`} as "householdsAtEnd"
       from of_case`,
      conditions.parameters,
    );
    return { list, ...row };
  }
}
