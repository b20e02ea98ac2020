import type { MigrationInterface, QueryRunner } from "typeorm";

/** Birthdays and days of joining the party: the register knows them, a case is told of the coming one only. */
export class PersonalDays1764000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [JOINED, COMING, GRANTS]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("records are never taken back by a migration; restore a backup instead");
  }
}

const JOINED = `
alter table household_member add column joined_party_on date;
create index household_member_by_birthday on household_member
  ((extract(month from birthday) * 100 + extract(day from birthday))) where birthday is not null;
create index household_member_by_joining_day on household_member
  ((extract(month from joined_party_on) * 100 + extract(day from joined_party_on))) where joined_party_on is not null;
`;

/** The recorder does not read the register: it learns which case has which day, and of nobody whose day it is. */
const COMING = `
create function coming_personal_days(p_month_days int[], p_days date[], p_account uuid, p_limit int)
returns table (case_id uuid, occasion text, happens_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  with day_of_year as (
    select * from unnest(p_month_days, p_days) as d(month_day, happens_on)
  ), coming as (
    select m.subject_id, 'birthday' as occasion, d.happens_on from day_of_year d
      join household_member m on extract(month from m.birthday) * 100 + extract(day from m.birthday) = d.month_day::numeric
      where m.birthday is not null
    union
    select m.subject_id, 'joining-day', d.happens_on from day_of_year d
      join household_member m on extract(month from m.joined_party_on) * 100 + extract(day from m.joined_party_on) = d.month_day::numeric
      where m.joined_party_on is not null
  )
  select p.case_id, c.occasion, c.happens_on
  from coming c
    join pairing p on p.subject_id = c.subject_id and p.known_to is null and p.stage in ('helping', 'verifying', 'closing')
    join policy on policy.programme_id = p.programme_id and policy.version = p.policy_version
  where policy.document -> 'occasions' -> 'personalDays' ? c.occasion
    and c.happens_on <= (select min(happens_on) from day_of_year) + (policy.document -> 'occasions' ->> 'daysBefore')::int
    and not exists (select 1 from case_command done where done.case_id = p.case_id and done.account_id = p_account
      and done.key = 'personal-day:' || c.occasion || ':' || to_char(c.happens_on, 'YYYY-MM-DD'))
  order by c.happens_on, p.case_id, c.occasion
  limit p_limit
$$;
`;

const GRANTS = `
revoke execute on function coming_personal_days from public;
grant execute on function coming_personal_days to jiedui_recorder;
`;
