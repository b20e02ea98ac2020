import { addDays, countWorkingDays, startOf, type Day } from "@jiedui/domain";
import { publishedCalendar } from "@jiedui/policies";
import { restoreEngine } from "@jiedui/worker";
import { workflowIdOf } from "@jiedui/workflow-contracts";
import { expectBooksToBalance } from "../support/books";
import { openPairing, recordVisit } from "../support/county";
import { TestWorld } from "../support/world";

describe("an outage over a deadline", () => {
  let world: TestWorld;
  beforeAll(async () => (world = await TestWorld.open()), 60_000);
  afterAll(() => world.close());

  it("an engine that lost every case is refilled from the logs: what fell due meanwhile is done once, with how late", async () => {
    const clerk = await world.clerk();
    const { caseId } = await openPairing(world);
    const { caseId: other } = await openPairing(world);
    const { body } = await clerk.get<{ next: { dueOn: Day } }>(`/api/pairings/${caseId}`);
    const due = body.next.dueOn;
    const firstRung = countWorkingDays(publishedCalendar(), due, 5).lastDay;
    await world.advanceTo(due);
    expect(await recordVisit(clerk, other, due)).toBe(200);
    const logBefore = await world.events(caseId);

    for (const lost of [caseId, other])
      await world.client.workflow.getHandle(workflowIdOf("pairing", lost)).terminate("the engine is lost");
    expect(
      (
        await clerk.post(`/api/pairings/${caseId}/record-visit`, {
          happenedOn: due,
          form: { situation: "引擎不在" },
        })
      ).status,
    ).toBe(503);
    const backAtMs = startOf(addDays(firstRung, 4));
    await world.owner.query("update rehearsal_clock set now_at = to_timestamp($1 / 1000.0)", [backAtMs]);
    const restored = await restoreEngine(
      world.owner,
      world.client,
      world.env["JIEDUI_TASK_QUEUE"] ?? "",
      () => undefined,
      backAtMs,
    );
    expect(restored).toEqual({ started: 2, alreadyRunning: 0 });
    await world.time.fastForwardTo(workflowIdOf("pairing", caseId), backAtMs + 60_000);
    await world.time.fastForwardTo(workflowIdOf("pairing", other), backAtMs + 60_000);

    const events = await world.events(caseId);
    expect(events.slice(0, logBefore.length)).toEqual(logBefore);
    const fired = events.slice(logBefore.length);
    expect(fired.map(({ type }) => type)).toEqual(["ObligationEscalated"]);
    const because = fired[0]?.["because"] as { lateMs: number; scheduledAtMs: number; dueOn: Day };
    expect(because.dueOn).toBe(due);
    expect(because.lateMs).toBeGreaterThan(2 * 86_400_000);
    expect(because.lateMs).toBe((fired[0]?.recordedAtMs ?? 0) - because.scheduledAtMs);
    expect(
      await restoreEngine(
        world.owner,
        world.client,
        world.env["JIEDUI_TASK_QUEUE"] ?? "",
        () => undefined,
        backAtMs,
      ),
    ).toEqual({ started: 0, alreadyRunning: 2 });
    await expectBooksToBalance(world, [caseId, other]);
  });
});
