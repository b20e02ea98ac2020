import type { MigrationInterface, QueryRunner } from "typeorm";

/** What goes by itself after a while, whichever area it belongs to. */
export class Housekeeping1764000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SWEEP);
    await runner.query(GRANTS);
  }

  async down(): Promise<void> {
    throw new Error("records are never taken back by a migration; restore a backup instead");
  }
}

const SWEEP = `
create function sweep(p_unbound_content_days int) returns table (contents int, sessions int)
language sql volatile security definer set search_path = public, pg_temp as $$
  with gone as (
    delete from content where status = 'pending' and created_at < now() - make_interval(days => p_unbound_content_days) returning 1
  ), ended as (
    delete from session where expires_at < now() returning 1
  )
  select (select count(*)::int from gone), (select count(*)::int from ended)
$$;
`;

const GRANTS = `
revoke execute on function sweep from public;
grant execute on function sweep to jiedui_recorder;
`;
