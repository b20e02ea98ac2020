// Slow for a unit (it brings up the real parts), and worth it: everything else stands on this.
import { Client } from "pg";
import { createWorldDatabase, ensureRoles, withAdmin } from "./database/roles";
import { stackFile, attachStack } from "./stack";
import { type TestStack, startTestStack } from "./test-stack";

describe("the local stack", () => {
  let started: TestStack;

  beforeAll(async () => {
    started = await startTestStack();
  }, 600_000);

  afterAll(() => started.dispose(), 60_000);

  async function ask<Row>(url: string, sql: string): Promise<Row[]> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(sql)).rows as Row[];
    } finally {
      await client.end();
    }
  }

  it("makes a world's database that only its roles may enter, none of them above row-level security", async () => {
    const urls = await createWorldDatabase(started.stack, { database: "entered" });
    for (const url of Object.values(urls)) await expect(ask(url, "select 1")).resolves.toHaveLength(1);
    const [own] = await ask(
      urls.app,
      "select rolsuper, rolbypassrls from pg_roles where rolname = current_user",
    );
    expect(own).toEqual({ rolsuper: false, rolbypassrls: false });
    const outsider = new URL(urls.app);
    outsider.pathname = "/temporal";
    await expect(ask(outsider.toString(), "select 1")).rejects.toThrow(/permission denied for database/);
  });

  it("refuses a second data folder on the same PostgreSQL, until the first one's mark is taken away", async () => {
    const { stack } = started;
    const other = {
      ...stack,
      adminUrl: stack.adminUrl,
      secrets: { ...stack.secrets, installation: "another" },
    };
    const urls = await createWorldDatabase(stack, { database: "marked" });
    await expect(ensureRoles(other)).rejects.toThrow(/already serves another data folder/);
    await expect(ask(urls.app, "select 1")).resolves.toHaveLength(1);
    await withAdmin(stack, (admin) => admin.query("comment on role jiedui_owner is null"));
    await ensureRoles(other);
    await expect(ensureRoles(stack)).rejects.toThrow(/already serves another data folder/);
    await ensureRoles(stack, { takesOver: true });
  });

  it("finds Chinese by trigram", async () => {
    const urls = await createWorldDatabase(started.stack, { database: "trigram" });
    await ask(urls.owner, "create extension pg_trgm");
    const [row] = await ask<{ near: number }>(
      urls.app,
      "select similarity('王小明', '王小民')::float as near",
    );
    expect(row?.near).toBeGreaterThan(0);
  });

  it("comes back after kill -9 of PostgreSQL and of Temporal, from another process's hands, with what was kept", async () => {
    const urls = await createWorldDatabase(started.stack, { database: "kept" });
    await ask(urls.owner, "create table kept as select 1 as one");
    const other = attachStack(stackFile(started.stack.dataDir));
    await other.postgres.kill9();
    expect(started.stack.pids.postgres).toBeUndefined();
    await other.postgres.start();
    await other.temporal.kill9();
    await other.temporal.start();
    expect(await ask(urls.owner, "select one from kept")).toEqual([{ one: 1 }]);
    expect(started.stack.pids.temporal).toBeDefined();
  }, 120_000);
});
