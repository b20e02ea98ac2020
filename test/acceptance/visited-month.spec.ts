import { addDays, firstDayOf, lastDayOf, monthOf, type Day } from "@jiedui/domain";
import { expectBooksToBalance } from "../support/books";
import { openPairing, recordVisit } from "../support/county";
import { Morning } from "../support/digests";
import { eventTypesOf } from "../support/engine";
import { TestWorld } from "../support/world";

describe("a visited month", () => {
  let world: TestWorld;
  beforeAll(async () => (world = await TestWorld.open()), 60_000);
  afterAll(() => world.close());

  it("is opened, visited, reminded of in the next month, and escalates nothing", async () => {
    const { caseId, helper } = await openPairing(world);
    const cadre = await world.as("helper", null, helper.id);
    const opened = await eventTypesOf(world.client, caseId);
    expect(opened.length).toBeLessThanOrEqual(9);

    const due = await dueOn(caseId);
    await world.advanceTo(firstDayOf(monthOf(due)));
    const before = await eventTypesOf(world.client, caseId);
    expect(await recordVisit(cadre, caseId, await world.today())).toBe(200);
    const after = await eventTypesOf(world.client, caseId);
    expect(after.slice(before.length)).toEqual([
      "WorkflowTaskScheduled",
      "WorkflowTaskStarted",
      "WorkflowTaskCompleted",
      "WorkflowExecutionUpdateAccepted",
      "TimerCanceled",
      "MarkerRecorded",
      "TimerStarted",
      "WorkflowExecutionUpdateCompleted",
    ]);

    const nextDue = await dueOn(caseId);
    expect(nextDue).toBe(lastDayOf(monthOf(addDays(due, 1))));
    await world.advanceTo(addDays(nextDue, -1));
    expect(await world.eventTypes(caseId)).toEqual(["PairingOpened", "VisitRecorded", "VisitReminded"]);
    const morning = await Morning.of(world);
    await morning.tell();
    await morning.close();
    expect(world.chat.heard).toEqual([
      expect.stringMatching(/^【结对】\d{4}年\d{1,2}月\d{1,2}日.+结对办：新到期 1 项。/),
      expect.stringMatching(/^【结对】\d{4}年\d{1,2}月\d{1,2}日.+结对办：新到期 1 项。/),
    ]);
    await expectBooksToBalance(world, [caseId]);
  });

  it("costs no history where the validator refuses", async () => {
    const { caseId } = await openPairing(world);
    const clerk = await world.clerk();
    const before = await eventTypesOf(world.client, caseId);
    const answer = await clerk.post(`/api/pairings/${caseId}/record-visit`, {
      happenedOn: addDays(await world.today(), 3),
      form: { situation: "太早" },
    });
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ code: "VISIT_IN_FUTURE", facts: { today: await world.today() } });
    expect(await eventTypesOf(world.client, caseId)).toEqual(before);
  });

  it("shows the visit with its form and its author in the timeline, and nothing of it to another helper", async () => {
    const { caseId } = await openPairing(world);
    const clerk = await world.clerk();
    expect(await recordVisit(clerk, caseId, await world.today())).toBe(200);
    const timeline = await clerk.get<{
      items: { type: string; actorName: string; contents: { body: { situation: string } }[] }[];
    }>(`/api/pairings/${caseId}/timeline`);
    expect(timeline.body.items[0]).toMatchObject({
      type: "VisitRecorded",
      automatic: false,
      actorName: "county-office",
    });
    expect(timeline.body.items[0]?.contents[0]?.body.situation).toBe("家中一切正常");
    const other = await openPairing(world);
    const stranger = await world.as("helper", null, other.helper.id);
    expect((await stranger.get(`/api/pairings/${caseId}`)).status).toBe(404);
    expect(await recordVisit(stranger, caseId, await world.today())).toBe(404);
  });

  async function dueOn(caseId: string): Promise<Day> {
    const clerk = await world.clerk();
    const { body } = await clerk.get<{ next: { dueOn: Day } }>(`/api/pairings/${caseId}`);
    return body.next.dueOn;
  }
});
