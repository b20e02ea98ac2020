import type { MigrationInterface, QueryRunner } from "typeorm";

/** Personal days count for those kinds of subject only that the policy names, where it names any. */
export class DaysOfKinds1764000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COMING);
  }

  async down(): Promise<void> {
    throw new Error("records are never taken back by a migration; restore a backup instead");
  }
}

const COMING = `
create or replace function coming_personal_days(p_month_days int[], p_days date[], p_account uuid, p_limit int)
returns table (case_id uuid, occasion text, happens_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  with day_of_year as (
    select * from unnest(p_month_days, p_days) as d(month_day, happens_on)
  ), coming as (
    select m.subject_id, 'birthday' as occasion, d.happens_on from day_of_year d
      join household_member m on extract(month from m.birthday) * 100 + extract(day from m.birthday) = d.month_day::numeric
      where m.birthday is not null and m.left_on is null
    union
    select m.subject_id, 'joining-day', d.happens_on from day_of_year d
      join household_member m on extract(month from m.joined_party_on) * 100 + extract(day from m.joined_party_on) = d.month_day::numeric
      where m.joined_party_on is not null and m.left_on is null
  )
  select p.case_id, c.occasion, c.happens_on
  from coming c
    join pairing p on p.subject_id = c.subject_id and p.known_to is null and p.stage in ('planning', 'helping', 'verifying', 'closing')
    join policy on policy.programme_id = p.programme_id and policy.version = p.policy_version
    join subject s on s.id = c.subject_id
  where policy.document -> 'occasions' -> 'personalDays' ? c.occasion
    and (not policy.document -> 'occasions' ? 'daysOfKinds' or policy.document -> 'occasions' -> 'daysOfKinds' ? s.kind)
    and c.happens_on <= (select min(happens_on) from day_of_year) + (policy.document -> 'occasions' ->> 'daysBefore')::int
    and not exists (select 1 from case_command done where done.case_id = p.case_id and done.account_id = p_account
      and done.key = 'personal-day:' || c.occasion || ':' || to_char(c.happens_on, 'YYYY-MM-DD'))
  order by c.happens_on, p.case_id, c.occasion
  limit p_limit
$$;
`;
