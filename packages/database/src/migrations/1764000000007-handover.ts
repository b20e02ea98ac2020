import type { MigrationInterface, QueryRunner } from "typeorm";

/** Who was proposed to take a pairing over sees it, and all that is owed in it, before answering. */
export class Handover1764000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [SUCCESSOR, OWN, RECORD]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("records are never taken back by a migration; restore a backup instead");
  }
}

const SUCCESSOR = ["pairing", "obligation"]
  .map(
    (table) => `
alter table ${table} add column successor_id uuid, add column successor_unit_id uuid;
create index ${table}_by_successor on ${table} (successor_id) where successor_id is not null;
create index ${table}_by_successor_unit on ${table} (successor_unit_id) where successor_unit_id is not null;
create policy app_successor on ${table} for select to jiedui_app using (
  successor_id is not null and (successor_id = any (app_helper_ids()) or successor_unit_id = any (app_unit_ids())));
`,
  )
  .join("");

const OWN = `
create or replace function app_own_pairings() returns setof pairing
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if app_helper_ids() <> '{}' or app_unit_ids() <> '{}' then
    return query select * from pairing
    where known_to is null and (lead_helper_id = any (app_helper_ids()) or helper_unit_id = any (app_unit_ids())
      or (co_helper_ids <> '{}' and co_helper_ids && app_helper_ids())
      or (successor_id is not null and (successor_id = any (app_helper_ids()) or successor_unit_id = any (app_unit_ids()))));
  end if;
end $$;
`;

/** As before, but the rows of views come by the names of their columns: a new column needs no new function. */
const RECORD = `
create or replace function case_record(p jsonb) returns void language plpgsql as $$
declare
  this_case uuid := (p ->> 'caseId')::uuid;
  at timestamptz := to_timestamp((p ->> 'nowMs')::bigint / 1000.0);
  file jsonb := p -> 'file';
  touched int;
begin
  if file is not null and jsonb_typeof(file) = 'object' then
    if (p ->> 'before')::int = 0 then
      insert into case_file (case_id, kind, seq, stage, area_code, next_at, opened_at, finished_at)
      values (this_case, p ->> 'kind', (file ->> 'seq')::int, file ->> 'stage', file ->> 'areaCode',
        to_timestamp((file ->> 'nextAtMs')::bigint / 1000.0), at, case when (file ->> 'finished')::boolean then at end);
    else
      update case_file set seq = (file ->> 'seq')::int, stage = file ->> 'stage',
        next_at = to_timestamp((file ->> 'nextAtMs')::bigint / 1000.0),
        finished_at = case when (file ->> 'finished')::boolean then at end
      where case_id = this_case and seq = (p ->> 'before')::int;
      get diagnostics touched = row_count;
      if touched <> 1 then
        raise exception 'case % has moved on from %', this_case, p ->> 'before' using errcode = 'serialization_failure';
      end if;
    end if;
    insert into case_event (case_id, seq, type, v, happened_on, recorded_at, policy_version, cause, data)
    select this_case, e.seq, e.type, e.v, e."happenedOn", to_timestamp(e."recordedAtMs" / 1000.0), e."policyVersion", e.cause, e.data
    from jsonb_to_recordset(p -> 'events') as e(seq int, type text, v int, "happenedOn" date, "recordedAtMs" bigint, "policyVersion" int, cause jsonb, data jsonb);
  end if;

  insert into case_command (case_id, account_id, key, body_hash, answer, recorded_at)
  select this_case, c."accountId", c.key, c."bodyHash", c.answer, at
  from jsonb_to_recordset(p -> 'answers') as c("accountId" uuid, key text, "bodyHash" text, answer jsonb);

  if jsonb_typeof(p -> 'pairing') = 'object' then
    update pairing set known_to = at where case_id = this_case and known_to is null;
    insert into pairing overriding user value
    select version.* from jsonb_populate_record(null::pairing,
      (p -> 'pairing') || jsonb_build_object('case_id', this_case, 'seq', (file ->> 'seq')::int, 'known_from', at)) as version;
  end if;

  if jsonb_array_length(p -> 'endedObligations') > 0 then
    update obligation set known_to = at
    where case_id = this_case and known_to is null and key in (select jsonb_array_elements_text(p -> 'endedObligations'));
    get diagnostics touched = row_count;
    if touched <> jsonb_array_length(p -> 'endedObligations') then
      raise exception 'case % had other open obligations than its state says', this_case using errcode = 'data_corrupted';
    end if;
  end if;
  if jsonb_array_length(p -> 'begunObligations') > 0 then
    insert into obligation overriding user value
    select version.* from jsonb_array_elements(p -> 'begunObligations') as begun
      cross join lateral jsonb_populate_record(null::obligation,
        begun || (p -> 'access') || jsonb_build_object('case_id', this_case, 'known_from', at)) as version;
  end if;

  insert into outbox (case_id, seq, n, target, message)
  select this_case, m.seq, m.n, m.target, m.message
  from jsonb_to_recordset(p -> 'outbox') as m(seq int, n int, target text, message jsonb);
end $$;
`;
