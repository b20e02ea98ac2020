import type { DataSource } from "typeorm";

const SIGNS = 20_000;

/** As many signs of sham as a county finds in years, each of two visits of one helper, three in four judged already. */
export async function makeUpSigns(owner: DataSource): Promise<void> {
  await owner.query(
    `insert into recorded_visit (case_id, seq, visit_id, helper_id, area_code, happened_on, recorded_at, entered_by, entered_by_helper)
     select distinct on (e.case_id) e.case_id, e.seq, (e.data ->> 'visitId')::uuid, (e.data ->> 'helperId')::uuid, f.area_code, e.happened_on, e.recorded_at,
       (e.cause ->> 'accountId')::uuid, true
     from case_event e join case_file f using (case_id) where e.type = 'VisitRecorded' order by e.case_id, e.seq on conflict do nothing`,
  );
  await owner.query(
    `with two as (
       select v.*, lead(v.case_id) over helper as other_case, lead(v.seq) over helper as other_seq, row_number() over (order by v.case_id) as number
       from recorded_visit v window helper as (partition by v.helper_id order by v.case_id)
     ), sign as (
       insert into sham_sign (id, key, kind, helper_id, area_code, happened_on, facts, found_at, judgement, judged_at)
       select gen_random_uuid(), 'made-up:' || case_id, (array['far-apart', 'copied-text', 'photo-twice'])[1 + number % 3], helper_id,
         rpad(left(area_code, 9), 12, '0'), happened_on, '{"minutes": 7}', recorded_at,
         case when number % 4 > 0 then 'real' end, case when number % 4 > 0 then recorded_at end
       from two where other_case is not null limit $1 on conflict do nothing returning id, key
     )
     insert into sham_sign_visit (sign_id, case_id, seq)
     select sign.id, unnest(array[two.case_id, two.other_case]), unnest(array[two.seq, two.other_seq]) from sign join two on sign.key = 'made-up:' || two.case_id`,
    [SIGNS],
  );
}
