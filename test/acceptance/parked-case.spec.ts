import { addDays } from "@jiedui/domain";
import { expectBooksToBalance } from "../support/books";
import { bundleWith } from "../support/bundle";
import { openPairing, recordVisit } from "../support/county";
import { eventually } from "../support/eventually";
import { TestWorld } from "../support/world";

type Parked = { items: { caseId: string; attempts: number; failure: { message: string } | null }[] };

describe("a deliberate bug", () => {
  let world: TestWorld;
  beforeAll(async () => (world = await TestWorld.open({ world: "live" })), 60_000);
  afterAll(() => world.close());

  it("parks the case, is seen in the engine room, and a repaired worker goes on with nothing lost", async () => {
    const clerk = await world.clerk();
    const engineer = await world.as("engineer");
    const { caseId } = await openPairing(world);
    const today = await world.today();
    expect(await recordVisit(clerk, caseId, today)).toBe(200);

    await world.stopWorker();
    await world.startWorker({
      JIEDUI_WORKFLOW_BUNDLE: await bundleWith("evolve-throws"),
      JIEDUI_RELEASE: "with-a-bug",
    });
    const stuck = await clerk.post(
      `/api/pairings/${caseId}/void-visit`,
      { basedOnSeq: 2, visitId: await visitIdOf(caseId), reason: "entered-twice" },
      "while-parked",
    );
    expect([202, 503]).toContain(stuck.status);
    const parked = await eventually("the case to be parked", async () => {
      const { body } = await engineer.get<Parked>("/api/engine/parked");
      return body.items.find((item) => item.caseId === caseId);
    });
    expect(parked.failure?.message).toContain("a bug that was put in on purpose");

    await world.stopWorker();
    await world.startWorker();
    const answer = await eventually("the command to be answered", async () => {
      const again = await clerk.post(
        `/api/pairings/${caseId}/void-visit`,
        { basedOnSeq: 2, visitId: await visitIdOf(caseId), reason: "entered-twice" },
        "while-parked",
      );
      return again.status === 200 ? again : undefined;
    });
    expect(answer.body).toMatchObject({ recorded: true });
    expect((await world.eventTypes(caseId)).filter((type) => type === "VisitVoided")).toHaveLength(1);
    await eventually("no case to be parked", async () => {
      const { body } = await engineer.get<Parked>("/api/engine/parked");
      return body.items.some((item) => item.caseId === caseId) ? undefined : true;
    });
    await expectBooksToBalance(world, [caseId]);
    expect(await recordVisit(clerk, caseId, addDays(today, 0))).toBe(200);
  }, 240_000);

  async function visitIdOf(caseId: string): Promise<unknown> {
    return (await world.events(caseId)).find(({ type }) => type === "VisitRecorded")?.["visitId"];
  }
});
