import { addDays, type Day } from "@jiedui/domain";
import { expectBooksToBalance } from "../support/books";
import { newHelper, openPairing, recordVisit } from "../support/county";
import type { Visitor } from "../support/http";
import { move, moved } from "../support/lift-out";
import { notFound, refusal } from "../support/refused";
import { TestWorld } from "../support/world";

type Company = { company: { coHelpers: { id: string; from: Day; until: Day | null }[] } };

describe("co-helpers", () => {
  let world: TestWorld;
  let clerk: Visitor;
  beforeAll(async () => {
    world = await TestWorld.open();
    clerk = await world.clerk();
  }, 60_000);
  afterAll(() => world.close());

  it("of different kinds help along at once, each in a time of their own; the lead answers throughout, and history says who helped on which day", async () => {
    const { caseId, helper } = await openPairing(world);
    const signedOn = await world.today();
    await world.as("helper", null, helper.id);
    const [cadre, entrepreneur] = [
      await newHelper(clerk, { rank: "general" }),
      await newHelper(clerk, { rank: "none" }),
    ];
    const visitor = await world.as("helper", null, cadre.id);
    expect(await visitor.get(`/api/pairings/${caseId}`)).toMatchObject(notFound({ what: "pairing" }));
    await world.advanceDays(3);
    const joinedOn = addDays(signedOn, 2);
    await moved(clerk, caseId, "add-co-helper", { helperId: cadre.id, happenedOn: joinedOn });
    await moved(clerk, caseId, "add-co-helper", { helperId: entrepreneur.id, happenedOn: joinedOn });
    expect(
      await move(clerk, caseId, "add-co-helper", { helperId: cadre.id, happenedOn: joinedOn }),
    ).toMatchObject(refusal("CO_HELPER_ALREADY", { helperId: cadre.id }));
    expect(
      await move(clerk, caseId, "add-co-helper", { helperId: helper.id, happenedOn: joinedOn }),
    ).toMatchObject(refusal("LEAD_HELPER_IS_CO_HELPER", { helperId: helper.id }));
    const { body } = await visitor.get<Company & { obligations: { seat: string }[] }>(
      `/api/pairings/${caseId}`,
    );
    expect(body.company.coHelpers).toMatchObject([
      { id: cadre.id, from: joinedOn, until: null },
      { id: entrepreneur.id, from: joinedOn, until: null },
    ]);
    expect(body.obligations.map(({ seat }) => seat)).toEqual([`lead-helper:${helper.id}`]);
    expect((await visitor.get<{ items: unknown[] }>("/api/inbox")).body.items).toEqual([]);

    expect(await recordVisit(visitor, caseId, addDays(joinedOn, -1))).toBe(409);
    expect(await recordVisit(visitor, caseId, joinedOn)).toBe(200);
    await world.advanceDays(10);
    const endedOn = addDays(await world.today(), -2);
    await moved(clerk, caseId, "end-co-helper", {
      helperId: cadre.id,
      reason: "transferred",
      happenedOn: endedOn,
    });
    expect(await visitor.get(`/api/pairings/${caseId}`)).toMatchObject(notFound({ what: "pairing" }));
    const late = { helperId: cadre.id, form: { situation: "补记一次走访" } };
    expect((await move(clerk, caseId, "record-visit", { ...late, happenedOn: endedOn })).status).toBe(200);
    expect(
      await move(clerk, caseId, "record-visit", { ...late, happenedOn: addDays(endedOn, 1) }),
    ).toMatchObject(refusal("VISITOR_NOT_OF_PAIRING", { helperId: cadre.id }));
    const told = (await clerk.get<Company>(`/api/pairings/${caseId}`)).body.company.coHelpers;
    expect(told).toMatchObject([
      { id: cadre.id, from: joinedOn, until: endedOn },
      { id: entrepreneur.id, from: joinedOn, until: null },
    ]);
    expect(await helpingOn(caseId, addDays(signedOn, 4))).toEqual([cadre.id, entrepreneur.id]);
    await expectBooksToBalance(world, [caseId]);
  });

  it("take a place each and give it back; who is full, out of service or one too many is refused", async () => {
    const { caseId } = await openPairing(world, { programmeId: "whole-life" });
    const today = await world.today();
    const busy = await newHelper(clerk);
    for (let held = 0; held < 3; held += 1) {
      const other = await openPairing(world, { programmeId: "whole-life" });
      await moved(clerk, other.caseId, "add-co-helper", { helperId: busy.id, happenedOn: today });
    }
    const join = (helperId: string) => move(clerk, caseId, "add-co-helper", { helperId, happenedOn: today });
    expect(await join(busy.id)).toMatchObject(
      refusal("HELPER_AT_CAPACITY", { helperId: busy.id, held: 3, capacity: 3 }),
    );
    const retired = await newHelper(clerk);
    await clerk.post(`/api/helpers/${retired.id}/retire`, { retiredOn: today });
    expect(await join(retired.id)).toMatchObject(
      refusal("HELPER_NOT_IN_SERVICE", { helperId: retired.id, retiredOn: today }),
    );
    for (let joined = 0; joined < 3; joined += 1)
      expect((await join((await newHelper(clerk)).id)).status).toBe(200);
    expect(await join((await newHelper(clerk)).id)).toMatchObject(
      refusal("TOO_MANY_CO_HELPERS", { given: 4, allowed: 3 }),
    );
    await expectBooksToBalance(world, [caseId]);
  });

  async function helpingOn(caseId: string, day: Day): Promise<string[]> {
    const { body } = await clerk.get<Company>(`/api/pairings/${caseId}?asOf=${day}`);
    return body.company.coHelpers
      .filter(({ from, until }) => from <= day && (until === null || day <= until))
      .map(({ id }) => id);
  }
});
