import type { MigrationInterface, QueryRunner } from "typeorm";

/** Notices and draws: documents over many cases, what they ask of each, and an unannounced check's secret. */
export class Notices1764000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [ERRANDS, NOTICES, DRAWS, ROW_LEVEL_SECURITY, SECRET, GRANTS])
      await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("records are never taken back by a migration; restore a backup instead");
  }
}

const ERRANDS = `
-- What a document asks of each of its cases: written with the order, sent until the case has answered.
create table errand (
  document_id uuid not null,
  round int not null,
  case_id uuid not null,
  kind text not null check (kind in ('notice', 'draw')),
  move text not null,
  request jsonb not null,
  account_id uuid not null references account (id),
  area_code text collate "C" not null,
  asked_at timestamptz not null default world_now(),
  answered_at timestamptz,
  accepted boolean,
  code text,
  facts jsonb,
  primary key (document_id, round, case_id),
  check ((answered_at is null) = (accepted is null))
);
create index errand_open on errand (asked_at, document_id, case_id) where answered_at is null;

-- Cases that stand for a notice or a draw, found without going through all that a county owes.
create index obligation_open_for_document on obligation (kind, area_code) where known_to is null and kind in ('village-notice', 'township-notice', 'county-check');
`;

const NOTICES = `
create table notice (
  id uuid primary key,
  area_code text collate "C" not null,
  purpose text not null check (purpose in ('village-notice', 'township-notice')),
  state text not null check (state in ('draft', 'beginning', 'hanging', 'concluded', 'taken-down')),
  -- Where an objection is brought: an office, its address and telephone.
  object_to text not null,
  hung_from date,
  hung_until date,
  made_by uuid not null references account (id),
  made_at timestamptz not null default world_now()
);
create index notice_newest on notice (made_at desc, id desc);
create index notice_by_area on notice (area_code, made_at desc);

create table notice_case (
  notice_id uuid not null references notice (id),
  case_id uuid not null,
  place int not null,
  area_code text collate "C" not null,
  state text not null check (state in ('listed', 'hanging', 'refused', 'struck-off', 'left', 'concluded', 'taken-down')),
  code text,
  facts jsonb,
  struck_off_reason text,
  primary key (notice_id, case_id)
);
-- A case is on one open notice at a time.
create unique index notice_case_open on notice_case (case_id) where state in ('listed', 'hanging', 'refused');

-- Who ordered what, in the order of its rounds.
create table notice_order (
  notice_id uuid not null references notice (id),
  round int not null,
  area_code text collate "C" not null,
  what text not null check (what in ('begin', 'strike-off', 'take-down', 'conclude')),
  facts jsonb not null,
  account_id uuid not null references account (id),
  ordered_at timestamptz not null default world_now(),
  primary key (notice_id, round)
);
create trigger notice_order_insert_only before update or delete on notice_order for each row execute function refuse_change();
`;

const DRAWS = `
create table lift_out_draw (
  id uuid primary key,
  area_code text collate "C" not null,
  programme_id text not null,
  policy_version int not null,
  rule jsonb not null,
  seed text not null,
  drawn_by uuid not null references account (id),
  drawn_at timestamptz not null default world_now(),
  foreign key (programme_id, policy_version) references policy (programme_id, version)
);
create index lift_out_draw_newest on lift_out_draw (drawn_at desc, id desc);

create table lift_out_draw_case (
  draw_id uuid not null references lift_out_draw (id),
  case_id uuid not null,
  area_code text collate "C" not null,
  drawn boolean not null,
  told_at timestamptz,
  code text,
  primary key (draw_id, case_id)
);
create unique index lift_out_draw_case_open on lift_out_draw_case (case_id) where told_at is null;
create trigger lift_out_draw_insert_only before update or delete on lift_out_draw for each row execute function refuse_change();
`;

const ROW_LEVEL_SECURITY = `
do $$
declare each text;
begin
  foreach each in array array['errand', 'notice', 'notice_case', 'notice_order', 'lift_out_draw', 'lift_out_draw_case'] loop
    execute format('alter table %I enable row level security', each);
    execute format('alter table %I force row level security', each);
    execute format('create policy reader_all on %I for select to jiedui_reader using (true)', each);
    execute format('create policy owner_all on %I to jiedui_owner using (true) with check (true)', each);
    execute format('create policy app_area on %I to jiedui_app using (area_code >= app_area_from() and area_code < app_area_to()) with check (area_code >= app_area_from() and area_code < app_area_to())', each);
  end loop;
end $$;
`;

/**
 * An unannounced check is the secret of those who draw and of the auditors: for a case that was drawn until its check is
 * done, for all others until the last check of that draw is, for whoever knows those that were passed by knows the rest.
 * Drawn and passed by look alike to everybody else: neither the draw, nor what is owed afterwards, nor what comes of it in
 * the log is there for them, so that no read can give it away.
 */
const SECRET = `
create function app_knows_of_draws() returns boolean language sql stable parallel safe as $$ select coalesce(current_setting('app.knows_of_draws', true), '') = 'true' $$;

-- How many of those whom a draw took have neither been checked nor left otherwise; null: there is no document of it.
create function checks_awaited_of(p_draw uuid) returns int
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*) filter (where c.drawn and c.code is null and not exists (
    select 1 from case_event told join case_event after on after.case_id = told.case_id and after.seq > told.seq
      and after.type in ('CountyCheckRecorded', 'LiftOutSentBack', 'LiftOutSetBack', 'PairingClosed')
    where told.case_id = c.case_id and told.type = 'CountyCheckDrawn' and told.data ->> 'drawId' = p_draw::text))::int
  from lift_out_draw_case c where c.draw_id = p_draw having count(*) > 0
$$;

-- The same of the draw that has passed a case by in the lift-out under way; 0 where none has.
create function checks_awaited_beside(p_case uuid) returns int
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(max(checks_awaited_of((e.data ->> 'drawId')::uuid)), 0) from case_event e
  where e.case_id = p_case and e.type = 'CountyCheckDrawn' and not (e.data ->> 'drawn')::boolean and not exists (
    select 1 from case_event after where after.case_id = p_case and after.seq > e.seq
      and after.type in ('LiftOutProposed', 'LiftOutSentBack', 'LiftOutSetBack'))
$$;

-- The first draw of a case that is a secret still.
create function secret_draw(p_case uuid) returns int
language sql stable security definer set search_path = public, pg_temp as $$
  select e.seq from case_event e
  where e.case_id = p_case and e.type = 'CountyCheckDrawn' and not exists (
    select 1 from case_event after where after.case_id = p_case and after.seq > e.seq
      and after.type in ('CountyCheckRecorded', 'LiftOutApproved'))
  and coalesce(checks_awaited_of((e.data ->> 'drawId')::uuid) > 0, not exists (
    select 1 from case_event after where after.case_id = p_case and after.seq > e.seq
      and after.type in ('LiftOutSentBack', 'LiftOutSetBack', 'PairingClosed')))
  order by e.seq limit 1
$$;
create index case_event_of_draws on case_event (case_id, seq) where type = 'CountyCheckDrawn';

create policy draw_is_secret on case_event as restrictive for select to jiedui_app using (
  type not in ('CountyCheckDrawn', 'ObligationEscalated', 'EscalationWithdrawn', 'EscalationSettled') or app_knows_of_draws()
  or (type <> 'CountyCheckDrawn' and split_part(data ->> 'obligationKey', ':', 1) not in ('county-check', 'approval'))
  or seq < coalesce(secret_draw(case_id), 2147483647));
create policy draw_is_secret on obligation as restrictive for select to jiedui_app using (
  kind not in ('county-check', 'approval') or app_knows_of_draws() or secret_draw(case_id) is null);
`;

const GRANTS = `
grant select, insert, update (answered_at, accepted, code, facts) on errand to jiedui_app;
grant select, insert, update (state, hung_from, hung_until) on notice to jiedui_app;
grant select, insert, update (state, code, facts, struck_off_reason) on notice_case to jiedui_app;
grant select, insert on notice_order, lift_out_draw to jiedui_app;
grant select, insert, update (told_at, code) on lift_out_draw_case to jiedui_app;
grant select on errand, notice, notice_case, notice_order, lift_out_draw, lift_out_draw_case to jiedui_reader;
revoke execute on function secret_draw, checks_awaited_of, checks_awaited_beside from public;
grant execute on function secret_draw, checks_awaited_beside to jiedui_app;
`;
