// What we rely on in the engine, and must hold before its pinned release is changed.
import { randomUUID } from "node:crypto";
import { Client, Connection, type WorkflowHandle } from "@temporalio/client";
import { DefaultLogger, NativeConnection, Runtime, Worker, bundleWorkflowCode } from "@temporalio/worker";
import { testStack } from "@jiedui/infra";
import { TimeSkipping } from "@jiedui/platform";
import { firedQuery, type RepeatingVisit } from "./repeating-visit.workflow";

const DAY_MS = 86_400_000;
const TASK_QUEUE = `engine-contract-${randomUUID()}`;
const stack = testStack();
const describeIfSkipping = stack.canSkipTime ? describe : describe.skip;

describeIfSkipping("an engine that skips time", () => {
  let connection: Connection;
  let client: Client;
  let worker: Worker;
  let running: Promise<void>;
  let workerConnection: NativeConnection;

  beforeAll(async () => {
    Runtime.install({ logger: new DefaultLogger("ERROR") });
    connection = await Connection.connect({ address: stack.temporalAddress });
    client = new Client({ connection, namespace: "rehearsal" });
    workerConnection = await NativeConnection.connect({ address: stack.temporalAddress });
    worker = await Worker.create({
      connection: workerConnection,
      namespace: "rehearsal",
      taskQueue: TASK_QUEUE,
      workflowBundle: await bundleWorkflowCode({
        workflowsPath: require.resolve("./repeating-visit.workflow"),
        logger: new DefaultLogger("ERROR"),
      }),
    });
    running = worker.run();
  }, 60_000);

  afterAll(async () => {
    worker.shutdown();
    await running;
    await workerConnection.close();
    await connection.close();
  });

  it("moves a case 400 days over monthly timers and unattended continue-as-news, exactly and in seconds", async () => {
    const handle = await startVisits(client, { everyMs: 30 * DAY_MS, perRun: 3, fired: 0, run: 1 });
    const time = new TimeSkipping(client, "rehearsal");
    const firstRunStartedAt = (await handle.describe()).startTime.getTime();
    const startedAtMs = Date.now();

    await time.fastForward(handle.workflowId, 400 * DAY_MS);

    const tookMs = Date.now() - startedAtMs;
    const virtualNow = await time.nowMs(handle.workflowId);
    expect(Math.abs(virtualNow - (startedAtMs + 400 * DAY_MS))).toBeLessThan(5_000);
    expect(await handle.query(firedQuery)).toEqual({ fired: 13, run: 5 });
    expect(tookMs).toBeLessThan(20_000);

    const runs = await runsOf(handle, client);
    expect(runs).toHaveLength(5);
    const expectedStarts = runs.map((_, index) => firstRunStartedAt + index * 90 * DAY_MS);
    runs.forEach((startedAt, index) =>
      expect(Math.abs(startedAt - (expectedStarts[index] ?? 0))).toBeLessThan(5_000),
    );
    await handle.terminate();
  }, 60_000);

  it("jumps again from where it is, and stands still in between", async () => {
    const handle = await startVisits(client, { everyMs: 30 * DAY_MS, perRun: 100, fired: 0, run: 1 });
    const time = new TimeSkipping(client, "rehearsal");
    await time.fastForward(handle.workflowId, 29 * DAY_MS);
    expect(await handle.query(firedQuery)).toEqual({ fired: 0, run: 1 });
    await time.fastForward(handle.workflowId, 2 * DAY_MS);
    expect(await handle.query(firedQuery)).toEqual({ fired: 1, run: 1 });
    await handle.terminate();
  }, 60_000);

  it("refuses to move a real case", async () => {
    const live = new Client({ connection, namespace: "live" });
    const handle = await live.workflow.start("waitingWorkflow", {
      taskQueue: TASK_QUEUE,
      workflowId: randomUUID(),
    });
    await expect(new TimeSkipping(live, "live").fastForward(handle.workflowId, DAY_MS)).rejects.toThrow(
      /not enabled for namespace/,
    );
    await handle.terminate();
  });
});

function startVisits(client: Client, state: RepeatingVisit): Promise<WorkflowHandle> {
  return client.workflow.start("repeatingVisitWorkflow", {
    taskQueue: TASK_QUEUE,
    workflowId: randomUUID(),
    args: [state],
  });
}

/** When each run of a case began, in its own time; read from the runs' histories, back from the present one. */
async function runsOf(handle: WorkflowHandle, client: Client): Promise<number[]> {
  const startedAt: number[] = [];
  let runId: string | null = (await handle.describe()).runId;
  while (runId) {
    const run = await beginningOf(client, handle.workflowId, runId);
    startedAt.unshift(run.startedAtMs);
    runId = run.previousRunId;
  }
  return startedAt;
}

async function beginningOf(
  client: Client,
  workflowId: string,
  runId: string,
): Promise<{ startedAtMs: number; previousRunId: string | null }> {
  const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
  const first = events?.[0];
  const { seconds, nanos } = first?.eventTime ?? {};
  return {
    startedAtMs: Number(seconds ?? 0) * 1000 + Math.floor((nanos ?? 0) / 1e6),
    previousRunId: first?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ?? null,
  };
}
