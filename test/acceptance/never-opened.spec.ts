import { randomUUID } from "node:crypto";
import { WORKFLOW_TYPE_OF, workflowIdOf, type CaseInput } from "@jiedui/workflow-contracts";
import { expectBooksToBalance } from "../support/books";
import { openPairing, recordVisit } from "../support/county";
import { eventually } from "../support/eventually";
import { expectNothingDoneBy } from "../support/refused";
import { TestWorld } from "../support/world";

const MINUTE_MS = 60_000;

describe("a run that began without its opening", () => {
  let world: TestWorld;
  beforeAll(async () => (world = await TestWorld.open()), 60_000);
  afterAll(() => world.close());

  it("waits an hour for it, then ends by itself and leaves nothing behind", async () => {
    const caseId = randomUUID();
    const workflowId = workflowIdOf("pairing", caseId);
    await expectNothingDoneBy(world.owner, async () => {
      await beginWithoutOpening(caseId);
      expect(await world.report(caseId)).toMatchObject({ seq: 0, queued: 0 });
      await world.time.fastForward(workflowId, 60 * MINUTE_MS - 3_000);
      expect(await statusOf(caseId)).toBe("RUNNING");
      await eventually("the run to end", async () =>
        (await statusOf(caseId)) === "COMPLETED" ? caseId : undefined,
      );
    });
  });

  it("goes on with the case where the opening stands in the log, and only the engine has forgotten it", async () => {
    const { caseId } = await openPairing(world);
    await world.client.workflow
      .getHandle(workflowIdOf("pairing", caseId))
      .terminate("the opening is forgotten");
    await beginWithoutOpening(caseId);
    await world.time.fastForward(workflowIdOf("pairing", caseId), 61 * MINUTE_MS);
    await eventually("the case to catch up", async () =>
      (await world.report(caseId)).seq === 1 ? caseId : undefined,
    );
    await expectBooksToBalance(world, [caseId]);
    expect(await recordVisit(await world.clerk(), caseId, await world.today())).toBe(200);
    expect(await world.eventTypes(caseId)).toEqual(["PairingOpened", "VisitRecorded"]);
    await expectBooksToBalance(world, [caseId]);
  });

  /** As update-with-start does when the engine ends between the two. */
  async function beginWithoutOpening(caseId: string): Promise<void> {
    const input: CaseInput = { caseId, carried: null, resume: false, notBeforeMs: null };
    await world.client.workflow.start(WORKFLOW_TYPE_OF.pairing, {
      workflowId: workflowIdOf("pairing", caseId),
      taskQueue: world.env["JIEDUI_TASK_QUEUE"] ?? "",
      args: [input],
    });
  }

  async function statusOf(caseId: string): Promise<string> {
    return (await world.client.workflow.getHandle(workflowIdOf("pairing", caseId)).describe()).status.name;
  }
});
