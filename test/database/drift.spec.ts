import { runMigrations, seedWorld } from "@jiedui/database";
import { ScratchWorld } from "./scratch-world";

describe("the schema", () => {
  let world: ScratchWorld;
  beforeAll(async () => {
    world = await ScratchWorld.open();
  });
  afterAll(() => world.close());

  it("has for every column of an entity what the migrations made, and nothing else", async () => {
    const { upQueries } = await world.owner.driver.createSchemaBuilder().log();
    // Constraints and indexes stand in the migrations only; TypeORM would take them back.
    const drift = upQueries
      .map(({ query }) => query)
      .filter((query) => !/^(DROP INDEX|ALTER TABLE "\w+" DROP CONSTRAINT) /.test(query));
    expect(drift).toEqual([]);
  });

  it("has an entity for every table", async () => {
    const tables = await world.owner.query<{ name: string }[]>(
      "select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'schema_migration' order by 1",
    );
    const entities = world.owner.entityMetadatas.map(({ tableName }) => tableName).sort();
    expect(entities).toEqual(tables.map(({ name }) => name));
  });

  it("notices a column that an entity does not know", async () => {
    const runner = world.owner.createQueryRunner();
    try {
      await runner.query("alter table subject add column nickname text");
      const { upQueries } = await world.owner.driver.createSchemaBuilder().log();
      expect(upQueries.map(({ query }) => query)).toContain('ALTER TABLE "subject" DROP COLUMN "nickname"');
    } finally {
      await runner.query("alter table subject drop column nickname");
      await runner.release();
    }
  });

  it("is brought up and seeded again without any change", async () => {
    const count = () =>
      world.owner.query(
        "select (select count(*) from area) as areas, (select count(*) from policy) as policies",
      );
    const before: unknown = await count();
    expect(await runMigrations(world.urls.owner)).toEqual([]);
    await seedWorld(world.urls.owner);
    expect(await count()).toEqual(before);
  });

  it("refuses a policy in force whose document was changed", async () => {
    await world.owner.query(
      "update policy set document = jsonb_set(document, '{term,months}', '24') where programme_id = 'baokang'",
    );
    await expect(seedWorld(world.urls.owner)).rejects.toThrow("baokang");
  });
});

describe("what each role may do", () => {
  let world: ScratchWorld;
  beforeAll(async () => {
    world = await ScratchWorld.open();
  });
  afterAll(() => world.close());

  const denied = /permission denied/;

  it("lets nobody change the log, not even its owner", async () => {
    const change = "update case_event set type = 'x'";
    await expect(world.app.query(change)).rejects.toThrow(denied);
    await expect(world.recorder.query(change)).rejects.toThrow(denied);
    await expect(world.recorder.query("delete from case_event")).rejects.toThrow(denied);
  });

  it("lets the api write no state of a case", async () => {
    for (const table of [
      "case_file",
      "pairing",
      "obligation",
      "outbox",
      "claim",
      "claim_slot",
      "case_command",
    ]) {
      await expect(world.app.query(`delete from ${table}`)).rejects.toThrow(denied);
      await expect(world.app.query(`insert into ${table} default values`)).rejects.toThrow(denied);
    }
  });

  it("lets the recorder read neither accounts nor free text", async () => {
    await expect(world.recorder.query("select * from account")).rejects.toThrow(denied);
    await expect(world.recorder.query("select body from content")).rejects.toThrow(denied);
    await expect(world.recorder.query("select * from household_member")).rejects.toThrow(denied);
  });

  it("keeps row-level security forced on every table that tells of a person or a case", async () => {
    const open = await world.owner.query<{ name: string }[]>(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
       and not (relrowsecurity and relforcerowsecurity) order by 1`,
    );
    expect(open.map(({ name }) => name)).toEqual([
      "account",
      "area",
      "case_command",
      "claim",
      "claim_slot",
      "digest_day",
      "evidence_file",
      "inbox_seen",
      "outbox",
      "policy",
      "programme",
      "register_command",
      "rehearsal_clock",
      "schema_migration",
      "session",
      "sham_progress",
      "work_calendar",
    ]);
  });
});
