import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * The row of commands in the order in which they were written. `recorded_at` does not give it: that is the case's own
 * clock, which is older than the row when recording had to wait, and lies ahead in a rehearsal.
 */
export class WrittenCommands1764000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of WRITTEN) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("records are never taken back by a migration; restore a backup instead");
  }
}

/** In two steps, so that rows that are there are neither written anew nor taken for new ones. */
const WRITTEN = [
  "alter table case_command add column written_at timestamptz",
  "alter table case_command alter column written_at set default clock_timestamp()",
  "create index case_command_written on case_command (written_at, case_id)",
  "drop index case_command_recent",
];
