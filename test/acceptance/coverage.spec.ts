import { expectBooksToBalance } from "../support/books";
import { newHelper, newHousehold, openPairing } from "../support/county";
import type { Visitor } from "../support/http";
import { moved, openWholeLife, passUntil, proposeLiftOut } from "../support/lift-out";
import { OTHER_COUNTY, TOWN, TestWorld } from "../support/world";

type Coverage = {
  households: number;
  householdsWithoutHelper: number;
  cadres: number;
  cadresWithoutHousehold: number;
};

describe("full coverage", () => {
  let world: TestWorld;
  let clerk: Visitor;
  beforeAll(async () => {
    world = await TestWorld.open();
    clerk = await world.clerk();
  }, 60_000);
  afterAll(() => world.close());

  it("shows both gaps, of the asker's own area, and closes them with a pairing", async () => {
    const subjectId = await newHousehold(clerk);
    await newHousehold(clerk, { kind: "school" });
    const helper = await newHelper(clerk);
    await newHelper(clerk, { rank: "none" });
    expect(await coverage()).toEqual({
      households: 1,
      householdsWithoutHelper: 1,
      cadres: 1,
      cadresWithoutHousehold: 1,
    });
    expect(await uncovered("subjects")).toEqual([subjectId]);
    expect(await uncovered("helpers")).toEqual([helper.id]);
    expect(await coverage(await world.as("county-office", OTHER_COUNTY))).toMatchObject({ households: 0 });
    const township = await world.as("township-office", TOWN);
    expect(await coverage(township)).toMatchObject({ householdsWithoutHelper: 1, cadres: 0 });

    const { caseId } = await openPairing(world, { subjectId, helper });
    expect(await coverage()).toEqual({
      households: 1,
      householdsWithoutHelper: 0,
      cadres: 1,
      cadresWithoutHousehold: 0,
    });
    expect([...(await uncovered("subjects")), ...(await uncovered("helpers"))]).toEqual([]);
    await moved(clerk, caseId, "request-closing", {
      reason: "opened-by-mistake",
      happenedOn: await world.today(),
    });
    const { body } = await clerk.get<{ seq: number }>(`/api/pairings/${caseId}`);
    await moved(await world.as("administrator"), caseId, "approve-closing", { basedOnSeq: body.seq });
    expect(await uncovered("subjects")).toEqual([subjectId]);
    expect(await uncovered("helpers")).toEqual([helper.id]);
    await clerk.post(`/api/helpers/${helper.id}/retire`, { retiredOn: await world.today() });
    expect(await uncovered("helpers")).toEqual([]);
    expect(await coverage()).toMatchObject({ cadres: 0 });
    await expectBooksToBalance(world, []);
  });

  it("a lift-out frees its helper, who is offered a household that nobody is paired with", async () => {
    const lifting = await openWholeLife(world);
    await proposeLiftOut(world, lifting);
    expect(await uncovered("helpers")).not.toContain(lifting.helper.id);
    await passUntil(world, lifting, "lifted-out");
    expect(await uncovered("helpers")).toContain(lifting.helper.id);
    const [waiting] = await uncovered("subjects");
    await moved(clerk, lifting.caseId, "offer-household", { offer: { subjectId: waiting } });
    await openPairing(world, { subjectId: waiting ?? "", helper: lifting.helper });
    expect(await uncovered("helpers")).not.toContain(lifting.helper.id);
    expect(await uncovered("subjects")).not.toContain(waiting);
  });

  async function coverage(who = clerk): Promise<Coverage> {
    const { status, body } = await who.get<Coverage>("/api/coverage");
    expect(status).toBe(200);
    return body;
  }

  async function uncovered(list: "subjects" | "helpers"): Promise<string[]> {
    const { body } = await clerk.get<{ items: { id: string }[] }>(`/api/${list}?uncovered=true`);
    return body.items.map(({ id }) => id);
  }
});
