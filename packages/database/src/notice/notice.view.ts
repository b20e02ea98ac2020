import type { ListedState, NoticePurpose, NoticeState, StrikeOffReason } from "@jiedui/domain";
import type { EntityManager } from "typeorm";
import { Conditions, insideArea, pageOf, readCursor, type Page, type PageQuery } from "../paging";
import { nameIn } from "../register/names";
import { scopeOfArea } from "../scope";
import { HAS_LEFT_NOTICE, TAKES_OFF } from "./taken-off";

export interface NoticeListRow {
  readonly id: string;
  readonly purpose: NoticePurpose;
  readonly state: NoticeState;
  readonly areaCode: string;
  readonly areaName: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly households: number;
  readonly openObjections: number;
  readonly madeAt: string;
}
export interface NoticeHousehold {
  readonly caseId: string;
  readonly subjectName: string;
  readonly areaName: string;
  readonly state: ListedState;
  readonly code: string | null;
  readonly facts: Record<string, unknown>;
  readonly struckOffReason: StrikeOffReason | null;
  readonly objections: { id: string; seq: number; raisedOn: string; answer: "upheld" | "dismissed" | null }[];
}
export interface NoticeDetail extends Omit<NoticeListRow, "households" | "openObjections"> {
  readonly objectTo: string;
  readonly households: NoticeHousehold[];
  readonly orders: {
    round: number;
    what: "begin" | "strike-off" | "take-down" | "conclude";
    facts: Record<string, unknown>;
    accountName: string;
    orderedAt: string;
  }[];
  /** How many of its cases have not answered yet. */
  readonly asking: number;
}
export interface NoticeQuery extends PageQuery {
  readonly area?: string | undefined;
  readonly purpose?: NoticePurpose | undefined;
  readonly state?: NoticeState | undefined;
}
export interface NoticeCandidate {
  readonly caseId: string;
  readonly subjectName: string;
  readonly areaCode: string;
  readonly areaName: string;
  readonly leadHelperName: string;
  readonly dueOn: string;
}

const LISTED = "(c.state <> 'struck-off')";
/** Objections that came to a case `c` while it hung on that notice. */
const OBJECTIONS = `from case_event hung join case_event raised on raised.case_id = hung.case_id and raised.type = 'ObjectionRaised' and raised.seq > hung.seq
    and not exists (select 1 from case_event later where later.case_id = hung.case_id and later.seq > hung.seq and later.seq < raised.seq and later.type in ('NoticeHung', ${TAKES_OFF}))
  left join case_event answered on answered.case_id = hung.case_id and answered.type = 'ObjectionAnswered' and answered.data ->> 'objectionId' = raised.data ->> 'objectionId'
  where hung.case_id = c.case_id and hung.type = 'NoticeHung' and hung.data ->> 'noticeId' = c.notice_id::text`;
const COLUMNS = `n.id, n.purpose, n.state, n.area_code as "areaCode", coalesce(area.full_name, '') as "areaName", to_char(n.hung_from, 'YYYY-MM-DD') as "from", to_char(n.hung_until, 'YYYY-MM-DD') as until,
  to_char(n.made_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "madeAt"`;

/** Notices, and the cases that one could list. */
export class NoticeView {
  /** Made last, first. */
  async find(manager: EntityManager, query: NoticeQuery): Promise<Page<NoticeListRow>> {
    const conditions = new Conditions();
    insideArea(conditions, "n.area_code", query.area, scopeOfArea);
    if (query.purpose !== undefined) conditions.add("n.purpose = ?", query.purpose);
    if (query.state !== undefined) conditions.add("n.state = ?", query.state);
    const after = readCursor(query.cursor, ["instant", "uuid"]);
    if (after !== undefined) conditions.add("(n.made_at, n.id) < (?::timestamptz, ?::uuid)", ...after);
    const rows = await manager.query<NoticeListRow[]>(
      `select ${COLUMNS}, (select count(*)::int from notice_case c where c.notice_id = n.id and ${LISTED}) as households,
         (select count(*)::int from notice_case c where c.notice_id = n.id and c.state = 'hanging' and exists (select 1 ${OBJECTIONS} and answered.seq is null)) as "openObjections"
       from (select n.* from notice n where ${conditions.where} order by n.made_at desc, n.id desc limit ${conditions.place(query.limit + 1)}) n
         left join area on area.code = n.area_code order by n.made_at desc, n.id desc`,
      conditions.parameters,
    );
    return pageOf(rows, query.limit, ({ madeAt, id }) => [madeAt, id]);
  }

  async get(manager: EntityManager, id: string): Promise<NoticeDetail | undefined> {
    const [notice] = await manager.query<Omit<NoticeDetail, "households" | "orders">[]>(
      `select ${COLUMNS}, n.object_to as "objectTo",
         (select count(*)::int from errand e where e.document_id = n.id and e.answered_at is null) as asking
       from notice n left join area on area.code = n.area_code where n.id = $1`,
      [id],
    );
    if (notice === undefined) return undefined;
    const households = await manager.query<NoticeHousehold[]>(
      `select c.case_id as "caseId", coalesce(s.name, '') as "subjectName", coalesce(area.full_name, '') as "areaName", c.state, c.code, coalesce(c.facts, '{}') as facts,
         c.struck_off_reason as "struckOffReason",
         coalesce((select json_agg(json_build_object('id', raised.data ->> 'objectionId', 'seq', raised.seq, 'raisedOn', to_char(raised.happened_on, 'YYYY-MM-DD'),
           'answer', case when answered.seq is null then null when (answered.data ->> 'upheld')::boolean then 'upheld' else 'dismissed' end) order by raised.seq) ${OBJECTIONS}), '[]') as objections
       from notice_case c left join pairing p on p.case_id = c.case_id and p.known_to is null left join subject s on s.id = p.subject_id
         left join area on area.code = p.area_code where c.notice_id = $1 order by c.place`,
      [id],
    );
    const orders = await manager.query<NoticeDetail["orders"]>(
      `select o.round, o.what, o.facts, a.display_name as "accountName", to_char(o.ordered_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "orderedAt"
       from notice_order o join account a on a.id = o.account_id where o.notice_id = $1 order by o.round`,
      [id],
    );
    return { ...notice, households, orders };
  }

  /** Cases that stand at that step, hang on no notice and are on none that is being made; by place, so that a village is together. */
  candidates(
    manager: EntityManager,
    purpose: NoticePurpose,
    area: string,
    { limit, among }: { readonly limit: number; readonly among?: readonly string[] },
  ): Promise<NoticeCandidate[]> {
    const conditions = new Conditions();
    conditions.add("o.known_to is null and o.kind = ?", purpose);
    insideArea(conditions, "o.area_code", area, scopeOfArea);
    if (among !== undefined) conditions.add("o.case_id = any (?::uuid[])", among);
    conditions.add(
      "not exists (select 1 from case_event hung where hung.case_id = o.case_id and hung.seq = o.armed_by_seq and hung.type = 'NoticeHung')",
    );
    conditions.add(
      `not exists (select 1 from notice_case c where c.case_id = o.case_id and c.state in ('listed', 'hanging', 'refused') and not ${HAS_LEFT_NOTICE})`,
    );
    return manager.query<NoticeCandidate[]>(
      `select o.case_id as "caseId", s.name as "subjectName", o.area_code as "areaCode", area.full_name as "areaName",
         ${nameIn("h", "o.lead_helper_id")} as "leadHelperName", to_char(o.due_on, 'YYYY-MM-DD') as "dueOn"
       from obligation o join pairing p on p.case_id = o.case_id and p.known_to is null join subject s on s.id = p.subject_id
         join area on area.code = o.area_code left join helper h on h.id = o.lead_helper_id
       where ${conditions.where} order by o.area_code, s.name, o.case_id limit ${conditions.place(limit)}`,
      conditions.parameters,
    );
  }

  /** Whether the reader finds a document under that id; a notice may also have been hung before there were documents. */
  async exists(manager: EntityManager, id: string): Promise<boolean> {
    const [row] = await manager.query<{ found: boolean }[]>(
      "select exists (select 1 from notice where id = $1) as found",
      [id],
    );
    return row?.found ?? false;
  }
}
