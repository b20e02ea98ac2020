import { addDays } from "@jiedui/domain";
import { expectBooksToBalance } from "../support/books";
import { newHelper, openPairing, recordVisit } from "../support/county";
import type { Visitor } from "../support/http";
import { notFound, refusal } from "../support/refused";
import { TestWorld } from "../support/world";

describe("a helper who is away for a while", () => {
  let world: TestWorld;
  beforeAll(async () => (world = await TestWorld.open()), 60_000);
  afterAll(() => world.close());

  it("has a deputy with dates, who is asked and may visit in that time; then all of it comes back by itself", async () => {
    const clerk = await world.clerk();
    const { caseId, helper } = await openPairing(world);
    const { id: deputyId } = await newHelper(clerk, { unitId: helper.unitId });
    const deputy = await world.as("helper", null, deputyId);
    const fromDay = await world.today();
    const toDay = addDays(fromDay, 9);
    expect(await deputy.get(`/api/pairings/${caseId}`)).toMatchObject(notFound({ what: "pairing" }));
    const { body: session } = await deputy.get<{ accountId: string }>("/api/session");
    const seat = `lead-helper:${helper.id}`;
    const holding = { seat, accountId: session.accountId, fromDay, toDay, deputy: true };
    expect((await clerk.post("/api/seats", holding)).status).toBe(201);

    expect(await inboxOf(deputy, caseId)).toMatchObject([{ deputy: true }]);
    expect(await recordVisit(deputy, caseId, fromDay)).toBe(200);
    expect(await world.events(caseId)).toContainEqual(
      expect.objectContaining({ type: "VisitRecorded", helperId: deputyId, deputyFor: helper.id }),
    );

    await world.advanceTo(addDays(toDay, 1));
    expect(await inboxOf(deputy, caseId)).toEqual([]);
    expect(await deputy.get(`/api/pairings/${caseId}`)).toMatchObject(notFound({ what: "pairing" }));
    const visitOf = (happenedOn: string) =>
      clerk.post(`/api/pairings/${caseId}/record-visit`, {
        happenedOn,
        helperId: deputyId,
        form: { situation: "代为走访" },
      });
    expect((await visitOf(toDay)).status).toBe(200);
    expect(await visitOf(addDays(toDay, 1))).toMatchObject(
      refusal("VISITOR_NOT_OF_PAIRING", { helperId: deputyId }),
    );
    await expectBooksToBalance(world, [caseId]);
  });

  it("names the deputy alone: a colleague with an account stands in from the first to the last day, or until taken back", async () => {
    const clerk = await world.clerk();
    const { caseId, helper } = await openPairing(world);
    const cadre = await world.as("helper", null, helper.id);
    const { id: colleagueId } = await newHelper(clerk, { unitId: helper.unitId });
    const { id: strangerId } = await newHelper(clerk);
    const deputy = await world.as("helper", null, colleagueId);
    await world.as("helper", null, strangerId);
    const today = await world.today();
    const naming = {
      deputyId: colleagueId,
      fromDay: addDays(today, 1),
      toDay: addDays(today, 5),
      reason: "school",
    };
    const name = (change: object, key?: string) =>
      cadre.post<{ id: string }>("/api/own-deputies", { ...naming, ...change }, key);

    expect(await name({ deputyId: strangerId })).toMatchObject(notFound({ what: "colleague" }));
    expect(await name({ deputyId: helper.id })).toMatchObject(notFound({ what: "colleague" }));
    expect(await name({ fromDay: addDays(today, -1) })).toMatchObject(
      refusal("AWAY_IN_PAST", { fromDay: addDays(today, -1), today }),
    );
    expect(await name({ toDay: addDays(today, 300) })).toMatchObject(
      refusal("AWAY_TOO_LONG", { days: 300, allowed: 183 }),
    );
    const { status, body } = await name({}, "one-absence");
    expect(status).toBe(201);
    expect((await name({}, "one-absence")).body).toEqual(body);
    expect(await name({ fromDay: addDays(today, 3) })).toMatchObject({ status: 409 });
    expect((await cadre.get("/api/own-deputies")).body).toMatchObject({
      items: [{ id: body.id, fromDay: naming.fromDay, toDay: naming.toDay, reason: "school" }],
      colleagues: [{ helperId: colleagueId }],
    });
    expect(await inboxOf(deputy, caseId)).toEqual([]);

    await world.advanceTo(naming.fromDay);
    expect(await inboxOf(deputy, caseId)).toMatchObject([{ deputy: true }]);
    expect(await deputy.post(`/api/own-deputies/${body.id}/end`, {})).toMatchObject(
      notFound({ what: "deputy" }),
    );
    expect((await cadre.post(`/api/own-deputies/${body.id}/end`, {})).status).toBe(204);
    await world.advanceDays(1);
    expect(await inboxOf(deputy, caseId)).toEqual([]);
    await expectBooksToBalance(world, [caseId]);
  });

  async function inboxOf(who: Visitor, caseId: string): Promise<{ caseId: string; deputy: boolean }[]> {
    const { body } = await who.get<{ items: { caseId: string; deputy: boolean }[] }>("/api/inbox?limit=200");
    return body.items.filter((item) => item.caseId === caseId);
  }
});
