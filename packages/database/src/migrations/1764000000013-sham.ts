import type { MigrationInterface, QueryRunner } from "typeorm";

/** Visits as they were recorded, compared with one another; signs of sham that were found; what people judge them to be. */
export class Sham1764000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [VISITS, SIGNS, ALIKE, ROW_LEVEL_SECURITY, GRANTS]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("records are never taken back by a migration; restore a backup instead");
  }
}

const VISITS = `
create extension if not exists pg_trgm;

-- Copied from the log by the worker, in the order of writing.
create table recorded_visit (
  case_id uuid not null,
  seq int not null,
  visit_id uuid not null,
  helper_id uuid not null,
  area_code text collate "C" not null,
  happened_on date not null,
  recorded_at timestamptz not null,
  entered_by uuid not null,
  entered_by_helper boolean not null,
  voided boolean not null default false,
  primary key (case_id, seq)
);
create index recorded_visit_by_helper on recorded_visit (helper_id, happened_on);
create index recorded_visit_by_day on recorded_visit (happened_on);
create index recorded_visit_by_visit on recorded_visit (case_id, visit_id);

create index content_by_event on content (case_id, bound_seq) where bound_seq is not null;

-- How far the log has been read, and which months have been looked at as a whole; from the release on that brings this.
create table sham_progress (
  one boolean primary key default true check (one),
  written_at timestamptz not null,
  case_id uuid not null,
  months_until text not null check (months_until ~ '^[0-9]{4}-[0-9]{2}$')
);
insert into sham_progress (written_at, case_id, months_until)
values (now(), '00000000-0000-0000-0000-000000000000', to_char((world_now() at time zone 'Asia/Shanghai') - interval '1 month', 'YYYY-MM'));
`;

const SIGNS = `
create table sham_sign (
  id uuid primary key,
  key text not null unique,
  kind text not null check (kind in ('far-apart', 'copied-text', 'photo-twice', 'last-day')),
  helper_id uuid not null,
  -- Where all of its visits lie.
  area_code text collate "C" not null,
  happened_on date not null,
  facts jsonb not null,
  found_at timestamptz not null default world_now(),
  withdrawn_at timestamptz,
  judgement text check (judgement in ('real', 'sham', 'unclear')),
  judged_at timestamptz
);
create index sham_sign_newest on sham_sign (found_at desc, id desc) where withdrawn_at is null;
create index sham_sign_open on sham_sign (found_at desc, id desc) where withdrawn_at is null and judgement is null;
create index sham_sign_by_area on sham_sign (area_code, found_at desc) where withdrawn_at is null;

create table sham_sign_visit (
  sign_id uuid not null references sham_sign (id),
  case_id uuid not null,
  seq int not null,
  primary key (sign_id, case_id, seq)
);
create index sham_sign_visit_by_case on sham_sign_visit (case_id);

-- Every judgement stays; the newest counts.
create table sham_judgement (
  id bigint generated always as identity primary key,
  sign_id uuid not null references sham_sign (id),
  area_code text collate "C" not null,
  judgement text not null check (judgement in ('real', 'sham', 'unclear')),
  note text not null,
  account_id uuid not null references account (id),
  judged_at timestamptz not null default world_now()
);
create index sham_judgement_by_sign on sham_judgement (sign_id, id desc);
create trigger sham_judgement_insert_only before update or delete on sham_judgement for each row execute function refuse_change();
`;

/** What the recorder may know of texts and photographs: how alike they are, when and where they were taken. */
const ALIKE = `
create function visit_diary(p_case uuid, p_seq int) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select regexp_replace(concat_ws(' ', body ->> 'situation', body ->> 'problems', body ->> 'measures', body ->> 'opinions'), '\\s+', ' ', 'g')
  from content where case_id = p_case and bound_seq = p_seq and purpose = 'visit-form' and body is not null limit 1
$$;

create function alike_visits(p_case uuid, p_seq int, p_letters int, p_similarity real, p_from date)
returns table (case_id uuid, seq int, similarity real)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare mine text := visit_diary(p_case, p_seq); visit recorded_visit;
begin
  if mine is null or length(mine) < p_letters then return; end if;
  select * into visit from recorded_visit v where v.case_id = p_case and v.seq = p_seq;
  return query
    select o.case_id, o.seq, public.similarity(mine, other.diary) as alikeness
    from recorded_visit o cross join lateral (select visit_diary(o.case_id, o.seq) as diary) other
    where o.helper_id = visit.helper_id and o.case_id <> p_case and not o.voided and o.happened_on >= p_from
      and length(other.diary) >= p_letters and public.similarity(mine, other.diary) >= p_similarity
    order by alikeness desc limit 5;
end $$;

create function visit_photographs(p_case uuid, p_seq int) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('hash', c.file_hash,
    'takenAtMs', (extract(epoch from (c.body ->> 'takenAt')::timestamptz) * 1000)::bigint, 'place', c.body -> 'place')), '[]')
  from content c join evidence_file f on f.hash = c.file_hash
  where c.case_id = p_case and c.bound_seq = p_seq and f.kind <> 'pdf'
$$;

-- Case and number of other visits that a photograph of this one proves as well.
create function visits_sharing_photograph(p_case uuid, p_seq int) returns table (case_id uuid, seq int)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct other.case_id, other.bound_seq from content mine join evidence_file f on f.hash = mine.file_hash and f.kind <> 'pdf'
    join content other on other.file_hash = mine.file_hash and other.status = 'bound'
  where mine.case_id = p_case and mine.bound_seq = p_seq and (other.case_id, other.bound_seq) <> (p_case, p_seq)
$$;
`;

const ROW_LEVEL_SECURITY = `
do $$
declare each text;
begin
  foreach each in array array['recorded_visit', 'sham_sign', 'sham_sign_visit', 'sham_judgement'] loop
    execute format('alter table %I enable row level security', each);
    execute format('alter table %I force row level security', each);
    execute format('create policy recorder_all on %I to jiedui_recorder using (true) with check (true)', each);
    execute format('create policy reader_all on %I for select to jiedui_reader using (true)', each);
    execute format('create policy owner_all on %I to jiedui_owner using (true) with check (true)', each);
  end loop;
  foreach each in array array['recorded_visit', 'sham_sign', 'sham_judgement'] loop
    execute format('create policy app_area on %I to jiedui_app using (area_code >= app_area_from() and area_code < app_area_to()) with check (area_code >= app_area_from() and area_code < app_area_to())', each);
  end loop;
end $$;
create policy app_sign on sham_sign_visit for select to jiedui_app using (exists (select 1 from sham_sign where sham_sign.id = sham_sign_visit.sign_id));
`;

const GRANTS = `
grant select, insert on recorded_visit, sham_sign, sham_sign_visit to jiedui_recorder;
grant update (voided) on recorded_visit to jiedui_recorder;
grant update (withdrawn_at) on sham_sign to jiedui_recorder;
grant select, update on sham_progress to jiedui_recorder;
grant select on recorded_visit, sham_sign, sham_sign_visit to jiedui_app;
grant update (judgement, judged_at) on sham_sign to jiedui_app;
grant select, insert on sham_judgement to jiedui_app;
grant select on recorded_visit, sham_sign, sham_sign_visit, sham_judgement to jiedui_reader;
revoke execute on function visit_diary, alike_visits, visit_photographs, visits_sharing_photograph from public;
grant execute on function alike_visits, visit_photographs, visits_sharing_photograph to jiedui_recorder;
`;
