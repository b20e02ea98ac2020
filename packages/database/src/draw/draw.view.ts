import type { SampleRule } from "@jiedui/domain";
import type { EntityManager } from "typeorm";
import { Conditions, insideArea, pageOf, readCursor, type Page, type PageQuery } from "../paging";
import { nameIn } from "../register/names";
import { scopeOfArea } from "../scope";
import { STANDS_FOR_DRAW } from "./draw.repository";

export interface DrawListRow {
  readonly id: string;
  readonly areaCode: string;
  readonly areaName: string;
  readonly programmeId: string;
  readonly policyVersion: number;
  readonly group: number;
  readonly drawn: number;
  readonly drawnByName: string;
  readonly drawnAt: string;
}
export interface DrawnCase {
  readonly caseId: string;
  readonly subjectName: string;
  readonly areaName: string;
  readonly leadHelperName: string;
  readonly drawn: boolean;
  readonly told: boolean;
  /** Why the case did not take it: it had left meanwhile. */
  readonly code: string | null;
  /** Null while the check is still to be made. */
  readonly passed: boolean | null;
}
export interface DrawDetail extends Omit<DrawListRow, "group" | "drawn"> {
  readonly rule: SampleRule;
  readonly seed: string;
  readonly cases: DrawnCase[];
}
/** Who stands for the next draw, by the policy whose rule it would follow. */
export interface StandingForDraw {
  readonly programmeId: string;
  readonly policyVersion: number;
  readonly rule: SampleRule;
  readonly cases: { caseId: string; subjectName: string; areaName: string }[];
}

const COLUMNS = `d.id, d.area_code as "areaCode", coalesce(area.full_name, '') as "areaName", d.programme_id as "programmeId", d.policy_version as "policyVersion",
  a.display_name as "drawnByName", to_char(d.drawn_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "drawnAt"`;
const FROM = "left join area on area.code = d.area_code join account a on a.id = d.drawn_by";

/** Whether a draw of that case is a secret still, whoever asks. */
export async function hasSecretDraw(manager: EntityManager, caseId: string): Promise<boolean> {
  const [row] = await manager.query<{ secret: boolean }[]>("select secret_draw($1) is not null as secret", [
    caseId,
  ]);
  return row?.secret ?? false;
}

/** How many checks are awaited of the draw that has passed the case by: it is not approved before them. */
export async function checksAwaitedBeside(manager: EntityManager, caseId: string): Promise<number> {
  const [row] = await manager.query<{ awaited: number }[]>("select checks_awaited_beside($1) as awaited", [
    caseId,
  ]);
  return row?.awaited ?? 0;
}

/** The county's draws, for those who know of them. */
export class DrawView {
  /** Drawn last, first. */
  async find(
    manager: EntityManager,
    query: PageQuery & { readonly area?: string | undefined },
  ): Promise<Page<DrawListRow>> {
    const conditions = new Conditions();
    insideArea(conditions, "d.area_code", query.area, scopeOfArea);
    const after = readCursor(query.cursor, ["instant", "uuid"]);
    if (after !== undefined) conditions.add("(d.drawn_at, d.id) < (?::timestamptz, ?::uuid)", ...after);
    const rows = await manager.query<DrawListRow[]>(
      `select ${COLUMNS}, (select count(*)::int from lift_out_draw_case c where c.draw_id = d.id) as "group",
         (select count(*)::int from lift_out_draw_case c where c.draw_id = d.id and c.drawn) as drawn
       from lift_out_draw d ${FROM} where ${conditions.where} order by d.drawn_at desc, d.id desc limit ${conditions.place(query.limit + 1)}`,
      conditions.parameters,
    );
    return pageOf(rows, query.limit, ({ drawnAt, id }) => [drawnAt, id]);
  }

  async get(manager: EntityManager, id: string): Promise<DrawDetail | undefined> {
    const [draw] = await manager.query<Omit<DrawDetail, "cases">[]>(
      `select ${COLUMNS}, d.rule, d.seed from lift_out_draw d ${FROM} where d.id = $1`,
      [id],
    );
    if (draw === undefined) return undefined;
    const cases = await manager.query<DrawnCase[]>(
      `select c.case_id as "caseId", coalesce(s.name, '') as "subjectName", coalesce(area.full_name, '') as "areaName", ${nameIn("h", "p.lead_helper_id")} as "leadHelperName", c.drawn,
         c.told_at is not null as told, c.code, (checked.data ->> 'passed')::boolean as passed
       from lift_out_draw_case c left join pairing p on p.case_id = c.case_id and p.known_to is null left join subject s on s.id = p.subject_id
         left join area on area.code = p.area_code left join helper h on h.id = p.lead_helper_id
         left join case_event drawn on drawn.case_id = c.case_id and drawn.type = 'CountyCheckDrawn' and drawn.data ->> 'drawId' = c.draw_id::text
         left join lateral (select e.data from case_event e where e.case_id = c.case_id and e.type = 'CountyCheckRecorded' and e.seq > drawn.seq order by e.seq limit 1) checked on true
       where c.draw_id = $1 order by c.drawn desc, p.area_code, s.name, c.case_id`,
      [id],
    );
    return { ...draw, cases };
  }

  standing(manager: EntityManager, area: string): Promise<StandingForDraw[]> {
    const conditions = new Conditions();
    insideArea(conditions, "o.area_code", area, scopeOfArea);
    return manager.query<StandingForDraw[]>(
      `select p.programme_id as "programmeId", p.policy_version as "policyVersion", pol.document #> '{liftOut,sample}' as rule,
         json_agg(json_build_object('caseId', o.case_id, 'subjectName', s.name, 'areaName', area.full_name) order by o.area_code, s.name, o.case_id) as cases
       from obligation o join pairing p on p.case_id = o.case_id and p.known_to is null join subject s on s.id = p.subject_id
         join area on area.code = o.area_code join policy pol on pol.programme_id = p.programme_id and pol.version = p.policy_version
       where ${STANDS_FOR_DRAW} and ${conditions.where} group by p.programme_id, p.policy_version, pol.document #> '{liftOut,sample}' order by 1, 2`,
      conditions.parameters,
    );
  }
}
