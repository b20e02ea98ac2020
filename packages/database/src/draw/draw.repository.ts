import type { SampleRule } from "@jiedui/domain";
import type { EntityManager } from "typeorm";
import { scopeOfArea } from "../scope";

export interface NewDraw {
  readonly id: string;
  readonly areaCode: string;
  readonly programmeId: string;
  readonly policyVersion: number;
  readonly rule: SampleRule;
  readonly seed: string;
  readonly drawnBy: string;
  readonly cases: readonly { readonly caseId: string; readonly drawn: boolean }[];
}

/** Whoever stands at the county's check, waits for a draw and is in none; `o` is what the case owes. */
export const STANDS_FOR_DRAW = `o.known_to is null and o.kind = 'county-check'
  and not exists (select 1 from case_event e where e.case_id = o.case_id and e.type = 'CountyCheckDrawn' and not exists (
    select 1 from case_event anew where anew.case_id = e.case_id and anew.seq > e.seq
      and (anew.type = 'LiftOutProposed' or anew.type = 'LiftOutSetBack' and anew.data ->> 'step' <> 'county-check')))
  and not exists (select 1 from lift_out_draw_case d where d.case_id = o.case_id and d.told_at is null)`;

/** Writes of draws; a draw never changes, only whether its cases have been told. */
export class DrawRepository {
  /** The group of a draw, in an order that says nothing. */
  async standing(
    manager: EntityManager,
    { areaCode, programmeId, policyVersion }: Pick<NewDraw, "areaCode" | "programmeId" | "policyVersion">,
  ): Promise<string[]> {
    const { areaFrom, areaTo } = scopeOfArea(areaCode);
    const rows = await manager.query<{ caseId: string }[]>(
      `select o.case_id as "caseId" from obligation o join pairing p on p.case_id = o.case_id and p.known_to is null
       where ${STANDS_FOR_DRAW} and o.area_code >= $1 and o.area_code < $2 and p.programme_id = $3 and p.policy_version = $4 order by o.case_id`,
      [areaFrom, areaTo, programmeId, policyVersion],
    );
    return rows.map(({ caseId }) => caseId);
  }

  async insert(manager: EntityManager, draw: NewDraw): Promise<void> {
    await manager.query(
      "insert into lift_out_draw (id, area_code, programme_id, policy_version, rule, seed, drawn_by) values ($1, $2, $3, $4, $5, $6, $7)",
      [
        draw.id,
        draw.areaCode,
        draw.programmeId,
        draw.policyVersion,
        JSON.stringify(draw.rule),
        draw.seed,
        draw.drawnBy,
      ],
    );
    await manager.query(
      `insert into lift_out_draw_case (draw_id, case_id, area_code, drawn)
       select $1, each."caseId", $2, each.drawn from jsonb_to_recordset($3::jsonb) as each("caseId" uuid, drawn boolean)`,
      [draw.id, draw.areaCode, JSON.stringify(draw.cases)],
    );
  }

  async answered(manager: EntityManager, drawId: string, caseId: string, code: string | null): Promise<void> {
    await manager.query(
      "update lift_out_draw_case set told_at = world_now(), code = $3 where draw_id = $1 and case_id = $2 and told_at is null",
      [drawId, caseId, code],
    );
  }
}
