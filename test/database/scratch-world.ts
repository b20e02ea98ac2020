import { randomUUID } from "node:crypto";
import { createDataSource, runMigrations, scopeOf, seedWorld, withScope, type Scope } from "@jiedui/database";
import { createWorldDatabase, dropDatabase, testStack, type WorldUrls } from "@jiedui/infra";
import type { DataSource, EntityManager } from "typeorm";

/** A world's database alone, without engine or api: migrated and seeded, one connection pool a role. */
export class ScratchWorld {
  private constructor(
    readonly database: string,
    readonly urls: WorldUrls,
    readonly owner: DataSource,
    readonly app: DataSource,
    readonly recorder: DataSource,
  ) {}

  static async open(): Promise<ScratchWorld> {
    const database = `scratch_${randomUUID().replaceAll("-", "")}`;
    const urls = await createWorldDatabase(testStack(), { database });
    await runMigrations(urls.owner);
    await seedWorld(urls.owner, { madeUpProgrammes: true });
    const as = (url: string) => createDataSource(url, { poolSize: 2, applicationName: "test" }).initialize();
    return new ScratchWorld(
      database,
      urls,
      await as(urls.owner),
      await as(urls.app),
      await as(urls.recorder),
    );
  }

  /** Runs as the api does for an account of that role. */
  as<Answer>(
    account: Partial<Parameters<typeof scopeOf>[0]>,
    work: (manager: EntityManager) => Promise<Answer>,
  ): Promise<Answer> {
    const scope: Scope = scopeOf({
      role: "auditor",
      areaCode: null,
      helperIds: [],
      unitIds: [],
      ...account,
    });
    return withScope(this.app, scope, work);
  }

  async close(): Promise<void> {
    for (const pool of [this.owner, this.app, this.recorder]) await pool.destroy();
    await dropDatabase(testStack(), this.database);
  }
}
