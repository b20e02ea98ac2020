import { addDays, countWorkingDays, type Day } from "@jiedui/domain";
import { publishedCalendar } from "@jiedui/policies";
import { expectBooksToBalance } from "../support/books";
import { openPairing, recordVisit } from "../support/county";
import { TestWorld } from "../support/world";

describe("late evidence", () => {
  let world: TestWorld;
  beforeAll(async () => (world = await TestWorld.open()), 60_000);
  afterAll(() => world.close());

  it("withdraws the escalation that it makes wrong, and leaves a trace of both", async () => {
    const clerk = await world.clerk();
    const { caseId } = await openPairing(world);
    const due = await dueOn(caseId);
    await world.advanceTo(addDays(countWorkingDays(publishedCalendar(), due, 5).lastDay, 1));
    expect((await world.eventTypes(caseId)).at(-1)).toBe("ObligationEscalated");

    expect(await recordVisit(clerk, caseId, addDays(due, -2))).toBe(200);
    const events = await world.events(caseId);
    expect(events.slice(-2).map(({ type }) => type)).toEqual(["VisitRecorded", "EscalationWithdrawn"]);
    expect(events.at(-1)).toMatchObject({
      obligationKey: `visit:${due.slice(0, 7)}`,
      rung: 1,
      becauseOfVisitId: events.at(-2)?.["visitId"],
      cause: { kind: "follows" },
    });
    expect(events.filter(({ type }) => type === "ObligationEscalated")).toHaveLength(1);
    const { body } = await clerk.get<{ next: { dueOn: Day; rung: number; overdue: boolean } }>(
      `/api/pairings/${caseId}`,
    );
    expect(body.next).toMatchObject({ rung: 0, overdue: false });
    await expectBooksToBalance(world, [caseId]);
  });

  it("a visit taken back uncovers what it had covered: first rung from today, with the original day", async () => {
    const clerk = await world.clerk();
    const { caseId } = await openPairing(world);
    const due = await dueOn(caseId);
    await world.advanceTo(due);
    expect(await recordVisit(clerk, caseId, due)).toBe(200);
    await world.advanceTo(addDays(countWorkingDays(publishedCalendar(), due, 5).lastDay, 3));
    const visit = (await world.events(caseId)).find(({ type }) => type === "VisitRecorded");
    const voided = await clerk.post(`/api/pairings/${caseId}/void-visit`, {
      basedOnSeq: (await world.events(caseId)).length,
      visitId: visit?.["visitId"],
      reason: "wrong-household",
    });
    expect(voided.status).toBe(200);
    const events = await world.events(caseId);
    expect(events.slice(-2).map(({ type }) => type)).toEqual(["VisitVoided", "ObligationEscalated"]);
    expect(events.at(-1)).toMatchObject({ rung: 1, because: { dueOn: due, lateMs: 0 } });
    await expectBooksToBalance(world, [caseId]);
  });

  async function dueOn(caseId: string): Promise<Day> {
    const { body } = await (await world.clerk()).get<{ next: { dueOn: Day } }>(`/api/pairings/${caseId}`);
    return body.next.dueOn;
  }
});
