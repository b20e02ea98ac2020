import { randomUUID } from "node:crypto";
import {
  AccountRepository,
  answeringFor,
  generatePairings,
  HelperRepository,
  HelperView,
  InboxView,
  PairingView,
  scopeOf,
  SeatRepository,
  TimelineView,
  withScope,
  type InboxRow,
} from "@jiedui/database";
import type { EntityManager } from "typeorm";
import { ScratchWorld } from "./scratch-world";

const NOW = new Date("2026-11-20T04:00:00Z");
const PRESENT = { now: NOW, asOf: null };
const BEGINNING = "2026-01-01";

interface SomePairing {
  readonly caseId: string;
  readonly townCode: string;
  readonly helperId: string;
  readonly coHelperId: string;
  readonly unitId: string;
  readonly seats: string[];
}

describe("whoever holds a seat", () => {
  let world: ScratchWorld;
  let pairing: SomePairing;
  const seats = new SeatRepository();

  beforeAll(async () => {
    world = await ScratchWorld.open();
    await world.owner.query("insert into rehearsal_clock (now_at) values ($1)", [NOW]);
    await generatePairings(world.urls.owner, {
      pairings: 60,
      programmeId: "example",
      until: NOW,
      areas: ["420626"],
    });
    await world.owner.query(
      "update pairing set co_helper_ids = array[(select id from helper where id <> lead_helper_id order by id limit 1)] where known_to is null",
    );
    const [row] = await world.owner.query<SomePairing[]>(
      `select p.case_id as "caseId", left(p.area_code, 9) || '000' as "townCode", p.lead_helper_id as "helperId", p.co_helper_ids[1] as "coHelperId",
         p.helper_unit_id as "unitId", o.seats
       from pairing p join obligation o on o.case_id = p.case_id and o.known_to is null and o.kind = 'visit'
       where p.known_to is null and p.stage = 'helping' order by p.case_id limit 1`,
    );
    if (row === undefined) throw new Error("somebody is helped");
    pairing = row;
  }, 60_000);
  afterAll(() => world.close());

  it.each([
    ["a lead helper's deputy", "helper", 0],
    ["a unit head's deputy", "helper", 1],
    ["a township office's deputy", "county-office", 2],
    ["a county office's deputy", "administrator", 3],
  ] as const)(
    "%s finds the matter in its inbox and reads the case with its names",
    async (_who, role, rung) => {
      const ladder = [
        `lead-helper:${pairing.helperId}`,
        `unit-head:${pairing.unitId}`,
        `township-office:${pairing.townCode.slice(0, 9)}`,
        `county-office:${pairing.townCode.slice(0, 6)}`,
        "administrator:all",
      ];
      await owe(rung, ladder.slice(rung));
      const deputy = await account(role, role === "helper" ? await somebodyElse() : null);
      await hold(deputy, ladder[rung] ?? "", { deputy: true });
      expect(await inboxOf(deputy)).toMatchObject([
        { deputy: true, seat: ladder[rung], leadHelper: { name: expect.stringMatching(/./) as unknown } },
      ]);
      await as(deputy, async (manager) => {
        const detail = await new PairingView().get(manager, pairing.caseId, PRESENT);
        expect(detail).toMatchObject({
          leadHelper: { name: await nameOf("helper", pairing.helperId) },
          helperUnit: { name: await nameOf("organisation", pairing.unitId) },
          coHelpers: [{ name: await nameOf("helper", pairing.coHelperId) }],
        });
        expect(await new HelperView().get(manager, pairing.helperId)).toMatchObject({
          unitName: await nameOf("organisation", pairing.unitId),
        });
        const { items } = await new TimelineView().find(manager, pairing.caseId, {
          asOf: null,
          limit: 50,
        });
        expect(items.find(({ type }) => type === "PairingOpened")?.names).toMatchObject({
          [pairing.helperId]: await nameOf("helper", pairing.helperId),
        });
      });
    },
  );

  it("as a co-helper reads who leads, and of the others nothing", async () => {
    const coHelper = await account("helper", pairing.coHelperId);
    await as(coHelper, async (manager) => {
      const detail = await new PairingView().get(manager, pairing.caseId, PRESENT);
      expect(detail?.leadHelper.name).toBe(await nameOf("helper", pairing.helperId));
    });
    const stranger = await account("helper", await somebodyElse());
    await as(stranger, async (manager) => {
      expect(await new PairingView().get(manager, pairing.caseId, PRESENT)).toBeUndefined();
      expect(await new HelperView().get(manager, pairing.helperId)).toBeUndefined();
    });
  });

  it("as a township office reads the name of a lead helper who belongs to the county", async () => {
    await world.owner.query("update helper set area_code = left(area_code, 6) || '000000' where id = $1", [
      pairing.helperId,
    ]);
    await world.as({ role: "township-office", areaCode: pairing.townCode }, async (manager) => {
      expect(await new HelperView().get(manager, pairing.helperId)).toBeUndefined();
      const detail = await new PairingView().get(manager, pairing.caseId, PRESENT);
      expect(detail?.leadHelper.name).toBe(await nameOf("helper", pairing.helperId));
    });
  });

  it("marks as seen what is open and in sight, and nothing else", async () => {
    const [lead, stranger] = [
      await account("helper", pairing.helperId),
      await account("helper", await somebodyElse()),
    ];
    await owe(1, pairing.seats);
    const [row] = await world.owner.query<{ key: string }[]>(
      "select key from obligation where case_id = $1 and known_to is null and kind = 'visit'",
      [pairing.caseId],
    );
    const matter = { caseId: pairing.caseId, key: row?.key ?? "", rung: 1 };
    const mark = (who: string, seen: typeof matter) =>
      as(who, (manager) => new InboxView().markSeen(manager, who, seen));
    expect(await mark(lead, matter)).toBe(true);
    expect(await mark(lead, matter)).toBe(true);
    expect(await mark(lead, { ...matter, rung: 0 })).toBe(true);
    for (const nothing of [
      { ...matter, caseId: randomUUID() },
      { ...matter, key: "no such matter" },
      { ...matter, rung: 2 },
    ])
      expect(await mark(lead, nothing)).toBe(false);
    expect(await mark(stranger, matter)).toBe(false);
    const noted = await world.owner.query<unknown[]>(
      "select rung from inbox_seen where account_id = any ($1) order by rung",
      [[lead, stranger]],
    );
    expect(noted).toEqual([{ rung: 0 }, { rung: 1 }]);
  });

  it("has retired: sees neither the own cases nor those of seats held besides, and answers for none", async () => {
    const helperId = await somebodyElse();
    const retiring = await account("helper", helperId);
    await hold(retiring, `unit-head:${pairing.unitId}`);
    const retire = (day: string) =>
      world.as({}, (manager) => new HelperRepository().retire(manager, helperId, day));
    const scope = async () => {
      const { helperIds, unitIds } = await found(retiring);
      return { helperIds, unitIds };
    };
    expect(await scope()).toEqual({ helperIds: [helperId], unitIds: [pairing.unitId] });
    expect(await retire("2026-11-20")).toBe("2026-11-20");
    expect(await scope()).toEqual({ helperIds: [], unitIds: [] });
    expect(await holdersOn(`unit-head:${pairing.unitId}`, NOW)).not.toContain(retiring);
    expect(await holdersOn(`unit-head:${pairing.unitId}`, new Date("2026-11-19T04:00:00Z"))).toContain(
      retiring,
    );

    expect(await retire("2026-06-30")).toBe("2026-11-20");
    expect(await retire("2026-11-20")).toBe("2026-11-20");
    expect(
      await world.as({}, (manager) => new HelperRepository().retire(manager, randomUUID(), "2026-11-20")),
    ).toBe(undefined);
  });

  it("held it on a past day as the account was there on that day", async () => {
    const helperId = await somebodyElse();
    const seat = `unit-head:${pairing.unitId}`;
    const holder = await account("helper", helperId);
    await hold(holder, seat);
    await world.owner.query(
      "update account set created_at = '2026-03-10T15:59:00Z', disabled_at = '2026-10-05T16:01:00Z' where id = $1",
      [holder],
    );
    for (const [day, holds] of [
      ["2026-03-09", false],
      ["2026-03-10", true],
      ["2026-10-05", true],
      ["2026-10-06", false],
    ] as const) {
      const at = new Date(`${day}T04:00:00Z`);
      expect([day, (await holdersOn(seat, at)).includes(holder)]).toEqual([day, holds]);
      expect([day, (await holdersOn(`lead-helper:${helperId}`, at)).includes(holder)]).toEqual([day, holds]);
      const [row] = await world.app.query<{ seats: string[] }[]>("select seats_of($1, $2) as seats", [
        holder,
        day,
      ]);
      expect([day, row?.seats.includes(seat)]).toEqual([day, holds]);
    }
  });

  describe("whose holding is ended", () => {
    const TODAY = "2026-11-20";
    const seat = () => `unit-head:${pairing.unitId}`;
    const end = (id: string) => world.as({}, (manager) => seats.end(manager, id, TODAY));
    const listed = async (id: string) =>
      (await world.as({}, (manager) => seats.list(manager))).find((holding) => holding.id === id);

    it("holds it for that day still", async () => {
      const holder = await account("helper", await somebodyElse());
      for (const toDay of [null, "2026-12-31"]) {
        const id = await hold(holder, seat(), { toDay });
        expect(await end(id)).toBe(true);
        expect(await listed(id)).toMatchObject({ fromDay: BEGINNING, toDay: TODAY });
        await world.owner.query("update seat_holding set to_day = '2026-10-31' where id = $1", [id]);
        expect(await end(id)).toBe(false);
        expect(await listed(id)).toMatchObject({ toDay: "2026-10-31" });
        await world.owner.query("delete from seat_holding where id = $1", [id]);
      }
    });

    it("before it begins never holds it, and may be given it again", async () => {
      const holder = await account("helper", await somebodyElse());
      const id = await hold(holder, seat(), { fromDay: "2026-12-01" });
      const begun = new Date("2026-12-01T04:00:00Z");
      expect(await holdersOn(seat(), begun)).toContain(holder);
      expect(await end(id)).toBe(true);
      expect(await holdersOn(seat(), begun)).not.toContain(holder);
      expect(await listed(id)).toBeUndefined();
      expect(await end(id)).toBe(false);
      await hold(holder, seat(), { fromDay: "2026-12-01" });
      expect(await holdersOn(seat(), begun)).toContain(holder);
    });
  });

  /** What the case owes falls due to these seats. */
  async function owe(rung: number, chain: readonly string[]): Promise<void> {
    await world.owner.query(
      "update obligation set rung = $2, seats = $3 where case_id = $1 and known_to is null and kind = 'visit'",
      [pairing.caseId, rung, chain],
    );
  }

  async function somebodyElse(): Promise<string> {
    const id = randomUUID();
    await world.owner.query(
      `insert into helper (id, name, rank, unit_id, area_code, pinyin, initials) values ($1, '某人', 'general', $2, '420626000000', 'mouren', 'mr')`,
      [id, pairing.unitId],
    );
    return id;
  }

  async function account(role: string, helperId: string | null): Promise<string> {
    const id = randomUUID();
    await new AccountRepository().create(world.owner.manager, {
      id,
      login: id,
      displayName: role,
      passwordHash: "",
      role,
      areaCode: role === "county-office" ? `${pairing.townCode.slice(0, 6)}000000` : null,
      helperId,
      mustChangePassword: false,
    });
    await world.owner.query("update account set created_at = $2 where id = $1", [id, BEGINNING]);
    return id;
  }

  async function hold(
    accountId: string,
    seat: string,
    more: { deputy?: boolean; fromDay?: string; toDay?: string | null } = {},
  ): Promise<string> {
    const id = randomUUID();
    const holding = { id, seat, accountId, fromDay: BEGINNING, toDay: null, deputy: false, ...more };
    const outcome = await world.as({}, (manager) => seats.hold(manager, holding));
    expect(outcome).toEqual({ given: true });
    return id;
  }

  async function found(accountId: string) {
    const known = await new AccountRepository().find(world.app.manager, accountId);
    if (known === undefined) throw new Error(`there is no account ${accountId}`);
    return known;
  }

  async function as<Answer>(
    accountId: string,
    work: (manager: EntityManager) => Promise<Answer>,
  ): Promise<Answer> {
    return withScope(world.app, scopeOf(await found(accountId)), work);
  }

  async function inboxOf(accountId: string): Promise<InboxRow[]> {
    const { items } = await as(accountId, (manager) =>
      new InboxView().find(manager, accountId, NOW, { limit: 200 }),
    );
    return items.filter(({ caseId, kind }) => caseId === pairing.caseId && kind === "visit");
  }

  async function holdersOn(seat: string, at: Date): Promise<string[]> {
    const [answering] = await answeringFor(world.app.manager, [[seat]], at);
    return answering?.holders.map(({ accountId }) => accountId) ?? [];
  }

  async function nameOf(table: "helper" | "organisation", id: string): Promise<string> {
    const [row] = await world.owner.query<{ name: string }[]>(`select name from ${table} where id = $1`, [
      id,
    ]);
    return row?.name ?? "";
  }
});
