import { randomUUID } from "node:crypto";
import type { Day, Month, RecordedVisit, ShamSign } from "@jiedui/domain";
import type { EntityManager } from "typeorm";
import type { WrittenPlace } from "../case/case.repository";

/** Where a visit stands in its case's log. */
export interface VisitPlace {
  readonly caseId: string;
  readonly seq: number;
}
/** A visit with the part of its case's policy by which signs are found. */
export interface VisitUnderPolicy extends RecordedVisit {
  readonly rules: unknown;
}
export interface ShamProgressMade extends WrittenPlace {
  readonly monthsUntil: Month;
}

/** Writes and reads of the worker that looks for signs of sham; it sees neither names nor texts. */
export class ShamRepository {
  /** @returns undefined when another worker is at it */
  async progress(manager: EntityManager): Promise<ShamProgressMade | undefined> {
    const [row] = await manager.query<ShamProgressMade[]>(
      `select written_at::text as "writtenAt", case_id as "caseId", months_until as "monthsUntil" from sham_progress for update skip locked`,
    );
    return row;
  }

  async keepProgress(
    manager: EntityManager,
    { writtenAt, caseId, monthsUntil }: ShamProgressMade,
  ): Promise<void> {
    await manager.query(
      "update sham_progress set written_at = $1::timestamptz, case_id = $2, months_until = $3",
      [writtenAt, caseId, monthsUntil],
    );
  }

  /**
   * Copies visits out of commands that were written after that place, and takes note of those that were voided.
   * @returns the new visits, and the place of the last command; no place when there was none
   */
  async readOn(
    manager: EntityManager,
    after: WrittenPlace,
    notWithinSeconds: number,
    limit: number,
  ): Promise<{ visits: VisitPlace[]; last: WrittenPlace | undefined; commands: number }> {
    const written = await manager.query<(WrittenPlace & { eventSeqs: number[] | null })[]>(
      `select case_id as "caseId", written_at::text as "writtenAt", answer -> 'eventSeqs' as "eventSeqs" from case_command
       where (written_at, case_id) > ($1::timestamptz, $2::uuid) and written_at < now() - make_interval(secs => $3)
       order by written_at, case_id limit $4`,
      [after.writtenAt, after.caseId, notWithinSeconds, limit],
    );
    const events = written.flatMap(({ caseId, eventSeqs }) =>
      (eventSeqs ?? []).map((seq) => ({ caseId, seq })),
    );
    const told = JSON.stringify(events);
    const visits = await manager.query<VisitPlace[]>(
      `insert into recorded_visit (case_id, seq, visit_id, helper_id, area_code, happened_on, recorded_at, entered_by, entered_by_helper)
       select e.case_id, e.seq, (e.data ->> 'visitId')::uuid, (e.data ->> 'helperId')::uuid, f.area_code, e.happened_on, e.recorded_at,
         (e.cause ->> 'accountId')::uuid, e.cause ->> 'role' = 'helper'
       from jsonb_to_recordset($1::jsonb) as told("caseId" uuid, seq int)
         join case_event e on e.case_id = told."caseId" and e.seq = told.seq and e.type = 'VisitRecorded'
         join case_file f on f.case_id = e.case_id
       on conflict do nothing returning case_id as "caseId", seq`,
      [told],
    );
    await manager.query(
      `with voided as (
         update recorded_visit v set voided = true
         from jsonb_to_recordset($1::jsonb) as told("caseId" uuid, seq int)
           join case_event e on e.case_id = told."caseId" and e.seq = told.seq and e.type = 'VisitVoided'
         where v.case_id = e.case_id and v.visit_id = (e.data ->> 'visitId')::uuid returning v.case_id, v.seq
       ) update sham_sign s set withdrawn_at = world_now() from sham_sign_visit sv join voided using (case_id, seq)
         where sv.sign_id = s.id and s.judgement is null and s.withdrawn_at is null`,
      [told],
    );
    return { visits, last: written[written.length - 1], commands: written.length };
  }

  /** Visits that were not voided, oldest record first. */
  visits(manager: EntityManager, places: readonly VisitPlace[]): Promise<VisitUnderPolicy[]> {
    return manager.query<VisitUnderPolicy[]>(
      `${VISIT} join jsonb_to_recordset($1::jsonb) as asked("caseId" uuid, seq int) on asked."caseId" = v.case_id and asked.seq = v.seq
       where not v.voided order by v.recorded_at, v.case_id, v.seq`,
      [JSON.stringify(places)],
    );
  }

  /** Other visits of the helper on that day, in other households. */
  sameDay(
    manager: EntityManager,
    { helperId, happenedOn, caseId }: RecordedVisit,
  ): Promise<VisitUnderPolicy[]> {
    return manager.query<VisitUnderPolicy[]>(
      `${VISIT} where v.helper_id = $1 and v.happened_on = $2 and v.case_id <> $3 and not v.voided`,
      [helperId, happenedOn, caseId],
    );
  }

  /** Other visits that one of its photographs proves as well. */
  async sharingPhotograph(manager: EntityManager, { caseId, seq }: VisitPlace): Promise<VisitUnderPolicy[]> {
    const places = await manager.query<VisitPlace[]>(
      'select case_id as "caseId", seq from visits_sharing_photograph($1, $2)',
      [caseId, seq],
    );
    return places.length === 0 ? [] : this.visits(manager, places);
  }

  /** The helper's visits elsewhere whose diaries are like this one's. */
  async alike(
    manager: EntityManager,
    { caseId, seq }: VisitPlace,
    asked: { readonly letters: number; readonly similarity: number; readonly from: Day },
  ): Promise<{ visit: VisitUnderPolicy; similarity: number }[]> {
    const found = await manager.query<(VisitPlace & { similarity: number })[]>(
      'select case_id as "caseId", seq, similarity::float8 as similarity from alike_visits($1, $2, $3, $4, $5)',
      [caseId, seq, asked.letters, asked.similarity, asked.from],
    );
    if (found.length === 0) return [];
    const visits = await this.visits(manager, found);
    return visits.map((visit) => ({
      visit,
      similarity:
        found.find((each) => each.caseId === visit.caseId && each.seq === visit.seq)?.similarity ?? 0,
    }));
  }

  /** Visits of helpers who entered nothing of a month before its last day, and something on it. */
  enteredOnLastDayOnly(manager: EntityManager, firstDay: Day, lastDay: Day): Promise<VisitUnderPolicy[]> {
    return manager.query<VisitUnderPolicy[]>(
      `with late as (
         select helper_id from recorded_visit where happened_on between $1 and $2 and not voided and day_at(recorded_at) <= $2
         group by helper_id having min(day_at(recorded_at)) = $2 and count(*) > 1
       ) ${VISIT} join late on late.helper_id = v.helper_id where v.happened_on between $1 and $2 and not v.voided
       order by v.helper_id, v.happened_on, v.case_id`,
      [firstDay, lastDay],
    );
  }

  /** A sign that is known already stays as it is. @returns how many are new */
  async insertSigns(manager: EntityManager, signs: readonly ShamSign[]): Promise<number> {
    let found = 0;
    for (const { kind, key, helperId, areaCode, happenedOn, facts, visits } of signs) {
      const [row] = await manager.query<{ id: string }[]>(
        `insert into sham_sign (id, key, kind, helper_id, area_code, happened_on, facts) values ($7, $1, $2, $3, $4, $5, $6)
         on conflict (key) do nothing returning id`,
        [key, kind, helperId, areaCode, happenedOn, JSON.stringify(facts), randomUUID()],
      );
      if (row === undefined) continue;
      await manager.query(
        `insert into sham_sign_visit (sign_id, case_id, seq) select $1, told."caseId", told.seq from jsonb_to_recordset($2::jsonb) as told("caseId" uuid, seq int)`,
        [row.id, JSON.stringify(visits)],
      );
      found += 1;
    }
    return found;
  }

  /** The world's present day. */
  async today(manager: EntityManager): Promise<Day> {
    const [row] = await manager.query<[{ today: Day }]>(
      "select to_char(day_at(world_now()), 'YYYY-MM-DD') as today",
    );
    return row.today;
  }
}

const VISIT = `select v.case_id as "caseId", v.seq, v.helper_id as "helperId", v.area_code as "areaCode", to_char(v.happened_on, 'YYYY-MM-DD') as "happenedOn",
  (extract(epoch from v.recorded_at) * 1000)::bigint::float8 as "recordedAtMs", v.entered_by_helper as "isEnteredByHelper",
  visit_photographs(v.case_id, v.seq) as photographs, pol.document -> 'sham' as rules
  from recorded_visit v left join pairing p on p.case_id = v.case_id and p.known_to is null
  left join policy pol on pol.programme_id = p.programme_id and pol.version = p.policy_version`;
