import { countWorkingDays, type Day } from "@jiedui/domain";
import { publishedCalendar } from "@jiedui/policies";
import { workflowIdOf } from "@jiedui/workflow-contracts";
import { SlowWire } from "../faults/slow-wire";
import { expectBooksToBalance } from "../support/books";
import { bundleWithShell } from "../support/bundle";
import { openPairing, recordVisit } from "../support/county";
import { eventTypesOf } from "../support/engine";
import { eventually } from "../support/eventually";
import { TestWorld } from "../support/world";

const MINUTE_MS = 60_000;
/** The time that an act is given is at most so old when it is recorded: ten minutes, and an attempt under way. */
const AS_OLD_AS_MS = 11 * MINUTE_MS;

describe("PostgreSQL away for long while the engine is not", () => {
  let world: TestWorld;
  let wire: SlowWire;
  let throughWire: NodeJS.ProcessEnv;
  beforeAll(async () => {
    world = await TestWorld.open();
    const laid = await SlowWire.before(world.urls.recorder);
    wire = laid.wire;
    throughWire = { DATABASE_URL_RECORDER: laid.url };
    await world.stopWorker();
    await world.startWorker(throughWire);
  }, 60_000);
  afterAll(async () => {
    await world.close();
    wire.close();
  });

  it("what fell due meanwhile is recorded with the time at which it is recorded, and says how late that is", async () => {
    const { caseId } = await openPairing(world);
    const { body } = await (await world.clerk()).get<{ next: { dueOn: Day } }>(`/api/pairings/${caseId}`);
    await world.advanceTo(countWorkingDays(publishedCalendar(), body.next.dueOn, 4).lastDay);
    const scheduledAtMs = await nextAtMs(caseId);
    const before = await world.eventTypes(caseId);

    wire.cut();
    const backAtMs = scheduledAtMs + 25 * MINUTE_MS;
    await world.time.fastForwardTo(workflowIdOf("pairing", caseId), backAtMs);
    expect(await world.eventTypes(caseId)).toEqual(before);
    wire.mend();

    const escalated = await eventually("the escalation to be recorded", async () =>
      (await world.events(caseId)).find(({ type }) => type === "ObligationEscalated"),
    );
    const because = escalated["because"] as { scheduledAtMs: number; lateMs: number };
    expect(because.scheduledAtMs).toBe(scheduledAtMs);
    expect(escalated.recordedAtMs).toBeGreaterThan(backAtMs - AS_OLD_AS_MS);
    expect(because.lateMs).toBe(escalated.recordedAtMs - scheduledAtMs);
    await world.driver.advanceTo(backAtMs);
    await expectBooksToBalance(world, [caseId]);
  }, 120_000);

  it("commands that waited meanwhile are recorded once, in their order, and their senders are answered", async () => {
    const clerk = await world.clerk();
    const { caseId } = await openPairing(world);
    const handle = world.client.workflow.getHandle(workflowIdOf("pairing", caseId));
    const happenedOn = await world.today();

    wire.cut();
    const cutAtMs = await world.time.nowMs(handle.workflowId);
    expect([202, 503]).toContain(await recordVisit(clerk, caseId, happenedOn, "first"));
    await world.time.fastForward(handle.workflowId, 11 * MINUTE_MS);
    expect([202, 503]).toContain(await recordVisit(clerk, caseId, happenedOn, "second"));
    await world.time.fastForward(handle.workflowId, 11 * MINUTE_MS);
    expect((await world.report(caseId)).seq).toBe(1);
    wire.mend();

    await eventually("both visits to be recorded", async () =>
      (await world.report(caseId)).seq === 3 ? caseId : undefined,
    );
    expect(await recordVisit(clerk, caseId, happenedOn, "second")).toBe(200);
    expect(await recordVisit(clerk, caseId, happenedOn, "first")).toBe(200);
    const visits = (await world.events(caseId)).filter(({ type }) => type === "VisitRecorded");
    expect(visits.map(({ cause }) => cause["key"])).toEqual(["first", "second"]);
    for (const { recordedAtMs } of visits)
      expect(recordedAtMs).toBeGreaterThan(cutAtMs + 22 * MINUTE_MS - AS_OLD_AS_MS);
    await expectBooksToBalance(world, [caseId]);
  }, 120_000);

  describe("an act that is given up", () => {
    beforeAll(async () => {
      await world.stopWorker();
      await startHurriedWorker();
    }, 60_000);

    it("because its worker died is taken by the next worker", async () => {
      const clerk = await world.clerk();
      const { caseId } = await openPairing(world);
      const happenedOn = await world.today();
      wire.cut();
      const first = recordVisit(clerk, caseId, happenedOn, "its-worker-died");
      await eventually("the act to be tried durably", () => seen(caseId, "ActivityTaskScheduled"));
      await world.stopWorker("SIGKILL");
      await eventually("the act to be given up", () => seen(caseId, "ActivityTaskTimedOut"));
      wire.mend();
      await startHurriedWorker();
      await first;
      await expectVisitedOnce(caseId, happenedOn, "its-worker-died");
    }, 120_000);

    it("and is recorded all the same is recorded once", async () => {
      const clerk = await world.clerk();
      const { caseId } = await openPairing(world);
      const happenedOn = await world.today();
      wire.slowDown(2_000);
      const first = recordVisit(clerk, caseId, happenedOn, "given-up");
      await eventually("an act to be given up", () => seen(caseId, "ActivityTaskTimedOut"));
      expect((await world.eventTypes(caseId)).filter((type) => type === "VisitRecorded")).toHaveLength(1);
      expect((await world.report(caseId)).seq).toBe(1);
      wire.mend();
      await first;
      await expectVisitedOnce(caseId, happenedOn, "given-up");
    }, 120_000);
  });

  async function startHurriedWorker(): Promise<void> {
    const JIEDUI_WORKFLOW_BUNDLE = await bundleWithShell("asks-again-after-three-seconds");
    await world.startWorker({ ...throughWire, JIEDUI_WORKFLOW_BUNDLE });
  }

  async function seen(caseId: string, eventType: string): Promise<true | undefined> {
    return (await eventTypesOf(world.client, caseId)).includes(eventType) ? true : undefined;
  }

  async function expectVisitedOnce(caseId: string, happenedOn: string, key: string): Promise<void> {
    await eventually("the case to know its visit", async () =>
      (await world.report(caseId)).seq === 2 ? caseId : undefined,
    );
    expect(await recordVisit(await world.clerk(), caseId, happenedOn, key)).toBe(200);
    expect(await world.eventTypes(caseId)).toEqual(["PairingOpened", "VisitRecorded"]);
    await expectBooksToBalance(world, [caseId]);
  }

  async function nextAtMs(caseId: string): Promise<number> {
    const [row] = await world.owner.query<{ at: Date }[]>(
      "select next_at as at from case_file where case_id = $1",
      [caseId],
    );
    return row?.at.getTime() ?? Number.NaN;
  }
});
