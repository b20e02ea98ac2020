import { addDays, type Day } from "@jiedui/domain";
import { openPairing, recordVisit } from "../support/county";
import { notFound } from "../support/refused";
import { COUNTY, OTHER_COUNTY, TestWorld } from "../support/world";

type Shown = { lastVisitOn: string | null; obligations: { dueOn: Day }[] };
type Listed = { items: { caseId: string; lastVisitOn: string | null }[] };

describe("a past day", () => {
  let world: TestWorld;
  beforeAll(async () => (world = await TestWorld.open()), 60_000);
  afterAll(() => world.close());

  it("shows list, case, obligations and timeline as they were known then, whatever was entered for it later", async () => {
    const clerk = await world.clerk();
    const { caseId } = await openPairing(world);
    const signedOn = await world.today();
    await world.advanceDays(20);
    const visitedOn = addDays(signedOn, 10);
    expect(await recordVisit(clerk, caseId, visitedOn)).toBe(200);
    const recordedOn = await world.today();

    for (const [asOf, lastVisitOn, events] of [
      [signedOn, null, 1],
      [addDays(recordedOn, -1), null, 1],
      [recordedOn, visitedOn, 2],
    ] as const) {
      const { body } = await clerk.get<Shown>(`/api/pairings/${caseId}?asOf=${asOf}`);
      expect([asOf, body.lastVisitOn]).toEqual([asOf, lastVisitOn]);
      const timeline = await clerk.get<{ items: unknown[] }>(`/api/pairings/${caseId}/timeline?asOf=${asOf}`);
      expect([asOf, timeline.body.items.length]).toEqual([asOf, events]);
      const owed = await clerk.get<{ items: unknown[] }>(`/api/pairings/${caseId}/obligations?asOf=${asOf}`);
      expect(owed.body.items).toHaveLength(body.obligations.length);
      const list = await clerk.get<Listed>(`/api/pairings?asOf=${asOf}&area=${COUNTY}`);
      expect(list.body.items).toMatchObject([{ caseId, lastVisitOn }]);
    }
    const before = await clerk.get<Listed>(`/api/pairings?asOf=${addDays(signedOn, -1)}`);
    expect(before.body.items).toEqual([]);
  });

  it("that came before the record is told apart from what is unknown, but only to whom it may be shown", async () => {
    const clerk = await world.clerk();
    const { caseId } = await openPairing(world);
    const asOf = addDays(await world.today(), -1);
    for (const path of ["", "/timeline", "/obligations"])
      expect(await clerk.get(`/api/pairings/${caseId}${path}?asOf=${asOf}`)).toMatchObject({
        status: 404,
        body: { code: "NOT_RECORDED_YET", facts: { what: "pairing", asOf } },
      });
    const stranger = await world.as("county-office", OTHER_COUNTY);
    expect(await stranger.get(`/api/pairings/${caseId}?asOf=${asOf}`)).toMatchObject(
      notFound({ what: "pairing" }),
    );
  });

  it("that has not come yet is refused, and today is named", async () => {
    const clerk = await world.clerk();
    const { caseId } = await openPairing(world);
    const today = await world.today();
    const asOf = addDays(today, 1);
    const ofPairing = `/api/pairings/${caseId}`;
    for (const path of ["/api/pairings", "/api/obligations", ofPairing, `${ofPairing}/timeline`]) {
      expect(await clerk.get(`${path}?asOf=${asOf}`)).toMatchObject({
        status: 400,
        body: { code: "AS_OF_IN_FUTURE", facts: { asOf, today } },
      });
      expect((await clerk.get(`${path}?asOf=${today}`)).status).toBe(200);
    }
  });
});
