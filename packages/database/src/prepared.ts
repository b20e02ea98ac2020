import { createHash } from "node:crypto";
import type { PoolClient } from "pg";
import type { DataSource, EntityManager } from "typeorm";

const names = new Map<string, string>();

/**
 * Runs a statement that lies on the way of every command: PostgreSQL parses and plans it once a connection, not once a
 * call, which costs more than its execution does. For statements whose best plan is the same whatever their values are.
 * @param manager of a transaction, or of `onOneConnection`
 */
export async function runPrepared<Row extends object>(
  manager: EntityManager,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  if (manager.queryRunner === undefined) throw new Error("a prepared statement belongs to one connection");
  const connection = (await manager.queryRunner.connect()) as PoolClient;
  const { rows } = await connection.query<Row>({ name: nameOf(text), text, values: [...values] });
  return rows;
}

/** Lends one connection, without a transaction. */
export async function onOneConnection<Answer>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<Answer>,
): Promise<Answer> {
  const runner = dataSource.createQueryRunner();
  try {
    return await work(runner.manager);
  } finally {
    await runner.release();
  }
}

function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = createHash("sha256").update(text).digest("hex").slice(0, 32);
  names.set(text, name);
  return name;
}
