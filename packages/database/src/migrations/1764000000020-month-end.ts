import type { MigrationInterface, QueryRunner } from "typeorm";

/** What a month's end counts, kept beside the log as it grows; who has exported it; and one digest a person and day. */
export class MonthEnd1764000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      FACTS,
      KEEPING,
      BEFORE,
      LOOKUPS,
      EXPORTS,
      DIGESTS,
      GATHERING,
      ROW_LEVEL_SECURITY,
      GRANTS,
    ])
      await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("records are never taken back by a migration; restore a backup instead");
  }
}

/**
 * One row a fact, known from its record on until it was taken back. `lead_helper_id` and `unit_id` are who answered for
 * the pairing on the day of the fact; `other_helper_id` and `other_unit_id` who did before a handover, or who came for a visit.
 */
const FACTS = `
create table month_fact (
  case_id uuid not null,
  seq int not null,
  kind text not null check (kind in ('opened', 'visit', 'handover', 'lifted-out', 'relapsed', 'closed', 'reopened', 'term-end')),
  month text collate "C" not null check (month ~ '^[0-9]{4}-[0-9]{2}$'),
  happened_on date not null,
  area_code text collate "C" not null,
  lead_helper_id uuid not null,
  unit_id uuid not null,
  other_helper_id uuid,
  other_unit_id uuid,
  -- A visit that was made after the lift-out; a reopening in the time of revisits.
  is_revisit boolean not null default false,
  -- The visit's own id, by which it may be voided.
  visit_id uuid,
  -- From which month on a visit is owed how often, where the fact changes that; the last visit on paper of a case taken over.
  first_month text,
  every_months int,
  last_visit_on date,
  reason text,
  known_from timestamptz not null,
  known_to timestamptz,
  primary key (case_id, seq, kind)
);
create index month_fact_by_month on month_fact (kind, month, area_code, happened_on, case_id, seq) include (known_from, known_to, is_revisit, unit_id, lead_helper_id, other_unit_id);
create index month_fact_by_unit on month_fact (unit_id, kind, month);
create index month_fact_by_other_unit on month_fact (other_unit_id, kind, month) where other_unit_id is not null;
create index month_fact_by_lead on month_fact (lead_helper_id, kind, month);
create index month_fact_by_case on month_fact (case_id, kind, happened_on);
-- Visits that a month learned of, or lost, after it had ended: few, and the only ones by which its missed visits may still change.
create index month_fact_learned on month_fact (known_from) where kind = 'visit'
  and (known_to is not null or known_from >= ((happened_on - (extract(day from happened_on)::int - 1) + interval '1 month') at time zone 'Asia/Shanghai'));
create index month_fact_lost on month_fact (known_to) where kind = 'visit' and known_to is not null;
`;

const KEEPING = `
create function month_text(p_day date) returns text language sql immutable parallel safe as $$
  select lpad(extract(year from p_day)::int::text, 4, '0') || '-' || lpad(extract(month from p_day)::int::text, 2, '0')
$$;

create function keep_month_fact(e case_event) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  fact month_fact;
  opened month_fact;
  handover month_fact;
  rhythm month_fact;
  term_end month_fact;
begin
  if e.type = 'VisitVoided' then
    update month_fact set known_to = e.recorded_at
    where case_id = e.case_id and kind = 'visit' and visit_id = (e.data ->> 'visitId')::uuid and known_to is null;
    return;
  end if;
  if e.type in ('TermRenewed', 'RelapseConfirmed', 'LiftedOut', 'PairingClosed') then
    update month_fact set known_to = e.recorded_at where case_id = e.case_id and kind = 'term-end' and known_to is null;
  end if;

  -- What ended with a closing that was wrong is there again: the end of the term, unless the household was lifted out.
  if e.type = 'PairingReopened' then
    select * into term_end from month_fact f where f.case_id = e.case_id and f.kind = 'term-end' and f.known_to = (
      select c.known_from from month_fact c where c.case_id = e.case_id and c.kind = 'closed' and c.known_to is null)
      order by f.seq desc limit 1;
    update month_fact set known_to = e.recorded_at where case_id = e.case_id and kind = 'closed' and known_to is null;
  end if;

  fact.case_id := e.case_id;
  fact.seq := e.seq;
  fact.happened_on := e.happened_on;
  fact.known_from := e.recorded_at;
  fact.is_revisit := false;
  fact.area_code := coalesce((select area_code from case_file where case_file.case_id = e.case_id), e.data ->> 'areaCode');
  if e.type = 'PairingOpened' then
    fact.lead_helper_id := (e.data ->> 'leadHelperId')::uuid;
    fact.unit_id := (e.data ->> 'helperUnitId')::uuid;
  elsif e.type = 'HandoverAccepted' then
    fact.lead_helper_id := (e.data ->> 'toHelperId')::uuid;
    fact.unit_id := (e.data ->> 'toUnitId')::uuid;
    fact.other_helper_id := (e.data ->> 'fromHelperId')::uuid;
    fact.other_unit_id := (e.data ->> 'fromUnitId')::uuid;
  else
    select * into opened from month_fact f where f.case_id = e.case_id and f.kind = 'opened' limit 1;
    select * into handover from month_fact f
      where f.case_id = e.case_id and f.kind = 'handover' and f.happened_on <= e.happened_on order by f.seq desc limit 1;
    fact.lead_helper_id := coalesce(handover.lead_helper_id, opened.lead_helper_id);
    fact.unit_id := coalesce(handover.unit_id, opened.unit_id);
  end if;

  case e.type
    when 'PairingOpened' then
      fact.kind := 'opened';
      fact.first_month := e.data ->> 'firstVisitMonth';
      fact.every_months := (e.data ->> 'visitEveryMonths')::int;
      fact.last_visit_on := (e.data -> 'takenOver' ->> 'lastVisitOn')::date;
    when 'VisitRecorded' then
      fact.kind := 'visit';
      fact.visit_id := (e.data ->> 'visitId')::uuid;
      fact.other_helper_id := (e.data ->> 'helperId')::uuid;
      fact.is_revisit := coalesce((select f.kind = 'lifted-out' from month_fact f
        where f.case_id = e.case_id and f.kind in ('lifted-out', 'relapsed') and f.happened_on <= e.happened_on order by f.seq desc limit 1), false);
    when 'HandoverAccepted' then fact.kind := 'handover';
    when 'LiftedOut' then
      fact.kind := 'lifted-out';
      fact.first_month := e.data ->> 'firstRevisitMonth';
      fact.every_months := (e.data ->> 'revisitEveryMonths')::int;
    when 'RelapseConfirmed' then
      fact.kind := 'relapsed';
      fact.first_month := e.data ->> 'firstVisitMonth';
      fact.every_months := (e.data ->> 'visitEveryMonths')::int;
    when 'PairingClosed' then
      fact.kind := 'closed';
      fact.reason := e.data ->> 'reason';
    when 'PairingReopened' then
      select * into rhythm from month_fact f
        where f.case_id = e.case_id and f.kind in ('opened', 'lifted-out', 'relapsed', 'reopened') order by f.seq desc, f.kind limit 1;
      fact.kind := 'reopened';
      fact.first_month := e.data ->> 'firstVisitMonth';
      fact.every_months := rhythm.every_months;
      fact.is_revisit := e.data ->> 'stage' = 'revisiting';
    else null;
  end case;
  if fact.kind is not null then
    fact.month := month_text(fact.happened_on);
    insert into month_fact select fact.*;
  end if;
  -- A pairing that was lifted out on paper has no term any more: its lift-out is a fact of the day on which it was.
  if e.type = 'PairingOpened' and e.data -> 'takenOver' -> 'liftedOut' is not null then
    fact.kind := 'lifted-out';
    fact.happened_on := (e.data -> 'takenOver' -> 'liftedOut' ->> 'on')::date;
    fact.month := month_text(fact.happened_on);
    fact.last_visit_on := null;
    insert into month_fact select fact.*;
  elsif e.type in ('PairingOpened', 'TermRenewed', 'RelapseConfirmed') or term_end.case_id is not null then
    fact.kind := 'term-end';
    fact.happened_on := coalesce((e.data ->> 'termEndsOn')::date, term_end.happened_on);
    fact.month := month_text(fact.happened_on);
    fact.first_month := null;
    fact.every_months := null;
    fact.last_visit_on := null;
    insert into month_fact select fact.*;
  end if;
end $$;

create function case_event_keeps_month_fact() returns trigger language plpgsql as $$
begin
  perform keep_month_fact(new);
  return null;
end $$;
create trigger case_event_keeps_month_fact after insert on case_event for each row
  when (new.type in ('PairingOpened', 'VisitRecorded', 'VisitVoided', 'HandoverAccepted', 'LiftedOut', 'RelapseConfirmed', 'TermRenewed', 'PairingClosed', 'PairingReopened'))
  execute function case_event_keeps_month_fact();
`;

/** Cases that are running already have their facts from their log. */
const BEFORE = `
do $$
declare each case_event;
begin
  for each in select * from case_event
    where type in ('PairingOpened', 'VisitRecorded', 'VisitVoided', 'HandoverAccepted', 'LiftedOut', 'RelapseConfirmed', 'TermRenewed', 'PairingClosed', 'PairingReopened')
    order by case_id, seq loop
    perform keep_month_fact(each);
  end loop;
end $$;
`;

/** What stood late at the end of a month that is not long ago; what is open, in the order of the list; revisits; plans. */
const LOOKUPS = `
create index obligation_late_until on obligation (known_to, due_at) where kind = 'visit' and known_to > due_at;
create index obligation_open_visit on obligation (area_code, due_on, case_id, armed_by_seq) where kind = 'visit' and known_to is null;
create index obligation_revisit on obligation (due_at, case_id) where rule = 'revisit-after-lift-out';
create index obligation_plan on obligation (area_code, due_on, case_id) where kind in ('plan', 'plan-review');
create index obligation_plan_known on obligation (known_to) where kind in ('plan', 'plan-review');
create index obligation_open_visit_due on obligation (due_at) where kind = 'visit' and known_to is null;
create index obligation_visit_ended on obligation (due_at, known_to) where kind = 'visit' and known_to is not null;

-- Cases whose visits of those months were entered or voided between two instants, after the visit's own month; ids alone, for
-- whoever reads the cases themselves sees no others than before. Read as the owner, so that the few come from their own index.
create function month_changed_cases(p_after text, p_month text, p_ended timestamptz, p_until timestamptz) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct v.case_id from month_fact v
  where v.kind = 'visit' and v.month > p_after and v.month <= p_month
    and (v.known_to is not null or v.known_from >= ((v.happened_on - (extract(day from v.happened_on)::int - 1) + interval '1 month') at time zone 'Asia/Shanghai'))
    and (v.known_from > p_ended and v.known_from <= p_until or v.known_to > p_ended and v.known_to <= p_until)
$$;
`;

const EXPORTS = `
create table month_end_export (
  id bigint generated always as identity primary key,
  account_id uuid not null references account (id),
  month text not null check (month ~ '^[0-9]{4}-[0-9]{2}$'),
  -- The one list; null: all of them.
  list text,
  area_code text collate "C" not null,
  unit_id uuid,
  known_at timestamptz not null,
  rows int not null,
  exported_at timestamptz not null default world_now()
);
create trigger month_end_export_insert_only before update or delete on month_end_export for each row execute function refuse_change();
`;

const DIGESTS = `
-- A day whose digests were made, with everything that was known until then.
create table digest_day (
  day date primary key,
  until_at timestamptz not null
);

-- What an account, or the office of an area, is told of a day. Counts only.
create table digest (
  id bigint generated always as identity primary key,
  day date not null references digest_day (day),
  account_id uuid references account (id),
  office text,
  newly_due int not null,
  newly_overdue int not null,
  escalated int not null,
  repeated int not null,
  overdue int not null,
  -- Set and committed before it is sent: whoever dies in between leaves it told, and nobody tells it twice.
  begun_at timestamptz,
  sent_at timestamptz,
  attempts int not null default 0,
  next_try_at timestamptz not null default now(),
  last_error text,
  check ((account_id is null) <> (office is null)),
  unique (account_id, day),
  unique (office, day)
);
create index digest_to_send on digest (next_try_at, id) where begun_at is null;

-- What waits for the morning is gathered by one reader, what is to be sent at once by another.
drop index outbox_waiting;
create index outbox_waiting on outbox (next_try_at) where sent_at is null and target not in ('digest', 'chat');
create index outbox_for_digest on outbox (id) where sent_at is null and target in ('digest', 'chat');
`;

/**
 * Makes a day's digests, once: what was told since the one before, what comes within a week, what has become overdue,
 * of what still stands open; by the account that answers, and by the office of the area. Repeats are counted, and tell nobody
 * by themselves. Answers how many were made.
 */
const GATHERING = `
create function gather_digests(p_day date, p_at timestamptz, p_soon interval) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  since timestamptz := coalesce((select max(until_at) from digest_day), p_at - interval '1 day');
  made int;
begin
  insert into digest_day (day, until_at) values (p_day, p_at) on conflict do nothing;
  if not found then return 0; end if;
  with told as (
    update outbox set sent_at = now(), attempts = attempts + 1 where sent_at is null and target in ('digest', 'chat')
    returning case_id, message ->> 'obligationKey' as key, message ->> 'event' as event, coalesce((message ->> 'repeated')::boolean, false) as repeated
  ), of_matter as (
    select case_id, key, bool_or(event = 'VisitReminded') as reminded,
      bool_or(event = 'ObligationEscalated' and not repeated) as escalated, bool_or(event = 'ObligationEscalated' and repeated) as repeated
    from told group by case_id, key
  ), open_matter as (
    select o.area_code, o.seats, o.due_at <= p_at as overdue, o.due_at > since and o.due_at <= p_at as newly_overdue,
      o.due_at > p_at and (coalesce(m.reminded, false) or o.kind <> 'visit' and o.rung = 0 and o.due_at <= p_at + p_soon
        and (o.due_at > since + p_soon or not exists (select from obligation b where b.case_id = o.case_id and b.key = o.key and b.known_from <= since))) as newly_due,
      coalesce(m.escalated, false) as escalated, coalesce(m.repeated and not m.escalated, false) as repeated
    from obligation o left join of_matter m using (case_id, key)
    where o.known_to is null and (m.case_id is not null or o.due_at <= p_at + p_soon)
  ), held as materialized (
    select seat from held_seats(p_day)
  ), by_seat as (
    select (select chain.seat from unnest(m.seats) with ordinality as chain(seat, place) where chain.seat in (select seat from held) order by chain.place limit 1) as seat, m.*
    from open_matter m
  ), of_seat as (
    select seat, count(*) filter (where newly_due) as newly_due, count(*) filter (where newly_overdue) as newly_overdue, count(*) filter (where escalated) as escalated,
      count(*) filter (where repeated) as repeated, count(*) filter (where overdue) as overdue
    from by_seat where seat is not null group by seat
  ), of_account as (
    insert into digest (day, account_id, newly_due, newly_overdue, escalated, repeated, overdue)
    select p_day, h.account_id, sum(s.newly_due), sum(s.newly_overdue), sum(s.escalated), sum(s.repeated), sum(s.overdue)
    from of_seat s join seat_holders((select coalesce(array_agg(seat), '{}') from of_seat), p_day) h on h.seat = s.seat
    group by h.account_id having sum(s.newly_due + s.newly_overdue + s.escalated) > 0
    returning 1
  ), of_office as (
    insert into digest (day, office, newly_due, newly_overdue, escalated, repeated, overdue)
    select p_day, o.office, count(*) filter (where newly_due), count(*) filter (where newly_overdue), count(*) filter (where escalated),
      count(*) filter (where repeated), count(*) filter (where overdue)
    from open_matter cross join lateral (values ('county-office:' || left(area_code, 6)), ('township-office:' || left(area_code, 9))) as o(office)
    group by o.office having bool_or(newly_due or newly_overdue or escalated)
    returning 1
  )
  select (select count(*) from of_account) + (select count(*) from of_office) into made;
  return made;
end $$;

create function digest_of(p_account uuid, p_day date)
returns table (newly_due int, newly_overdue int, escalated int, repeated int, overdue int)
language sql stable security definer set search_path = public, pg_temp as $$
  select newly_due, newly_overdue, escalated, repeated, overdue from digest where account_id = p_account and day = p_day
$$;

create function engine_untold_digests(p_attempts int) returns int
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::int from digest where sent_at is null and attempts >= p_attempts
$$;
`;

/** Bounds of a scope are read once a statement, not once a row: whole months are counted here. */
const ROW_LEVEL_SECURITY = `
do $$
declare each text;
begin
  foreach each in array array['month_fact', 'month_end_export', 'digest'] loop
    execute format('alter table %I enable row level security', each);
    execute format('alter table %I force row level security', each);
    execute format('create policy owner_all on %I to jiedui_owner using (true) with check (true)', each);
  end loop;
  foreach each in array array['month_fact', 'month_end_export'] loop
    execute format('create policy reader_all on %I for select to jiedui_reader using (true)', each);
    execute format('create policy app_area on %I for select to jiedui_app using (area_code >= (select app_area_from()) and area_code < (select app_area_to()))', each);
  end loop;
end $$;
create policy app_unit on month_fact for select to jiedui_app using (unit_id = any ((select app_unit_ids())::uuid[]) or other_unit_id = any ((select app_unit_ids())::uuid[]) and kind = 'handover');
create policy app_own on month_fact for select to jiedui_app using (lead_helper_id = any ((select app_helper_ids())::uuid[]));
create policy app_export on month_end_export for insert to jiedui_app with check (true);
create policy recorder_all on digest to jiedui_recorder using (true) with check (true);
`;

const GRANTS = `
grant select on month_fact, month_end_export to jiedui_app, jiedui_reader;
grant insert on month_end_export to jiedui_app;
grant select on digest_day to jiedui_recorder;
grant select, update (begun_at, sent_at, attempts, next_try_at, last_error) on digest to jiedui_recorder;
revoke execute on function keep_month_fact, case_event_keeps_month_fact, month_changed_cases, gather_digests, digest_of, engine_untold_digests from public;
grant execute on function keep_month_fact, gather_digests to jiedui_recorder;
grant execute on function digest_of, engine_untold_digests, month_changed_cases to jiedui_app, jiedui_reader;
`;
