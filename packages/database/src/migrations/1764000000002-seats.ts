import type { MigrationInterface, QueryRunner } from "typeorm";

/** Who holds a seat on a day. Run as the owner, so that an empty seat is empty for everybody alike. */
export class Seats1764000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [HOLDERS, SEATS_OF, NAMES, AREA, GRANTS]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("records are never taken back by a migration; restore a backup instead");
  }
}

const HOLDERS = `
create index account_by_helper on account (helper_id);
create index account_by_office on account (role, area_code) where role in ('administrator', 'county-office', 'township-office');

-- Every seat that an account holds by what it is.
create function office_seat(p_role text, p_area text) returns text language sql immutable parallel safe as $$
  select case p_role when 'county-office' then 'county-office:' || left(p_area, 6)
                     when 'township-office' then 'township-office:' || left(p_area, 9)
                     when 'administrator' then 'administrator:all' end
$$;

create function seat_holders(p_seats text[], p_on date) returns table (seat text, account_id uuid, display_name text, deputy boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select h.seat, a.id, a.display_name, h.deputy from seat_holding h join account a on a.id = h.account_id and a.disabled_at is null
  where h.seat = any (p_seats) and h.from_day <= p_on and (h.to_day is null or h.to_day >= p_on)
  union
  select 'lead-helper:' || a.helper_id, a.id, a.display_name, false from account a join helper on helper.id = a.helper_id
  where a.helper_id = any (array(select substr(asked, 13)::uuid from unnest(p_seats) asked where asked like 'lead-helper:%'))
    and a.disabled_at is null and (helper.retired_on is null or helper.retired_on > p_on)
  union
  select office_seat(a.role, a.area_code), a.id, a.display_name, false from account a
  where a.role in ('administrator', 'county-office', 'township-office') and a.disabled_at is null
    and office_seat(a.role, a.area_code) = any (p_seats)
$$;

-- All seats that anybody holds on a day.
create function held_seats(p_on date) returns table (seat text)
language sql stable security definer set search_path = public, pg_temp as $$
  select h.seat from seat_holding h join account a on a.id = h.account_id and a.disabled_at is null
  where h.from_day <= p_on and (h.to_day is null or h.to_day >= p_on)
  union
  select 'lead-helper:' || a.helper_id from account a join helper on helper.id = a.helper_id
  where a.disabled_at is null and (helper.retired_on is null or helper.retired_on > p_on)
  union
  select office_seat(a.role, a.area_code) from account a
  where a.role in ('administrator', 'county-office', 'township-office') and a.disabled_at is null and office_seat(a.role, a.area_code) is not null
$$;
`;

const SEATS_OF = `
create function seats_of(p_account uuid, p_on date) returns text[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(seat), '{}') from (
    select h.seat from seat_holding h join account a on a.id = h.account_id and a.disabled_at is null
      where h.account_id = p_account and h.from_day <= p_on and (h.to_day is null or h.to_day >= p_on)
    union
    select 'lead-helper:' || a.helper_id from account a join helper on helper.id = a.helper_id
      where a.id = p_account and a.disabled_at is null and (helper.retired_on is null or helper.retired_on > p_on)
    union
    select office_seat(a.role, a.area_code) from account a where a.id = p_account and a.disabled_at is null
  ) as held where seat is not null
$$;
`;

/** The unit or the area that a seat belongs to; a lead helper's own name. */
const NAMES = `
create function seat_names(p_seats text[]) returns table (seat text, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select asked, coalesce(case split_part(asked, ':', 1)
    when 'lead-helper' then (select helper.name from helper where id = split_part(asked, ':', 2)::uuid)
    when 'unit-head' then (select organisation.name from organisation where id = split_part(asked, ':', 2)::uuid)
    when 'township-office' then (select area.name from area where code = split_part(asked, ':', 2) || '000')
    when 'county-office' then (select area.name from area where code = split_part(asked, ':', 2) || '000000')
  end, '')
  from unnest(p_seats) asked
$$;
`;

/** Where a seat belongs; null when what it belongs to is not there, or not the asking account's to see. */
const AREA = `
create function seat_area(p_seat text) returns text language sql stable as $$
  select case split_part(p_seat, ':', 1)
    when 'lead-helper' then (select area_code from helper where id = split_part(p_seat, ':', 2)::uuid)
    when 'unit-head' then (select area_code from organisation where id = split_part(p_seat, ':', 2)::uuid)
    when 'township-office' then (select code from area where code = split_part(p_seat, ':', 2) || '000' and level = 'township')
    when 'county-office' then (select code from area where code = split_part(p_seat, ':', 2) || '000000' and level = 'county')
  end
$$;
`;

const GRANTS = `
revoke execute on function seat_holders, held_seats, seats_of, seat_names, seat_area from public;
grant execute on function seat_holders, held_seats, seats_of, seat_names, seat_area to jiedui_app, jiedui_reader;
`;
