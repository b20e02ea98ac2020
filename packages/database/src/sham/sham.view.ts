import type { ShamJudgement, ShamKind } from "@jiedui/domain";
import type { EntityManager } from "typeorm";
import { TimelineView, type TimelineContent } from "../pairing/timeline.view";
import { Conditions, insideArea, pageOf, readCursor, type Page, type PageQuery } from "../paging";
import { scopeOfArea } from "../scope";

export interface ShamSignShown {
  readonly id: string;
  readonly kind: ShamKind;
  readonly helper: { readonly id: string; readonly name: string };
  readonly areaCode: string;
  readonly areaName: string;
  readonly happenedOn: string;
  readonly foundAt: string;
  readonly facts: Record<string, unknown>;
  readonly judgement: ShamJudgement | null;
  readonly visits: { readonly caseId: string; readonly seq: number; readonly subjectName: string }[];
}
export interface ShamVisitShown {
  readonly caseId: string;
  readonly seq: number;
  readonly subjectName: string;
  readonly areaName: string;
  readonly happenedOn: string;
  readonly recordedAt: string;
  readonly enteredByName: string | null;
  readonly contents: TimelineContent[];
}
export interface ShamSignDetail extends Omit<ShamSignShown, "visits"> {
  readonly visits: ShamVisitShown[];
  readonly judgements: {
    readonly judgement: ShamJudgement;
    readonly note: string;
    readonly accountName: string;
    readonly judgedAt: string;
  }[];
}
export interface ShamQuery extends PageQuery {
  readonly area?: string | undefined;
  readonly kind?: ShamKind | undefined;
  readonly judged?: "true" | "false" | undefined;
  readonly case?: string | undefined;
}

const COLUMNS = `s.id, s.kind, json_build_object('id', s.helper_id, 'name', coalesce((select name from helper_and_unit_names(array[s.helper_id])), '')) as helper,
  s.area_code as "areaCode", coalesce(area.full_name, '') as "areaName", to_char(s.happened_on, 'YYYY-MM-DD') as "happenedOn",
  to_char(s.found_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "foundAt", s.facts, s.judgement,
  coalesce((select json_agg(json_build_object('caseId', v.case_id, 'seq', v.seq, 'subjectName', coalesce(subject.name, '')) order by r.happened_on, r.recorded_at)
    from sham_sign_visit v join recorded_visit r using (case_id, seq) left join pairing p on p.case_id = v.case_id and p.known_to is null
      left join subject on subject.id = p.subject_id where v.sign_id = s.id), '[]') as visits`;

/** Signs of sham as people judge them; those whose visit was voided are gone. */
export class ShamView {
  private readonly timeline = new TimelineView();

  /** Found last, first. */
  async find(manager: EntityManager, query: ShamQuery): Promise<Page<ShamSignShown>> {
    const conditions = new Conditions();
    conditions.add("s.withdrawn_at is null");
    insideArea(conditions, "s.area_code", query.area, scopeOfArea);
    if (query.kind !== undefined) conditions.add("s.kind = ?", query.kind);
    if (query.judged !== undefined)
      conditions.add(`s.judgement is ${query.judged === "true" ? "not " : ""}null`);
    if (query.case !== undefined)
      conditions.add("s.id in (select sign_id from sham_sign_visit where case_id = ?)", query.case);
    const after = readCursor(query.cursor, ["instant", "uuid"]);
    if (after !== undefined) conditions.add("(s.found_at, s.id) < (?::timestamptz, ?::uuid)", ...after);
    const rows = await manager.query<ShamSignShown[]>(
      `select ${COLUMNS} from (
         select s.* from sham_sign s where ${conditions.where} order by s.found_at desc, s.id desc limit ${conditions.place(query.limit + 1)}
       ) s left join area on area.code = s.area_code order by s.found_at desc, s.id desc`,
      conditions.parameters,
    );
    return pageOf(rows, query.limit, ({ foundAt, id }) => [foundAt, id]);
  }

  /** With everything by which a person can judge. */
  async get(manager: EntityManager, id: string): Promise<ShamSignDetail | undefined> {
    const [sign] = await manager.query<ShamSignShown[]>(
      `select ${COLUMNS} from sham_sign s left join area on area.code = s.area_code where s.id = $1 and s.withdrawn_at is null`,
      [id],
    );
    if (sign === undefined) return undefined;
    const judgements = await manager.query<ShamSignDetail["judgements"]>(
      `select j.judgement, j.note, a.display_name as "accountName", to_char(j.judged_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "judgedAt"
       from sham_judgement j join account a on a.id = j.account_id where j.sign_id = $1 order by j.id desc`,
      [id],
    );
    const visits: ShamVisitShown[] = [];
    for (const { caseId, seq, subjectName } of sign.visits) {
      const event = await this.timeline.event(manager, caseId, seq);
      if (event === undefined) continue;
      visits.push({
        caseId,
        seq,
        subjectName,
        areaName: await areaNameOf(manager, caseId),
        happenedOn: event.happenedOn,
        recordedAt: event.recordedAt,
        enteredByName: event.actorName,
        contents: [...event.contents],
      });
    }
    return { ...sign, visits, judgements };
  }
}

async function areaNameOf(manager: EntityManager, caseId: string): Promise<string> {
  const [row] = await manager.query<{ name: string }[]>(
    "select area.full_name as name from case_file f join area on area.code = f.area_code where f.case_id = $1",
    [caseId],
  );
  return row?.name ?? "";
}
