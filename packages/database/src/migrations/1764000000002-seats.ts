import type { MigrationInterface, QueryRunner } from "typeorm";

/** Who holds a seat on a day. Run as the owner, so that an empty seat is empty for everybody alike. */
export class Seats1764000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [HOLDERS, SEATS_OF, NAME, GRANTS]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("records are never taken back by a migration; restore a backup instead");
  }
}

const HOLDERS = `
create function seat_holders(p_seat text, p_on date) returns table (account_id uuid, display_name text, deputy boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, a.display_name, h.deputy from seat_holding h join account a on a.id = h.account_id and a.disabled_at is null
  where h.seat = p_seat and h.from_day <= p_on and (h.to_day is null or h.to_day >= p_on)
  union all
  select a.id, a.display_name, false from account a join helper on helper.id = a.helper_id
  where p_seat like 'lead-helper:%' and a.helper_id = case when p_seat like 'lead-helper:%' then substr(p_seat, 13)::uuid end
    and a.disabled_at is null and (helper.retired_on is null or helper.retired_on > p_on)
  union all
  select a.id, a.display_name, false from account a
  where a.disabled_at is null and (
    (p_seat like 'county-office:%' and a.role = 'county-office' and left(a.area_code, 6) = substr(p_seat, 15))
    or (p_seat like 'township-office:%' and a.role = 'township-office' and left(a.area_code, 9) = substr(p_seat, 17))
    or (p_seat = 'administrator:all' and a.role = 'administrator'))
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
    select case a.role when 'county-office' then 'county-office:' || left(a.area_code, 6)
                       when 'township-office' then 'township-office:' || left(a.area_code, 9)
                       when 'administrator' then 'administrator:all' end
      from account a where a.id = p_account and a.disabled_at is null and a.role in ('county-office', 'township-office', 'administrator')
  ) as held where seat is not null
$$;
`;

/** The unit or the area that a seat belongs to; a lead helper's own name. */
const NAME = `
create function seat_name(p_seat text) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(case split_part(p_seat, ':', 1)
    when 'lead-helper' then (select name from helper where id = split_part(p_seat, ':', 2)::uuid)
    when 'unit-head' then (select name from organisation where id = split_part(p_seat, ':', 2)::uuid)
    when 'township-office' then (select name from area where code = split_part(p_seat, ':', 2) || '000')
    when 'county-office' then (select name from area where code = split_part(p_seat, ':', 2) || '000000')
  end, '')
$$;
`;

const GRANTS = `
revoke execute on function seat_holders, seats_of, seat_name from public;
grant execute on function seat_holders, seats_of, seat_name to jiedui_app, jiedui_reader;
`;
