import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Whoever holds a seat sees its matters, with the names that belong to them; whoever has retired sees nothing more. Who
 * held a seat on a past day stays as it was.
 */
export class SeatsSeen1764000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [WORLD_NOW, WITHDRAWN, IN_SERVICE, HOLDERS, OWN, POLICIES, NAMES, GRANTS])
      await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("records are never taken back by a migration; restore a backup instead");
  }
}

/** Days of accounts are compared with days of the world, so they are written by its clock. */
const WORLD_NOW = `
create function world_now() returns timestamptz language sql stable as $$
  select greatest(now(), (select now_at from rehearsal_clock))
$$;
create function day_at(p_at timestamptz) returns date language sql immutable parallel safe as $$
  select (p_at at time zone 'Asia/Shanghai')::date
$$;
alter table account alter column created_at set default world_now();
`;

/** A holding that is ended before it begins never comes into force, and does not stand in the way of another. */
const WITHDRAWN = `
alter table seat_holding add column withdrawn_at timestamptz;
alter table seat_holding drop constraint seat_holding_seat_account_id_daterange_excl;
alter table seat_holding add constraint one_holding_at_a_time
  exclude using gist (seat with =, account_id with =, daterange(from_day, to_day, '[]') with &&) where (withdrawn_at is null);
`;

const IN_SERVICE = `
-- Made by that day, not yet out of use then, and of nobody who had retired.
create function accounts_in_service(p_on date) returns setof account language sql stable as $$
  select a.* from account a left join helper on helper.id = a.helper_id
  where day_at(a.created_at) <= p_on and (a.disabled_at is null or day_at(a.disabled_at) > p_on)
    and (helper.retired_on is null or helper.retired_on > p_on)
$$;
create function holdings_in_force(p_on date) returns setof seat_holding language sql stable as $$
  select h.* from seat_holding h
  where h.withdrawn_at is null and h.from_day <= p_on and (h.to_day is null or h.to_day >= p_on)
$$;
`;

const HOLDERS = `
create or replace function seat_holders(p_seats text[], p_on date) returns table (seat text, account_id uuid, display_name text, deputy boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select h.seat, a.id, a.display_name, h.deputy from holdings_in_force(p_on) h join accounts_in_service(p_on) a on a.id = h.account_id
  where h.seat = any (p_seats)
  union
  select 'lead-helper:' || a.helper_id, a.id, a.display_name, false from accounts_in_service(p_on) a
  where a.helper_id = any (array(select substr(asked, 13)::uuid from unnest(p_seats) asked where asked like 'lead-helper:%'))
  union
  select office_seat(a.role, a.area_code), a.id, a.display_name, false from accounts_in_service(p_on) a
  where a.role in ('administrator', 'county-office', 'township-office') and office_seat(a.role, a.area_code) = any (p_seats)
$$;

create or replace function held_seats(p_on date) returns table (seat text)
language sql stable security definer set search_path = public, pg_temp as $$
  select h.seat from holdings_in_force(p_on) h join accounts_in_service(p_on) a on a.id = h.account_id
  union
  select 'lead-helper:' || a.helper_id from accounts_in_service(p_on) a where a.helper_id is not null
  union
  select office_seat(a.role, a.area_code) from accounts_in_service(p_on) a
  where a.role in ('administrator', 'county-office', 'township-office') and office_seat(a.role, a.area_code) is not null
$$;

-- Asked with every request: in this language PostgreSQL plans it once a connection.
create or replace function seats_of(p_account uuid, p_on date) returns text[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (
    select coalesce(array_agg(held.seat), '{}') from accounts_in_service(p_on) a cross join lateral (
      select h.seat from holdings_in_force(p_on) h where h.account_id = a.id
      union
      select 'lead-helper:' || a.helper_id where a.helper_id is not null
      union
      select office_seat(a.role, a.area_code)
    ) held where a.id = p_account and held.seat is not null);
end $$;
`;

/**
 * `app.helper_ids` are the helpers whose seat the account holds, its own among them. What hangs on their cases, or on
 * those of a unit that it heads, is listed once a statement; for all others the lists are empty and cost nothing.
 */
const OWN = `
create function app_helper_ids() returns uuid[] language sql stable parallel safe as $$ select coalesce(nullif(current_setting('app.helper_ids', true), ''), '{}')::uuid[] $$;

create function app_own_pairings() returns setof pairing
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if app_helper_ids() <> '{}' or app_unit_ids() <> '{}' then
    return query select * from pairing
    where known_to is null and (lead_helper_id = any (app_helper_ids()) or helper_unit_id = any (app_unit_ids())
      or (co_helper_ids <> '{}' and co_helper_ids && app_helper_ids()));
  end if;
end $$;
create function app_own_helpers() returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if app_helper_ids() <> '{}' or app_unit_ids() <> '{}' then
    return query select unnest(app_helper_ids()) union select unnest(p.co_helper_ids || p.lead_helper_id) from app_own_pairings() p;
  end if;
end $$;
create function app_own_units() returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if app_helper_ids() <> '{}' or app_unit_ids() <> '{}' then
    return query select unnest(app_unit_ids()) union select p.helper_unit_id from app_own_pairings() p
    union select helper.unit_id from helper where helper.id = any (array(select app_own_helpers()));
  end if;
end $$;
`;

const POLICIES = `
drop policy app_own on pairing;
drop policy app_own on obligation;
drop policy app_own on case_file;
drop policy app_case_subject on subject;
drop policy app_case_member on household_member;
drop policy app_self on helper;
drop policy app_case_unit on organisation;
drop function app_own_cases(), app_own_subjects(), app_own_unit(), app_helper_id();

create policy app_own on pairing for select to jiedui_app using (
  lead_helper_id = any (app_helper_ids()) or (co_helper_ids <> '{}' and co_helper_ids && app_helper_ids()));
create policy app_own on obligation for select to jiedui_app using (
  lead_helper_id = any (app_helper_ids()) or (co_helper_ids <> '{}' and co_helper_ids && app_helper_ids()));
create policy app_own on case_file for select to jiedui_app using (case_id = any (array(select own.case_id from app_own_pairings() own)));
create policy app_case_subject on subject for select to jiedui_app using (id = any (array(select own.subject_id from app_own_pairings() own)));
create policy app_case_member on household_member for select to jiedui_app using (subject_id = any (array(select own.subject_id from app_own_pairings() own)));
create policy app_case_helper on helper for select to jiedui_app using (id = any (array(select app_own_helpers())));
create policy app_case_unit on organisation for select to jiedui_app using (id = any (array(select app_own_units())));
`;

/** For cases that the reader sees: a township's lead helpers mostly come from units of the county. */
const NAMES = `
create function helper_and_unit_names(p_ids uuid[]) returns table (id uuid, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select helper.id, helper.name from helper where helper.id = any (p_ids)
  union all select organisation.id, organisation.name from organisation where organisation.id = any (p_ids)
$$;
`;

const GRANTS = `
revoke execute on function accounts_in_service, holdings_in_force, app_own_pairings, app_own_helpers, app_own_units, helper_and_unit_names from public;
grant execute on function app_own_pairings, app_own_helpers, app_own_units, helper_and_unit_names to jiedui_app;
`;
