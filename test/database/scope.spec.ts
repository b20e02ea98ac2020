import { randomUUID } from "node:crypto";
import {
  generatePairings,
  HelperView,
  InboxView,
  ObligationView,
  PairingView,
  scopeOf,
  SubjectView,
  TimelineView,
} from "@jiedui/database";
import type { EntityManager } from "typeorm";
import { ScratchWorld } from "./scratch-world";

const NOW = new Date("2026-11-20T04:00:00Z");
const PRESENT = { now: NOW, asOf: null };
const BAOKANG = "420626000000";

interface SomePairing {
  readonly caseId: string;
  readonly areaCode: string;
  readonly subjectId: string;
  readonly helperId: string;
  readonly unitId: string;
}

let world: ScratchWorld;
let here: SomePairing;
let elsewhere: SomePairing;

beforeAll(async () => {
  world = await ScratchWorld.open();
  await generatePairings(world.urls.owner, {
    pairings: 120,
    programmeId: "example",
    until: NOW,
    areas: ["420626", "620522"],
  });
  const some = async (prefix: string): Promise<SomePairing> => {
    const [row] = await world.owner.query<SomePairing[]>(
      `select case_id as "caseId", area_code as "areaCode", subject_id as "subjectId", lead_helper_id as "helperId", helper_unit_id as "unitId"
       from pairing where known_to is null and stage = 'helping' and starts_with(area_code, $1) order by case_id limit 1`,
      [prefix],
    );
    if (row === undefined) throw new Error(`nobody is helped in ${prefix}`);
    return row;
  };
  here = await some("420626");
  elsewhere = await some("620522");
}, 60_000);
afterAll(() => world.close());

const TABLES = [
  "organisation",
  "helper",
  "subject",
  "household_member",
  "case_file",
  "case_event",
  "pairing",
  "obligation",
  "content",
];

async function counts(manager: EntityManager): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const table of TABLES) {
    const [row] = await manager.query<{ count: number }[]>(`select count(*)::int as count from ${table}`);
    found[table] = row?.count ?? -1;
  }
  return found;
}

describe("without a scope", () => {
  it("the api's role sees no row", async () => {
    expect(Object.values(await counts(world.app.manager))).toEqual(TABLES.map(() => 0));
  });

  it.each(["engineer", "county-office", "helper"])(
    "a %s without area and person sees no row",
    async (role) => {
      expect(Object.values(await world.as({ role }, counts))).toEqual(TABLES.map(() => 0));
    },
  );

  it("nothing is left of a request's scope on its connection", async () => {
    await world.as({}, counts);
    expect(Object.values(await counts(world.app.manager))).toEqual(TABLES.map(() => 0));
  });
});

describe("the scope of an office", () => {
  const office = { role: "county-office", areaCode: BAOKANG };

  it("is its own area in every table", async () => {
    await world.as(office, async (manager) => {
      for (const table of TABLES.filter((each) => each !== "case_event")) {
        const [row] = await manager.query<{ seen: number; foreign: number }[]>(
          `select count(*)::int as seen, count(*) filter (where not starts_with(area_code, '420626'))::int as foreign from ${table}`,
        );
        expect({ table, foreign: row?.foreign }).toEqual({ table, foreign: 0 });
      }
      const [events] = await manager.query<{ foreign: number }[]>(
        "select count(*)::int as foreign from case_event where case_id = $1",
        [elsewhere.caseId],
      );
      expect(events?.foreign).toBe(0);
    });
  });

  it("finds its own case and not a foreign one", async () => {
    await world.as(office, async (manager) => {
      expect(await new PairingView().get(manager, here.caseId, PRESENT)).toMatchObject({
        caseId: here.caseId,
      });
      expect(await new PairingView().get(manager, elsewhere.caseId, PRESENT)).toBeUndefined();
      expect(await new SubjectView().get(manager, elsewhere.subjectId)).toBeUndefined();
      expect(await new HelperView().get(manager, elsewhere.helperId)).toBeUndefined();
      expect(await new ObligationView().ofCase(manager, elsewhere.caseId, PRESENT)).toEqual([]);
      const timeline = await new TimelineView().find(manager, elsewhere.caseId, {
        asOf: null,
        limit: 5,
      });
      expect(timeline.items).toEqual([]);
    });
  });

  it("takes no row of another area", async () => {
    const insert = `insert into organisation (id, name, kind, area_code, pinyin, initials) values ($1, 'x', 'enterprise', $2, 'x', 'x')`;
    await world.as(office, (manager) => manager.query(insert, [randomUUID(), BAOKANG]));
    await expect(
      world.as(office, (manager) => manager.query(insert, [randomUUID(), "620522000000"])),
    ).rejects.toThrow(/row-level security/);
  });
});

describe("the scope of a person", () => {
  it("of a helper is the pairings that it leads, with their subjects, logs and members", async () => {
    await world.as({ role: "helper", helperIds: [here.helperId] }, async (manager) => {
      const view = new PairingView();
      const { items: running } = await view.find(manager, { limit: 50, sort: "signed" }, PRESENT);
      const closed = await view.find(manager, { limit: 50, sort: "signed", stage: "closed" }, PRESENT);
      const items = [...running, ...closed.items];
      expect(new Set(items.map(({ leadHelper }) => leadHelper.id))).toEqual(new Set([here.helperId]));
      expect(items.map(({ caseId }) => caseId)).toContain(here.caseId);
      expect(await new SubjectView().get(manager, here.subjectId)).toBeDefined();
      expect(
        (await new TimelineView().find(manager, here.caseId, { asOf: null, limit: 5 })).items,
      ).not.toEqual([]);
      expect(await new PairingView().get(manager, elsewhere.caseId, PRESENT)).toBeUndefined();
      expect((await new SubjectView().find(manager, { limit: 50 })).items).toHaveLength(
        new Set(items.map(({ subject }) => subject.id)).size,
      );
    });
  });

  it("of a co-helper holds the pairing that it joins", async () => {
    const [row] = await world.owner.query<{ id: string }[]>(
      "select id from helper where not exists (select 1 from pairing where lead_helper_id = helper.id and case_id = $1) order by id limit 1",
      [here.caseId],
    );
    await world.owner.query("update pairing set co_helper_ids = array[$1::uuid] where case_id = $2", [
      row?.id,
      here.caseId,
    ]);
    await world.as({ role: "helper", helperIds: [row?.id ?? ""] }, async (manager) => {
      expect(await new PairingView().get(manager, here.caseId, PRESENT)).toBeDefined();
    });
  });

  it("of a unit's head is the pairings of the unit's helpers", async () => {
    await world.as(
      { role: "helper", helperIds: [elsewhere.helperId], unitIds: [here.unitId] },
      async (manager) => {
        const { items } = await new PairingView().find(manager, { limit: 200, sort: "signed" }, PRESENT);
        const ids = items.map(({ caseId }) => caseId);
        expect(ids).toEqual(expect.arrayContaining([here.caseId, elsewhere.caseId]));
        const [unit] = await world.owner.query<{ cases: number }[]>(
          "select count(*)::int as cases from pairing where known_to is null and stage <> 'closed' and (helper_unit_id = $1 or lead_helper_id = $2)",
          [here.unitId, elsewhere.helperId],
        );
        expect(ids).toHaveLength(unit?.cases ?? -1);
      },
    );
  });
});

describe("the inbox", () => {
  const inbox = new InboxView();
  const accounts = { helper: randomUUID(), head: randomUUID(), deputy: randomUUID(), town: randomUUID() };

  beforeAll(async () => {
    const add = (id: string, role: string, helperId: string | null, areaCode: string | null) =>
      world.owner.query(
        `insert into account (id, login, display_name, password_hash, role, helper_id, area_code, created_at) values ($1, $2, $2, '', $3, $4, $5, '2026-01-01')`,
        [id, id.slice(0, 8), role, helperId, areaCode],
      );
    await add(accounts.helper, "helper", here.helperId, null);
    await add(accounts.head, "helper", null, null);
    await add(accounts.deputy, "helper", null, null);
    await add(accounts.town, "township-office", null, `${here.areaCode.slice(0, 9)}000`);
  });

  const hold = (accountId: string, deputy: boolean, toDay: string | null = null) =>
    world.owner.query(
      "insert into seat_holding (id, seat, area_code, account_id, from_day, to_day, deputy) values ($1, $2, $6, $3, '2026-01-01', $4, $5)",
      [randomUUID(), `unit-head:${here.unitId}`, accountId, toDay, deputy, here.areaCode],
    );
  const inboxOf = async (
    accountId: string,
  ): Promise<{ key: string; deputy: boolean; emptySeats: string[] }[]> => {
    const scope =
      accountId === accounts.town
        ? { role: "township-office", areaCode: `${here.areaCode.slice(0, 9)}000` }
        : {
            role: "helper",
            helperIds: [here.helperId],
            unitIds: accountId === accounts.helper ? [] : [here.unitId],
          };
    const { items } = await world.as(scope, (manager) => inbox.find(manager, accountId, NOW, { limit: 200 }));
    return items
      .filter(({ caseId }) => caseId === here.caseId)
      .map(({ key, deputy, emptySeats }) => ({ key, deputy, emptySeats }));
  };
  const owedAtRung = (rung: number) =>
    world.owner.query(
      `update obligation set rung = $2, seats = (array['lead-helper:' || $3, 'unit-head:' || $4, 'township-office:' || left(area_code, 9), 'county-office:' || left(area_code, 6), 'administrator:all'])[$2 + 1 :]
       where case_id = $1 and known_to is null`,
      [here.caseId, rung, here.helperId, here.unitId],
    );

  it("shows a matter to whoever holds its seat", async () => {
    await owedAtRung(0);
    expect(await inboxOf(accounts.helper)).toHaveLength(1);
    expect(await inboxOf(accounts.town)).toEqual([]);
  });

  it("lets a matter fall to the next seat that somebody holds, and says which are empty", async () => {
    await owedAtRung(1);
    expect(await inboxOf(accounts.helper)).toEqual([]);
    expect(await inboxOf(accounts.town)).toMatchObject([{ emptySeats: [`unit-head:${here.unitId}`] }]);
    await hold(accounts.head, false);
    await hold(accounts.deputy, true);
    expect(await inboxOf(accounts.head)).toMatchObject([{ deputy: false, emptySeats: [] }]);
    expect(await inboxOf(accounts.deputy)).toMatchObject([{ deputy: true }]);
    expect(await inboxOf(accounts.town)).toEqual([]);
  });

  it("takes a matter from whoever holds the seat no longer", async () => {
    await world.owner.query("update seat_holding set to_day = '2026-11-19' where account_id = any ($1)", [
      [accounts.head, accounts.deputy],
    ]);
    expect(await inboxOf(accounts.head)).toEqual([]);
    expect(await inboxOf(accounts.town)).toHaveLength(1);
  });

  it("empties the seat of a helper who has retired", async () => {
    await owedAtRung(0);
    await world.owner.query("update helper set retired_on = '2026-11-01' where id = $1", [here.helperId]);
    expect(await inboxOf(accounts.helper)).toEqual([]);
    expect(await inboxOf(accounts.town)).toMatchObject([
      { emptySeats: [`lead-helper:${here.helperId}`, `unit-head:${here.unitId}`] },
    ]);
  });

  it("counts what it shows, as far as it is due within a week", async () => {
    await world.owner.query("update obligation set due_at = $2 where case_id = $1 and known_to is null", [
      here.caseId,
      NOW,
    ]);
    const scope = { role: "township-office", areaCode: `${here.areaCode.slice(0, 9)}000` };
    const [shown, counted] = await world.as(scope, async (manager) => [
      await inbox.find(manager, accounts.town, NOW, { limit: 200 }),
      await inbox.count(manager, accounts.town, NOW),
    ]);
    const soon = shown.items.filter(({ dueAt }) => Date.parse(dueAt) <= NOW.getTime() + 7 * 86_400_000);
    expect(counted).toBe(soon.length);
    expect(counted).toBeGreaterThan(0);
  });
});

describe("scopeOf", () => {
  it("is the range of codes that lie in an area", () => {
    expect(
      scopeOf({ role: "township-office", areaCode: "420626100000", helperIds: [], unitIds: [] }),
    ).toMatchObject({
      areaFrom: "420626100000",
      areaTo: "420626100~",
    });
  });
});
