import type { MigrationInterface, QueryRunner } from "typeorm";

/** What the engine room counts over all areas: ids and times, nothing that names anybody. */
export class EngineRoom1764000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COUNTS);
    await runner.query(GRANTS);
  }

  async down(): Promise<void> {
    throw new Error("records are never taken back by a migration; restore a backup instead");
  }
}

const COUNTS = `
create function engine_open_cases() returns table (case_id uuid, kind text, next_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.case_id, f.kind, f.next_at from case_file f where f.finished_at is null
$$;
create function engine_open_obligations() returns int
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::int from obligation where known_to is null
$$;
-- Minutes are counted on the wall clock, or on the rehearsal's where there is one.
create function engine_late_obligations(p_minutes int) returns int
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::int from obligation
  where known_to is null and next_at < coalesce((select now_at from rehearsal_clock), now()) - make_interval(mins => p_minutes)
$$;
`;

const GRANTS = `
revoke execute on function engine_open_cases, engine_open_obligations, engine_late_obligations from public;
grant execute on function engine_open_cases, engine_open_obligations, engine_late_obligations to jiedui_app, jiedui_reader;
`;
