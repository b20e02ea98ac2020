import type { MigrationInterface, QueryRunner } from "typeorm";

/** The worker sees which running cases have lost their lead helper, and nothing else of the register. */
export class LeadsGone1764000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [LOOKUP, LEADS_GONE, GRANTS]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("records are never taken back by a migration; restore a backup instead");
  }
}

const LOOKUP = `
create index helper_retired on helper (id) where retired_on is not null;
`;

const LEADS_GONE = `
create function leads_gone(p_account uuid, p_limit int) returns table (case_id uuid, helper_id uuid, retired_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.case_id, h.id, h.retired_on
  from helper h join pairing p on p.lead_helper_id = h.id and p.known_to is null and p.stage <> 'closed'
  where h.retired_on is not null and not exists (
    select 1 from case_command done where done.case_id = p.case_id and done.account_id = p_account and done.key = 'lead-gone:' || h.id)
    -- Such a case owes a successor already, and would refuse to be told.
    and not exists (select 1 from obligation o where o.case_id = p.case_id and o.known_to is null and o.rule = 'successor-proposed-in-time')
  order by h.id, p.case_id limit p_limit
$$;
`;

const GRANTS = `
revoke execute on function leads_gone from public;
grant execute on function leads_gone to jiedui_recorder;
`;
