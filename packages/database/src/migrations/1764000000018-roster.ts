import type { MigrationInterface, QueryRunner } from "typeorm";

/** A county's workbook on its way into the register: its rows as they were read, and what became of each. */
export class Roster1764000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [ROSTERS, REGISTER, ERASURE, ROW_LEVEL_SECURITY, GRANTS])
      await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("records are never taken back by a migration; restore a backup instead");
  }
}

const ROSTERS = `
create table roster (
  id uuid primary key,
  programme_id text not null references programme (id),
  area_code text collate "C" not null references area (code),
  content_hash text not null,
  file_name text,
  format text not null check (format in ('xlsx', 'csv-utf-8', 'csv-gb18030')),
  bytes int not null,
  sheets jsonb not null,
  state text not null check (state in ('uploaded', 'previewed', 'running', 'paused', 'stopped', 'finished')),
  cases_per_second int,
  -- In whose name the pairings are opened.
  started_by uuid,
  started_role text,
  uploaded_by uuid not null references account (id),
  uploaded_at timestamptz not null default clock_timestamp(),
  started_at timestamptz,
  ended_at timestamptz,
  -- Rows by part and state, kept when the rows are gone.
  counts jsonb,
  rows_erased_at timestamptz
);
create index roster_newest on roster (uploaded_at desc, id desc);
-- The same file for the same county is one take-over, until that one has ended.
create unique index roster_under_way on roster (programme_id, area_code, content_hash) where state in ('uploaded', 'previewed', 'running', 'paused');

create table roster_row (
  roster_id uuid not null references roster (id) on delete cascade,
  -- In the order of taking over.
  ordinal int not null,
  area_code text collate "C" not null,
  part text not null check (part in ('unit', 'helper', 'household', 'pair', 'co-helper')),
  sheet int not null,
  line int not null,
  state text not null check (state in ('ready', 'known', 'failed', 'done')),
  label text not null,
  -- The whole line as it stands there, beside the first row that it tells of.
  cells jsonb,
  -- What was read, for the register.
  read jsonb,
  -- What was read of a pair: nothing that names anybody.
  subject_id uuid,
  helper_id uuid,
  signed_on date,
  last_visit_on date,
  lifted_out_on date,
  -- The row of the lead beside whom somebody helps along.
  lead_ordinal int,
  reason jsonb,
  remarks jsonb not null default '[]',
  -- What it becomes, or has become known as.
  target_id uuid,
  -- When a campaign was through with it.
  settled_at timestamptz,
  primary key (roster_id, ordinal)
);
create index roster_row_by_state on roster_row (roster_id, state, part, ordinal);
create index roster_row_by_line on roster_row (roster_id, sheet, line) where cells is not null;
create index roster_row_settled on roster_row (roster_id, settled_at) where settled_at is not null;
`;

/**
 * The next rows of units, helpers and households become entries of the register, all of them in one transaction, each once.
 * The recorder calls it by number of row: who they are it does not learn.
 */
const REGISTER = `
create function take_over_register(p_roster uuid, p_after int, p_limit int) returns table (last_ordinal int, row_count int)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare page int[];
begin
  select array_agg(r.ordinal order by r.ordinal) into page from (
    select ordinal from roster_row where roster_id = p_roster and ordinal > p_after and part in ('unit', 'helper', 'household') and state = 'ready'
    order by ordinal limit p_limit for update) r;
  if page is null then return; end if;

  insert into organisation (id, name, kind, area_code, pinyin, initials)
  select r.target_id, r.read ->> 'name', r.read ->> 'kind', r.read ->> 'areaCode', r.read ->> 'pinyin', r.read ->> 'initials'
  from roster_row r where r.roster_id = p_roster and r.ordinal = any (page) and r.part = 'unit' on conflict do nothing;

  insert into helper (id, name, rank, unit_id, area_code, phone, pinyin, initials)
  select r.target_id, r.read ->> 'name', r.read ->> 'rank', o.id, o.area_code, r.read ->> 'phone', r.read ->> 'pinyin', r.read ->> 'initials'
  from roster_row r join organisation o on o.id = (r.read ->> 'unitId')::uuid
  where r.roster_id = p_roster and r.ordinal = any (page) and r.part = 'helper' on conflict do nothing;

  with wanted as (
    select r.target_id, r.read from roster_row r
    where r.roster_id = p_roster and r.ordinal = any (page) and r.part = 'household'
      and not exists (select 1 from household_member m where m.resident_id = r.read ->> 'residentId' and m.left_on is null)
  ), made as (
    insert into subject (id, kind, name, area_code, address, phone, pinyin, initials)
    select target_id, read ->> 'kind', read ->> 'name', read ->> 'areaCode', read ->> 'address', read ->> 'phone', read ->> 'pinyin', read ->> 'initials'
    from wanted returning id
  )
  insert into household_member (id, subject_id, name, relation, resident_id, birthday, sex, area_code)
  select (read ->> 'memberId')::uuid, target_id, read ->> 'name', 'head', read ->> 'residentId', (read ->> 'birthday')::date, read ->> 'sex', read ->> 'areaCode'
  from wanted;

  update roster_row r set settled_at = clock_timestamp(),
    state = case when found.is_there then 'done' else 'failed' end,
    reason = case when found.is_there then null
      when r.part = 'unit' then '{"code": "UNIT_AMBIGUOUS", "column": "unit-name", "count": 2}'::jsonb
      when r.part = 'helper' then '{"code": "UNIT_UNKNOWN", "column": "unit-name"}'::jsonb
      else '{"code": "MEMBER_OF_ANOTHER_HOUSEHOLD", "column": "resident-id"}'::jsonb end
  from (
    select each.ordinal, case each.part
      when 'unit' then exists (select 1 from organisation where id = each.target_id)
      when 'helper' then exists (select 1 from helper where id = each.target_id)
      else exists (select 1 from subject where id = each.target_id) end as is_there
    from roster_row each where each.roster_id = p_roster and each.ordinal = any (page)
  ) found
  where r.roster_id = p_roster and r.ordinal = found.ordinal;

  return query select page[cardinality(page)], cardinality(page);
end $$;
`;

/** So many days after the end the rows go, with all that they say of people; how many there were stays. */
const ERASURE = `
create function erase_roster_rows(p_days int) returns int
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare each uuid; erased int := 0;
begin
  for each in select id from roster where rows_erased_at is null and state not in ('running', 'paused')
      and coalesce(ended_at, uploaded_at) < clock_timestamp() - make_interval(days => p_days) for update skip locked loop
    update roster set rows_erased_at = clock_timestamp(), state = case when state = 'finished' then state else 'stopped' end,
      ended_at = coalesce(ended_at, clock_timestamp()), file_name = null,
      counts = (select coalesce(jsonb_agg(to_jsonb(c)), '[]') from (
        select part, state, (settled_at is not null) as settled, count(*)::int as many from roster_row where roster_id = each group by 1, 2, 3) c)
    where id = each;
    delete from roster_row where roster_id = each;
    erased := erased + 1;
  end loop;
  return erased;
end $$;
`;

const ROW_LEVEL_SECURITY = `
do $$
declare each text;
begin
  foreach each in array array['roster', 'roster_row'] loop
    execute format('alter table %I enable row level security', each);
    execute format('alter table %I force row level security', each);
    execute format('create policy recorder_all on %I to jiedui_recorder using (true) with check (true)', each);
    execute format('create policy reader_all on %I for select to jiedui_reader using (true)', each);
    execute format('create policy owner_all on %I to jiedui_owner using (true) with check (true)', each);
    execute format('create policy app_area on %I to jiedui_app using (area_code >= app_area_from() and area_code < app_area_to()) with check (area_code >= app_area_from() and area_code < app_area_to())', each);
  end loop;
end $$;
`;

const GRANTS = `
grant select, insert, update (state, sheets, format, bytes, file_name, uploaded_by, uploaded_at) on roster to jiedui_app;
grant select, insert, delete on roster_row to jiedui_app;
grant select, update (state, cases_per_second, started_by, started_role, started_at, ended_at) on roster to jiedui_recorder;
grant select (roster_id, ordinal, part, line, state, subject_id, helper_id, signed_on, last_visit_on, lifted_out_on, lead_ordinal, target_id, settled_at),
  update (state, reason, target_id, settled_at) on roster_row to jiedui_recorder;
grant select on roster to jiedui_reader;
revoke execute on function take_over_register, erase_roster_rows from public;
grant execute on function take_over_register, erase_roster_rows to jiedui_recorder;
`;
