import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * A helper names the own deputy. Helpers see neither accounts nor seats, so these run as the owner, each for one helper
 * whose seat the asking account holds.
 */
export class OwnDeputies1764000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [REASON, COLLEAGUES, NAME, LIST, END, GRANTS]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("records are never taken back by a migration; restore a backup instead");
  }
}

const REASON = `alter table seat_holding add column away_reason text;`;

/** Of the same unit, in service, and able to sign in. */
const COLLEAGUES = `
create function colleagues_of(p_helper uuid, p_on date) returns table (helper_id uuid, name text, account_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select other.id, other.name, a.id
  from helper me join helper other on other.unit_id = me.unit_id and other.id <> me.id
    join lateral (select id from accounts_in_service(p_on) where helper_id = other.id order by created_at limit 1) a on true
  where me.id = p_helper and me.id = any (app_helper_ids()) and (other.retired_on is null or other.retired_on > p_on)
  order by other.initials, other.id
$$;
`;

const NAME = `
create function name_own_deputy(p_id uuid, p_helper uuid, p_deputy uuid, p_from date, p_to date, p_reason text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_account uuid;
begin
  select account_id into v_account from colleagues_of(p_helper, p_from) where helper_id = p_deputy;
  if v_account is null then return false; end if;
  insert into seat_holding (id, seat, area_code, account_id, from_day, to_day, deputy, away_reason)
  values (p_id, 'lead-helper:' || p_helper, seat_area('lead-helper:' || p_helper), v_account, p_from, p_to, true, p_reason);
  return true;
end $$;
`;

const LIST = `
create function own_deputies(p_helper uuid, p_on date)
returns table (id uuid, name text, from_day date, to_day date, away_reason text)
language sql stable security definer set search_path = public, pg_temp as $$
  select h.id, a.display_name, h.from_day, h.to_day, h.away_reason
  from seat_holding h join account a on a.id = h.account_id
  where h.seat = 'lead-helper:' || p_helper and p_helper = any (app_helper_ids()) and h.deputy and h.withdrawn_at is null
    and (h.to_day is null or h.to_day >= p_on - 366)
  order by h.from_day desc, h.id
$$;
`;

/** As an office ends a holding: with that day, or taken back where it has not begun. */
const END = `
create function end_own_deputy(p_id uuid, p_helper uuid, p_last date) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update seat_holding set to_day = case when from_day <= p_last then p_last else to_day end,
    withdrawn_at = case when from_day > p_last then world_now() end
  where id = p_id and seat = 'lead-helper:' || p_helper and p_helper = any (app_helper_ids()) and deputy
    and withdrawn_at is null and (to_day is null or to_day >= p_last);
  return found;
end $$;
`;

const GRANTS = `
revoke execute on function colleagues_of, name_own_deputy, own_deputies, end_own_deputy from public;
grant execute on function colleagues_of, name_own_deputy, own_deputies, end_own_deputy to jiedui_app;
`;
