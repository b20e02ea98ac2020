import { addDays, type Day } from "@jiedui/domain";
import { newHelper, newUnit, openPairing, type OpenedPairing } from "../support/county";
import type { Answer, Visitor } from "../support/http";
import { notFound, refusal } from "../support/refused";
import { COUNTY, OTHER_COUNTY, OTHER_TOWN, TOWN, TestWorld } from "../support/world";

interface Held {
  readonly items: readonly { id: string; toDay: string | null }[];
}
interface Owed {
  readonly items: readonly { caseId: string; key: string; deputy: boolean; leadHelper: { name: string } }[];
}

describe("a seat", () => {
  let world: TestWorld;
  let clerk: Visitor;
  let pairing: OpenedPairing;
  beforeAll(async () => {
    world = await TestWorld.open();
    clerk = await world.clerk();
    pairing = await openPairing(world, { helper: await newHelper(clerk, { name: "周责任" }) });
  }, 60_000);
  afterAll(() => world.close());

  it("of a lead helper is a deputy's too: the matter is in its inbox, and it reads the case with its names", async () => {
    const { id } = await newHelper(clerk);
    const deputy = await world.as("helper", null, id);
    expect(await deputy.get(`/api/pairings/${pairing.caseId}`)).toMatchObject(notFound({ what: "pairing" }));
    expect((await give(`lead-helper:${pairing.helper.id}`, { helperId: id })).status).toBe(201);
    expect(await inboxOf(deputy)).toMatchObject([{ deputy: true, leadHelper: { name: "周责任" } }]);
    expect(await deputy.get(`/api/pairings/${pairing.caseId}`)).toMatchObject({
      status: 200,
      body: {
        leadHelper: { name: "周责任" },
        helperUnit: { name: expect.stringMatching("单位") as unknown },
      },
    });
    expect((await deputy.get(`/api/pairings/${pairing.caseId}/timeline`)).status).toBe(200);
    expect((await deputy.get(`/api/helpers/${pairing.helper.id}`)).body).toMatchObject({ name: "周责任" });
  });

  it("of a unit's head is a deputy's too, and an office need not come from the unit's area", async () => {
    const unit = `unit-head:${pairing.helper.unitId}`;
    const elsewhere = await world.as("township-office", OTHER_TOWN);
    const path = `/api/pairings/${pairing.caseId}`;
    expect((await elsewhere.get(path)).status).toBe(404);
    expect((await give(unit, { role: "township-office", areaCode: OTHER_TOWN })).status).toBe(201);
    expect((await elsewhere.get(path)).status).toBe(200);
  });

  it("of an office is for whoever sees its area: deputies of others are refused, and told why", async () => {
    const [town, county] = [`township-office:${TOWN.slice(0, 9)}`, `county-office:${COUNTY.slice(0, 6)}`];
    const { id: helperId } = await newHelper(clerk);
    for (const [seat, holder] of [
      [town, { role: "helper", helperId }],
      [county, { role: "helper", helperId }],
      [town, { role: "township-office", areaCode: OTHER_TOWN }],
      [county, { role: "township-office", areaCode: TOWN }],
      [county, { role: "county-office", areaCode: OTHER_COUNTY }],
      [county, { role: "auditor" }],
      [`unit-head:${pairing.helper.unitId}`, { role: "engineer" }],
    ] as const) {
      const { role } = holder;
      const areaCode = "areaCode" in holder ? holder.areaCode : null;
      expect(await give(seat, holder)).toMatchObject(refusal("SEAT_OUT_OF_REACH", { seat, role, areaCode }));
    }
    expect((await give(town, { role: "county-office", areaCode: COUNTY })).status).toBe(201);
    expect((await give(county, { role: "administrator" })).status).toBe(201);
  });

  it("that is ended is held for this day still, never afterwards, and never if it had not begun", async () => {
    const today = await world.today();
    const unit = `unit-head:${await newUnit(clerk)}`;
    const { id: helperId } = await newHelper(clerk);
    const running = idOf(await give(unit, { helperId }));
    expect((await clerk.post(`/api/seats/${running}/end`, {})).status).toBe(204);
    expect(await held(running)).toMatchObject({ toDay: today });
    const ahead = idOf(await give(unit, { helperId }, addDays(today, 10)));
    expect((await clerk.post(`/api/seats/${ahead}/end`, {})).status).toBe(204);
    expect(await held(ahead)).toBeUndefined();
    expect(await clerk.post(`/api/seats/${ahead}/end`, {})).toMatchObject(notFound({ what: "seat" }));
    await world.advanceDays(1);
    expect(await clerk.post(`/api/seats/${running}/end`, {})).toMatchObject(notFound({ what: "seat" }));
    expect(await held(running)).toMatchObject({ toDay: today });
  });

  it("is seen to by looking at what is open and in sight, and at nothing else", async () => {
    const lead = await world.as("helper", null, pairing.helper.id);
    const stranger = await world.as("helper", null, (await newHelper(clerk)).id);
    const [matter] = await inboxOf(lead);
    const seen = { caseId: pairing.caseId, key: matter?.key, rung: 0 };
    expect((await lead.send("post", "/api/inbox/seen", seen)).status).toBe(204);
    expect(await inboxOf(lead)).toMatchObject([{ seen: true }]);
    const nothing = notFound({ what: "obligation" });
    expect(await lead.send("post", "/api/inbox/seen", { ...seen, key: "visit:1999-01" })).toMatchObject(
      nothing,
    );
    expect(await stranger.send("post", "/api/inbox/seen", seen)).toMatchObject(nothing);
  });

  it("of a helper who retires is empty, and what stood open to it is closed to it; the day stands", async () => {
    const lead = await world.as("helper", null, pairing.helper.id);
    const today = await world.today();
    const retire = (retiredOn: Day, key?: string) =>
      clerk.post(`/api/helpers/${pairing.helper.id}/retire`, { retiredOn }, key);
    expect((await lead.get(`/api/subjects/${pairing.subjectId}`)).status).toBe(200);
    expect((await retire(today, "leaving")).status).toBe(200);
    for (const path of [`/api/pairings/${pairing.caseId}`, `/api/subjects/${pairing.subjectId}`])
      expect((await lead.get(path)).status).toBe(404);
    expect((await lead.get<{ items: unknown[] }>("/api/pairings")).body.items).toEqual([]);
    expect((await retire(today, "leaving")).status).toBe(200);
    expect((await retire(today)).status).toBe(200);
    expect(await retire(addDays(today, -30))).toMatchObject(refusal("ALREADY_RETIRED", { retiredOn: today }));
    expect((await clerk.get(`/api/helpers/${pairing.helper.id}`)).body).toMatchObject({ retiredOn: today });
  });

  /** Gives the seat to somebody's deputy, as the county's office does. */
  async function give(
    seat: string,
    holder: { role?: string; areaCode?: string; helperId?: string },
    fromDay?: Day,
  ): Promise<Answer> {
    const { role = "helper", areaCode = null, helperId = null } = holder;
    await world.as(role, areaCode, helperId);
    const [row] = await world.owner.query<{ id: string }[]>("select id from account where login = $1", [
      `${role}.${areaCode ?? "all"}.${helperId ?? "nobody"}`,
    ]);
    const today = await world.today();
    return clerk.post("/api/seats", {
      seat,
      accountId: row?.id,
      fromDay: fromDay ?? today,
      toDay: null,
      deputy: true,
    });
  }

  async function held(id: string) {
    const { body } = await clerk.get<Held>("/api/seats");
    return body.items.find((holding) => holding.id === id);
  }

  async function inboxOf(who: Visitor) {
    const { body } = await who.get<Owed>("/api/inbox");
    return body.items.filter(({ caseId }) => caseId === pairing.caseId);
  }

  function idOf({ status, body }: Answer): string {
    expect(status).toBe(201);
    return String(body["id"]);
  }
});
