import { expectBooksToBalance } from "../support/books";
import { drawnFor, lifeOf, moved, openWholeLife, passUntil, proposeLiftOut } from "../support/lift-out";
import { TestWorld } from "../support/world";

describe("the county's check", () => {
  let world: TestWorld;
  beforeAll(async () => (world = await TestWorld.open()), 60_000);
  afterAll(() => world.close());

  it("of a household that was drawn sends it back to help when it is not passed", async () => {
    const lifting = await openWholeLife(world);
    const { caseId, cadre, county } = lifting;
    await proposeLiftOut(world, lifting);
    await passUntil(world, lifting, "county-check");
    expect(await drawnFor(lifting)).toBe(true);
    const happenedOn = await world.today();
    await moved(county, caseId, "record-county-check", { passed: false, happenedOn, note: "住房有隐患" });
    expect((await lifeOf(cadre, caseId)).stage).toBe("helping");
    expect((await world.events(caseId)).at(-1)).toMatchObject({ grounds: ["check-not-passed"] });
    await expectBooksToBalance(world, [caseId]);
  }, 120_000);
});
