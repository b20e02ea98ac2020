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

/** Brings the schema up to this release; does nothing when it is there already. */
export async function runMigrations(ownerUrl: string): Promise<readonly string[]> {
  const dataSource = createDataSource(ownerUrl, { poolSize: 1, applicationName: "migrations" });
  await dataSource.initialize();
  try {
    return (await dataSource.runMigrations()).map(({ name }) => name);
  } finally {
    await dataSource.destroy();
  }
}
