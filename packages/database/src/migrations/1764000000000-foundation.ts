import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * The first schema: areas, register, accounts, policies, the cases' log with everything that `act` writes beside it,
 * row-level security, and what each role may do.
 */
export class Foundation1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [REGISTER, ACCOUNTS, POLICIES, CASES, GRANTS, ROW_LEVEL_SECURITY])
      await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("records are never taken back by a migration; restore a backup instead");
  }
}

const REGISTER = `
create table area (
  code text collate "C" primary key check (code ~ '^[0-9]{12}$'),
  name text collate "C" not null,
  full_name text not null,
  level text not null check (level in ('country','province','prefecture','county','township','village')),
  parent_code text collate "C" references area (code),
  pinyin text collate "C" not null,
  initials text collate "C" not null
);
create index area_by_parent on area (parent_code, code);
create index area_by_name on area (name);
create index area_by_pinyin on area (pinyin);
create index area_by_initials on area (initials);

create table organisation (
  id uuid primary key,
  name text collate "C" not null,
  kind text not null,
  area_code text collate "C" not null references area (code),
  pinyin text collate "C" not null,
  initials text collate "C" not null,
  created_at timestamptz not null default now(),
  unique (area_code, name)
);
create index organisation_by_name on organisation (name);
create index organisation_by_pinyin on organisation (pinyin);
create index organisation_by_initials on organisation (initials, id);

create table helper (
  id uuid primary key,
  name text collate "C" not null,
  rank text not null check (rank in ('none','general','section','county','vice-city')),
  unit_id uuid not null references organisation (id),
  area_code text collate "C" not null references area (code),
  phone text,
  retired_on date,
  pinyin text collate "C" not null,
  initials text collate "C" not null,
  created_at timestamptz not null default now()
);
create index helper_by_unit on helper (unit_id);
create index helper_by_area on helper (area_code, id);
create index helper_by_name on helper (name);
create index helper_by_pinyin on helper (pinyin);
create index helper_by_initials on helper (initials, id);

create table subject (
  id uuid primary key,
  kind text not null,
  name text collate "C" not null,
  area_code text collate "C" not null references area (code),
  address text,
  phone text,
  pinyin text collate "C" not null,
  initials text collate "C" not null,
  created_at timestamptz not null default now()
);
create index subject_by_area on subject (area_code, id);
create index subject_by_name on subject (name);
create index subject_by_pinyin on subject (pinyin);
create index subject_by_initials on subject (initials);

create table household_member (
  id uuid primary key,
  subject_id uuid not null references subject (id),
  name text not null,
  relation text not null,
  resident_id text,
  resident_id_unverified_reason text,
  birthday date,
  sex text check (sex in ('male','female')),
  area_code text collate "C" not null,
  created_at timestamptz not null default now()
);
create index household_member_by_subject on household_member (subject_id);
create unique index one_person_one_household on household_member (resident_id) where resident_id is not null;

-- Which command made a row of the register, so that the same key makes it once.
create table register_command (
  account_id uuid not null,
  key text not null,
  body_hash text not null,
  answer jsonb not null,
  recorded_at timestamptz not null default now(),
  primary key (account_id, key)
);
`;

const ACCOUNTS = `
create extension if not exists btree_gist;

create table account (
  id uuid primary key,
  login text not null unique check (login = lower(login)),
  display_name text not null,
  password_hash text not null,
  role text not null check (role in ('administrator','county-office','township-office','helper','auditor','engineer')),
  area_code text collate "C" references area (code),
  helper_id uuid references helper (id),
  unit_id uuid references organisation (id),
  must_change_password boolean not null default false,
  failed_logins int not null default 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  check (role not in ('county-office','township-office') or area_code is not null)
);

create table session (
  token_hash text primary key,
  account_id uuid not null references account (id),
  csrf_token text not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index session_by_account on session (account_id);

-- Who holds a seat, from when to when. The lead helper's own account needs no row: it holds its seat by what it is.
create table seat_holding (
  id uuid primary key,
  seat text not null,
  area_code text collate "C" not null,
  account_id uuid not null references account (id),
  from_day date not null,
  to_day date,
  deputy boolean not null default false,
  check (to_day is null or to_day >= from_day),
  exclude using gist (seat with =, account_id with =, daterange(from_day, to_day, '[]') with &&)
);
create index seat_holding_by_seat on seat_holding (seat);
create index seat_holding_by_account on seat_holding (account_id);
`;

const POLICIES = `
create table programme (
  id text primary key,
  name text not null,
  place text not null,
  area_code text collate "C",
  current_version int not null
);

create table policy (
  programme_id text not null references programme (id),
  version int not null,
  document jsonb not null,
  in_force_from date not null,
  primary key (programme_id, version)
);

create table work_calendar (
  version text primary key,
  published_years jsonb not null,
  source text not null,
  adopted_at timestamptz not null default now()
);

-- Rehearsal only: the one clock of that world.
create table rehearsal_clock (
  one boolean primary key default true check (one),
  now_at timestamptz not null
);
`;

const CASES = `
create table case_file (
  case_id uuid primary key,
  kind text not null,
  seq int not null check (seq > 0),
  stage text not null,
  area_code text collate "C" not null,
  next_at timestamptz,
  opened_at timestamptz not null,
  finished_at timestamptz
);
create index case_file_next on case_file (next_at) where finished_at is null;

create table case_event (
  case_id uuid not null references case_file (case_id) deferrable initially deferred,
  seq int not null check (seq > 0),
  type text not null,
  v int not null,
  happened_on date not null,
  recorded_at timestamptz not null,
  policy_version int not null,
  cause jsonb not null,
  data jsonb not null,
  primary key (case_id, seq)
);

create table case_command (
  case_id uuid not null,
  account_id uuid not null,
  key text not null,
  body_hash text not null,
  answer jsonb not null,
  recorded_at timestamptz not null,
  primary key (case_id, account_id, key)
);
create index case_command_recent on case_command (recorded_at);

create table claim_slot (
  resource text primary key,
  capacity int not null,
  used int not null,
  check (used >= 0 and used <= capacity)
);

create table claim (
  resource text not null references claim_slot (resource),
  case_id uuid not null,
  taken_seq int not null,
  released_seq int,
  primary key (resource, case_id, taken_seq)
);
create index claim_open on claim (resource) where released_seq is null;

create table obligation (
  id bigint generated always as identity primary key,
  case_id uuid not null,
  key text not null,
  kind text not null,
  rule text not null,
  seats text[] not null check (cardinality(seats) > 0),
  due_on date not null,
  due_at timestamptz not null,
  rung int not null,
  next_step text not null,
  next_at timestamptz not null,
  armed_by_seq int not null,
  reckoning jsonb,
  area_code text collate "C" not null,
  lead_helper_id uuid,
  helper_unit_id uuid,
  co_helper_ids uuid[] not null default '{}',
  known_from timestamptz not null,
  known_to timestamptz
);
create unique index obligation_open on obligation (case_id, key) where known_to is null;
create index obligation_open_due on obligation (due_at, case_id) where known_to is null;
create index obligation_open_next on obligation (next_at) where known_to is null;
create index obligation_open_area on obligation (area_code, due_at) where known_to is null;
create index obligation_by_case on obligation (case_id, known_from);
create index obligation_by_due on obligation (due_at, case_id);
create index obligation_by_area on obligation (area_code, due_at);
create index obligation_by_lead on obligation (lead_helper_id);
create index obligation_by_unit on obligation (helper_unit_id);
create index obligation_by_co_helper on obligation using gin (co_helper_ids) where co_helper_ids <> '{}';
-- What was overdue while it was known: few rows, so that lists as of an earlier day need not go through all that was met in time.
create index obligation_late on obligation (due_at, case_id) where known_to is null or known_to > due_at;

create table pairing (
  id bigint generated always as identity primary key,
  case_id uuid not null,
  stage text not null,
  programme_id text not null,
  policy_version int not null,
  subject_id uuid not null,
  area_code text collate "C" not null,
  lead_helper_id uuid not null,
  helper_unit_id uuid not null,
  co_helper_ids uuid[] not null default '{}',
  signed_on date not null,
  term_ends_on date not null,
  last_visit_on date,
  closed_on date,
  seq int not null,
  known_from timestamptz not null,
  known_to timestamptz
);
create unique index pairing_present on pairing (case_id) where known_to is null;
create index pairing_present_signed on pairing (signed_on, case_id) where known_to is null;
create index pairing_present_closed on pairing (signed_on, case_id) where known_to is null and stage = 'closed';
create index pairing_in_closing on pairing (known_from) where stage = 'closing';
create index pairing_by_area on pairing (area_code, signed_on, case_id);
create index pairing_by_lead on pairing (lead_helper_id);
create index pairing_by_unit on pairing (helper_unit_id);
create index pairing_by_co_helper on pairing using gin (co_helper_ids) where co_helper_ids <> '{}';
create index pairing_by_subject on pairing (subject_id);
create index pairing_by_case on pairing (case_id, known_from);

create table outbox (
  id bigint generated always as identity primary key,
  case_id uuid not null,
  seq int not null,
  n int not null,
  target text not null,
  message jsonb not null,
  created_at timestamptz not null default now(),
  attempts int not null default 0,
  next_try_at timestamptz not null default now(),
  sent_at timestamptz,
  last_error text,
  unique (case_id, seq, n)
);
create index outbox_waiting on outbox (next_try_at) where sent_at is null;

create table content (
  id uuid primary key,
  case_id uuid not null,
  owner_account_id uuid not null,
  purpose text not null,
  body jsonb,
  body_hash text not null,
  status text not null default 'pending' check (status in ('pending','bound','erased')),
  bound_seq int,
  area_code text collate "C" not null,
  created_at timestamptz not null default now(),
  erased_at timestamptz,
  erase_reason text,
  check ((status = 'bound') = (bound_seq is not null and erased_at is null)),
  check ((status = 'erased') = (body is null))
);
create index content_by_case on content (case_id);
create index content_pending on content (created_at) where status = 'pending';

create table inbox_seen (
  account_id uuid not null references account (id),
  case_id uuid not null,
  key text not null,
  rung int not null,
  seen_at timestamptz not null default now(),
  primary key (account_id, case_id, key, rung)
);

-- A log is only ever added to.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is insert-only', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger case_event_insert_only before update or delete on case_event for each row execute function refuse_change();
create trigger case_command_insert_only before update or delete on case_command for each row execute function refuse_change();

create function content_stays() returns trigger language plpgsql as $$
begin
  if old.status <> 'pending' and tg_op = 'DELETE' then
    raise exception 'content that a case refers to stays' using errcode = 'integrity_constraint_violation';
  end if;
  if tg_op = 'UPDATE' and old.status = 'bound' and new.status = 'bound' and new.body is distinct from old.body then
    raise exception 'bound content does not change' using errcode = 'integrity_constraint_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger content_stays before update or delete on content for each row execute function content_stays();
`;

/** Roles are made by `infra`; here each gets what it needs and nothing else. */
const GRANTS = `
revoke all on schema public from public;
grant usage on schema public to jiedui_app, jiedui_recorder, jiedui_reader;

grant select on area, programme, policy, work_calendar to jiedui_app, jiedui_recorder, jiedui_reader;
grant select on rehearsal_clock to jiedui_app, jiedui_recorder;

grant select, insert, update on organisation, helper, subject, household_member to jiedui_app;
grant select, insert on register_command to jiedui_app;
grant select, insert, update on account, seat_holding to jiedui_app;
grant select, insert, update, delete on session to jiedui_app;
grant select, insert on inbox_seen to jiedui_app;
grant select on case_file, case_event, case_command, obligation, pairing, outbox, claim, claim_slot to jiedui_app;
grant select, insert, delete on content to jiedui_app;

grant select on organisation, helper, subject to jiedui_recorder;
grant update (retired_on) on helper to jiedui_recorder;
grant update (area_code) on subject to jiedui_recorder;
grant select, insert, update on case_file, claim_slot, claim, obligation, pairing, outbox to jiedui_recorder;
grant select, insert on case_event, case_command to jiedui_recorder;
grant select (id, case_id, owner_account_id, purpose, status, bound_seq), update (status, bound_seq) on content to jiedui_recorder;

grant select on organisation, helper, subject, case_file, case_event, obligation, pairing, claim, claim_slot to jiedui_reader;
`;

/**
 * The api sees rows of its account's area, or of the account's own cases; with no scope set it sees nothing.
 * `app.area_from` and `app.area_to` bound the division codes; `app.helper_id` is empty for everybody but helpers;
 * `app.unit_ids` are the units whose head the account is.
 */
const ROW_LEVEL_SECURITY = `
create function app_area_from() returns text language sql stable parallel safe as $$ select coalesce(current_setting('app.area_from', true), 'x') $$;
create function app_area_to() returns text language sql stable parallel safe as $$ select coalesce(current_setting('app.area_to', true), '') $$;
create function app_helper_id() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('app.helper_id', true), '')::uuid $$;
create function app_unit_ids() returns uuid[] language sql stable parallel safe as $$ select coalesce(nullif(current_setting('app.unit_ids', true), ''), '{}')::uuid[] $$;

do $$
declare each text;
begin
  foreach each in array array['organisation','helper','subject','household_member','case_file','case_event','obligation','pairing','content','seat_holding'] loop
    execute format('alter table %I enable row level security', each);
    execute format('alter table %I force row level security', each);
    execute format('create policy recorder_all on %I to jiedui_recorder using (true) with check (true)', each);
    execute format('create policy reader_all on %I for select to jiedui_reader using (true)', each);
    execute format('create policy owner_all on %I to jiedui_owner using (true) with check (true)', each);
  end loop;
  foreach each in array array['organisation','helper','subject','household_member','obligation','pairing','content','case_file','seat_holding'] loop
    execute format('create policy app_area on %I to jiedui_app using (area_code >= app_area_from() and area_code < app_area_to()) with check (area_code >= app_area_from() and area_code < app_area_to())', each);
  end loop;
end $$;

create policy app_own on pairing for select to jiedui_app using (
  lead_helper_id = app_helper_id() or (co_helper_ids <> '{}' and co_helper_ids @> array[app_helper_id()]));
create policy app_own on obligation for select to jiedui_app using (
  lead_helper_id = app_helper_id() or (co_helper_ids <> '{}' and co_helper_ids @> array[app_helper_id()]));
create policy app_unit on pairing for select to jiedui_app using (helper_unit_id = any (app_unit_ids()));
create policy app_unit on obligation for select to jiedui_app using (helper_unit_id = any (app_unit_ids()));
create policy app_self on helper for select to jiedui_app using (id = app_helper_id());

-- What hangs on a case is seen by whoever sees the case. Each list is made once a statement, and is
-- empty for all but helpers and heads of units.
create function app_own_cases() returns uuid[] language sql stable as $$
  select coalesce(array_agg(case_id), '{}') from pairing where (app_helper_id() is not null or app_unit_ids() <> '{}') and known_to is null
$$;
create function app_own_subjects() returns uuid[] language sql stable as $$
  select coalesce(array_agg(subject_id), '{}') from pairing where (app_helper_id() is not null or app_unit_ids() <> '{}') and known_to is null
$$;
create function app_own_unit() returns uuid language sql stable as $$
  select unit_id from helper where id = app_helper_id()
$$;
create policy app_own on case_file for select to jiedui_app using (case_id = any ((select app_own_cases())::uuid[]));
create policy app_case on case_event for select to jiedui_app using (exists (select 1 from case_file where case_file.case_id = case_event.case_id));
create policy app_case_content on content to jiedui_app using (exists (select 1 from case_file where case_file.case_id = content.case_id)) with check (exists (select 1 from case_file where case_file.case_id = content.case_id));
create policy app_case_subject on subject for select to jiedui_app using (id = any ((select app_own_subjects())::uuid[]));
create policy app_case_member on household_member for select to jiedui_app using (subject_id = any ((select app_own_subjects())::uuid[]));
create policy app_case_unit on organisation for select to jiedui_app using (id = (select app_own_unit()));
`;
