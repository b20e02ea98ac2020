import { DataSource } from "typeorm";
import { ENTITIES } from "./entities";
import { MIGRATIONS } from "./migrations";

export interface DataSourceOptionsOfOurs {
  /** Connections at most. */
  readonly poolSize: number;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName: string;
  /** After so long PostgreSQL ends a statement; absent: never. */
  readonly statementTimeoutMs?: number;
  readonly connectTimeoutMs?: number;
}

/** A pool of connections as one role; nothing is created or changed by connecting. */
export function createDataSource(url: string, options: DataSourceOptionsOfOurs): DataSource {
  const { poolSize, applicationName, statementTimeoutMs, connectTimeoutMs = 5_000 } = options;
  return new DataSource({
    type: "postgres",
    url,
    entities: ENTITIES,
    migrations: MIGRATIONS,
    migrationsTableName: "schema_migration",
    migrationsTransactionMode: "each",
    synchronize: false,
    applicationName,
    poolSize,
    connectTimeoutMS: connectTimeoutMs,
    extra: {
      ...(statementTimeoutMs === undefined
        ? {}
        : { statement_timeout: statementTimeoutMs, query_timeout: statementTimeoutMs + 200 }),
      keepAlive: true,
    },
  });
}

/** A database that a newer release, or another one, has written: this one must not touch it. */
export class UnknownMigrationsError extends Error {
  override readonly name = "UnknownMigrationsError";

  constructor(readonly migrations: readonly string[]) {
    super(`the database knows migrations that this release does not: ${migrations.join(", ")}`);
  }
}

/**
 * Brings the schema up to this release; does nothing when it is there already.
 * @throws UnknownMigrationsError
 */
export async function runMigrations(ownerUrl: string): Promise<readonly string[]> {
  const dataSource = createDataSource(ownerUrl, { poolSize: 1, applicationName: "migrations" });
  await dataSource.initialize();
  try {
    const unknown = await unknownMigrations(dataSource);
    if (unknown.length > 0) throw new UnknownMigrationsError(unknown);
    return (await dataSource.runMigrations()).map(({ name }) => name);
  } finally {
    await dataSource.destroy();
  }
}

async function unknownMigrations(dataSource: DataSource): Promise<string[]> {
  const [table] = await dataSource.query<{ exists: boolean }[]>(
    "select to_regclass('schema_migration') is not null as exists",
  );
  if (!table?.exists) return [];
  const done = await dataSource.query<{ name: string }[]>("select name from schema_migration order by id");
  const known = new Set(dataSource.migrations.map(({ name, constructor }) => name ?? constructor.name));
  return done.map(({ name }) => name).filter((name) => !known.has(name));
}
