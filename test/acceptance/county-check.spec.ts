import { randomUUID } from "node:crypto";
import { expectBooksToBalance } from "../support/books";
import type { Visitor } from "../support/http";
import { lifeOf, move, moved, openWholeLife, passUntil, proposeLiftOut } from "../support/lift-out";
import { refusal } from "../support/refused";
import { TestWorld } from "../support/world";

describe("the county's unannounced check", () => {
  let world: TestWorld;
  beforeAll(async () => (world = await TestWorld.open()), 60_000);
  afterAll(() => world.close());

  it("stays a secret of those who draw until it is done; who fails it goes back to help", async () => {
    const lifting = await openWholeLife(world);
    const { caseId, cadre, township, county } = lifting;
    await proposeLiftOut(world, lifting);
    await passUntil(world, lifting, "county-check");
    const before = await lifeOf(cadre, caseId);
    await moved(county, caseId, "draw-for-check", { drawId: randomUUID(), drawn: true });
    const drawnSeq = before.seq + 1;
    for (const outsider of [cadre, township]) {
      expect((await lifeOf(outsider, caseId)).life).toEqual(before.life);
      expect(await typesSeenBy(outsider, caseId)).not.toContain("CountyCheckDrawn");
      expect(await outsider.get(`/api/pairings/${caseId}/events/${drawnSeq}`)).toMatchObject({ status: 404 });
    }
    expect(await typesSeenBy(county, caseId)).toContain("CountyCheckDrawn");
    expect(
      await move(county, caseId, "draw-for-check", { drawId: randomUUID(), drawn: false }),
    ).toMatchObject(refusal("CHECK_DRAWN_ALREADY", {}));
    const happenedOn = await world.today();
    await moved(county, caseId, "record-county-check", { passed: false, happenedOn, note: "住房有隐患" });
    expect((await lifeOf(cadre, caseId)).stage).toBe("helping");
    expect(await typesSeenBy(cadre, caseId)).toContain("CountyCheckDrawn");
    expect((await world.events(caseId)).at(-1)).toMatchObject({ grounds: ["check-not-passed"] });
    await expectBooksToBalance(world, [caseId]);
  }, 120_000);

  async function typesSeenBy(visitor: Visitor, caseId: string) {
    const { body } = await visitor.get<{ items: { type: string }[] }>(
      `/api/pairings/${caseId}/timeline?limit=200`,
    );
    return body.items.map(({ type }) => type);
  }
});
