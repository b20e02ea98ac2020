import { randomUUID } from "node:crypto";
import {
  AccountRepository,
  ContentRepository,
  HousekeepingRepository,
  SessionRepository,
} from "@jiedui/database";
import { ScratchWorld } from "./scratch-world";

const VILLAGE = "420626100201";

describe("what nobody will ask for again", () => {
  let world: ScratchWorld;
  const accountId = randomUUID();
  const housekeeping = new HousekeepingRepository();
  beforeAll(async () => {
    world = await ScratchWorld.open();
    await new AccountRepository().create(world.owner.manager, {
      id: accountId,
      login: "somebody",
      displayName: "某人",
      passwordHash: "x",
      role: "auditor",
      areaCode: null,
      helperId: null,
      mustChangePassword: false,
    });
  }, 60_000);
  afterAll(() => world.close());

  async function content(ageDays: number, isBound: boolean): Promise<string> {
    const id = randomUUID();
    await world.owner.transaction((manager) =>
      new ContentRepository().insertPending(manager, {
        id,
        caseId: randomUUID(),
        ownerAccountId: accountId,
        purpose: "visit",
        body: { situation: "近况" },
        bodyHash: "hash",
        areaCode: VILLAGE,
      }),
    );
    await world.owner.query(
      `update content set created_at = now() - make_interval(days => $2), status = $3, bound_seq = $4 where id = $1`,
      [id, ageDays, isBound ? "bound" : "pending", isBound ? 2 : null],
    );
    return id;
  }

  it("goes: text that no case took in seven days, and sessions that have ended; nothing else does", async () => {
    await content(8, false);
    const stays = [await content(6, false), await content(400, true), await content(0, true)];
    for (const [tokenHash, hours] of [
      ["ended", -1],
      ["in force", 1],
    ] as const)
      await new SessionRepository().create(world.owner.manager, {
        tokenHash,
        accountId,
        csrfToken: "x",
        hours,
      });

    const sweep = () => housekeeping.sweep(world.recorder.manager, 7);
    expect(await sweep()).toEqual({ contents: 1, sessions: 1 });
    expect(await sweep()).toEqual({ contents: 0, sessions: 0 });
    const left = await world.owner.query<{ id: string }[]>("select id from content");
    expect(left.map(({ id }) => id).sort()).toEqual(stays.sort());
    expect(await world.owner.query("select token_hash from session")).toEqual([{ token_hash: "in force" }]);
  });

  it("is swept by the worker's role alone", async () => {
    await expect(housekeeping.sweep(world.app.manager, 0)).rejects.toThrow(/permission denied/);
  });
});
