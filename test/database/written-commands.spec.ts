import { randomUUID } from "node:crypto";
import { CaseRepository, type WrittenCommand } from "@jiedui/database";
import { ScratchWorld } from "./scratch-world";

const COMMANDS = 2_500;
const PAGE = 1_000;

describe("the row of written commands", () => {
  let world: ScratchWorld;
  const cases = new CaseRepository();
  beforeAll(async () => (world = await ScratchWorld.open()), 60_000);
  afterAll(() => world.close());

  it("is read page by page: all that were written in one instant too, none twice and none left out", async () => {
    const { manager } = world.recorder;
    const start = await cases.writtenBeforeNewest(manager, 900);
    await write({ commands: COMMANDS, recordedAt: "now()", writtenAt: "now()" });
    expect(new Set((await everyPage(start, 0)).map(({ caseId }) => caseId)).size).toBe(COMMANDS);
    expect(await everyPage(start, 0)).toHaveLength(COMMANDS);
  });

  it("puts a command where it was written, whatever the case's clock said", async () => {
    const { manager } = world.recorder;
    const end = (await everyPage(await cases.writtenBeforeNewest(manager, 900), 0)).at(-1);
    if (end === undefined) throw new Error("commands were written before");
    await write({ commands: 1, recordedAt: "now() - interval '2 hours'", writtenAt: "default" });
    await write({ commands: 1, recordedAt: "now() + interval '3 years'", writtenAt: "default" });
    expect(await everyPage(end, 0)).toHaveLength(2);
    expect(await everyPage(end, 60)).toEqual([]);
  });

  async function everyPage(
    from: { writtenAt: string; caseId: string },
    settled: number,
  ): Promise<WrittenCommand[]> {
    const found: WrittenCommand[] = [];
    for (let place = from; ;) {
      const page = await cases.writtenAfter(world.recorder.manager, place, settled, PAGE);
      found.push(...page);
      const last = page.at(-1);
      if (last === undefined) return found;
      place = last;
    }
  }

  async function write(some: { commands: number; recordedAt: string; writtenAt: string }): Promise<void> {
    const rows = Array.from(
      { length: some.commands },
      () => `('${randomUUID()}', '${randomUUID()}', 'key', '', '{}', ${some.recordedAt}, ${some.writtenAt})`,
    );
    await world.recorder.query(
      `insert into case_command (case_id, account_id, key, body_hash, answer, recorded_at, written_at) values ${rows.join(", ")}`,
    );
  }
});
