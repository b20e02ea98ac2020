import { addDays, countWorkingDays, dayAt, type Day } from "@jiedui/domain";
import { publishedCalendar } from "@jiedui/policies";
import { expectBooksToBalance } from "../support/books";
import { newHelper, newUnit, openPairing, recordVisit } from "../support/county";
import { TOWN, TestWorld, VILLAGE } from "../support/world";

type Inbox = {
  items: {
    caseId: string;
    key: string;
    rung: number;
    overdue: boolean;
    emptySeats: string[];
    seat: string;
    deputy: boolean;
  }[];
};
type Why = {
  why: {
    rule: string;
    policyVersion: number;
    dueOn: Day;
    reckoning: { lastDay: Day; workingDays: number };
    ruleData: { ladder: unknown[] };
    ledHere: { seq: number }[];
  };
};

describe("a missed month", () => {
  let world: TestWorld;
  beforeAll(async () => (world = await TestWorld.open()), 60_000);
  afterAll(() => world.close());

  it("climbs the ladder rung by rung, is always somebody's, and is settled by the visit that comes at last", async () => {
    const clerk = await world.clerk();
    const town = await world.as("township-office", TOWN);
    const unitId = await newUnit(clerk);
    const head = await newHelper(clerk, { unitId });
    const helper = await newHelper(clerk, { unitId });
    const cadre = await world.as("helper", null, helper.id);
    const unitHead = await world.as("helper", null, head.id);
    await holdSeat(`unit-head:${unitId}`, `helper.all.${head.id}`);
    const { caseId } = await openPairing(world, { helper });
    const due = await dueOn(caseId);

    await world.advanceTo(addDays(due, 1));
    expect(await inboxOf(cadre, caseId)).toMatchObject([{ rung: 0, overdue: true, emptySeats: [] }]);
    expect(await inboxOf(unitHead, caseId)).toEqual([]);

    const firstRung = countWorkingDays(publishedCalendar(), due, 5).lastDay;
    await world.advanceTo(addDays(firstRung, 1));
    expect(await escalations(caseId)).toEqual([1]);
    expect(await inboxOf(cadre, caseId)).toEqual([]);
    expect(await inboxOf(unitHead, caseId)).toMatchObject([{ rung: 1 }]);
    expect(await inboxOf(town, caseId)).toEqual([]);

    await world.advanceDays(7);
    expect(await inboxOf(town, caseId)).toMatchObject([{ rung: 2 }]);
    await world.advanceDays(9);
    expect(await escalations(caseId)).toEqual([1, 2, 3]);
    expect(await inboxOf(clerk, caseId)).toMatchObject([{ rung: 3 }]);

    const { body } = await clerk.get<Why>(`/api/pairings/${caseId}/events/${await lastSeq(caseId)}`);
    expect(body.why).toMatchObject({
      rule: "regular-visit",
      policyVersion: 1,
      dueOn: due,
      reckoning: { workingDays: 5 },
    });
    expect(body.why.ruleData.ladder).toHaveLength(4);
    expect(body.why.ledHere.length).toBeGreaterThan(1);

    expect(await recordVisit(cadre, caseId, await world.today())).toBe(200);
    expect((await world.eventTypes(caseId)).slice(-2)).toEqual(["VisitRecorded", "EscalationSettled"]);
    expect(await inboxOf(clerk, caseId)).toEqual([]);
    await expectBooksToBalance(world, [caseId]);

    const asItWas = await clerk.get<{ items: { rung: number; overdue: boolean }[] }>(
      `/api/pairings/${caseId}/obligations?asOf=${addDays(firstRung, 1)}`,
    );
    expect(asItWas.body.items).toMatchObject([{ rung: 1, overdue: true }]);
    const before = await clerk.get<{ seq: number; lastVisitOn: string | null }>(
      `/api/pairings/${caseId}?asOf=${due}`,
    );
    expect(before.body).toMatchObject({ lastVisitOn: null });
  });

  it("falls to the next seat up where one is empty, and to a deputy while the holder is away", async () => {
    const clerk = await world.clerk();
    const { caseId, helper } = await openPairing(world);
    const due = await dueOn(caseId);
    await world.advanceTo(addDays(countWorkingDays(publishedCalendar(), due, 5).lastDay, 1));
    const town = await world.as("township-office", TOWN);
    expect(await inboxOf(town, caseId)).toMatchObject([
      { rung: 1, emptySeats: [`unit-head:${helper.unitId}`] },
    ]);

    const deputyHelper = await newHelper(clerk, { unitId: helper.unitId });
    const deputy = await world.as("helper", null, deputyHelper.id);
    const today = await world.today();
    await holdSeat(`unit-head:${helper.unitId}`, `helper.all.${deputyHelper.id}`, {
      deputy: true,
      toDay: addDays(today, 1),
    });
    expect(await inboxOf(deputy, caseId)).toMatchObject([{ rung: 1, deputy: true }]);
    expect(await inboxOf(town, caseId)).toEqual([]);
  });

  it("stays with the seat when the helper retires: the unit answers, the case does not move", async () => {
    const clerk = await world.clerk();
    const { caseId, helper } = await openPairing(world);
    const cadre = await world.as("helper", null, helper.id);
    expect(await inboxOf(cadre, caseId)).toMatchObject([{ rung: 0 }]);
    const before = await world.eventTypes(caseId);
    expect(
      (await clerk.post(`/api/helpers/${helper.id}/retire`, { retiredOn: await world.today() })).status,
    ).toBe(200);
    expect(await inboxOf(cadre, caseId)).toEqual([]);
    const town = await world.as("township-office", TOWN);
    expect(await inboxOf(town, caseId)).toMatchObject([
      { rung: 0, emptySeats: [`lead-helper:${helper.id}`, `unit-head:${helper.unitId}`] },
    ]);
    expect(await world.eventTypes(caseId)).toEqual(before);
    const refused = await clerk.post("/api/pairings", {
      programmeId: "visits-only",
      subjectId: await newSubject(),
      leadHelperId: helper.id,
      signedOn: await world.today(),
    });
    expect(refused).toMatchObject({ status: 409, body: { code: "HELPER_NOT_IN_SERVICE" } });
  });

  async function newSubject(): Promise<string> {
    const { body } = await (
      await world.clerk()
    ).post<{ id: string }>("/api/subjects", {
      name: "王五",
      kind: "poor-household",
      areaCode: VILLAGE,
      members: [],
    });
    return body.id;
  }

  async function holdSeat(
    seat: string,
    login: string,
    more: { deputy?: boolean; toDay?: string } = {},
  ): Promise<void> {
    const clerk = await world.clerk();
    const [account] = await world.owner.query<{ id: string }[]>("select id from account where login = $1", [
      login,
    ]);
    const answer = await clerk.post("/api/seats", {
      seat,
      accountId: account?.id,
      fromDay: await world.today(),
      toDay: more.toDay ?? null,
      deputy: more.deputy ?? false,
    });
    expect(answer.status).toBe(201);
  }

  async function inboxOf(who: Awaited<ReturnType<TestWorld["as"]>>, caseId: string): Promise<Inbox["items"]> {
    const { body } = await who.get<Inbox>("/api/inbox?limit=200");
    return body.items.filter((item) => item.caseId === caseId);
  }

  async function dueOn(caseId: string): Promise<Day> {
    const { body } = await (await world.clerk()).get<{ next: { dueOn: Day } }>(`/api/pairings/${caseId}`);
    return body.next.dueOn;
  }

  async function escalations(caseId: string): Promise<number[]> {
    return (await world.events(caseId))
      .filter(({ type }) => type === "ObligationEscalated")
      .map((event) => Number(event["rung"]));
  }

  async function lastSeq(caseId: string): Promise<number> {
    const events = await world.events(caseId);
    expect(dayAt(events[events.length - 1]?.recordedAtMs ?? 0) <= (await world.today())).toBe(true);
    return events.length;
  }
});
