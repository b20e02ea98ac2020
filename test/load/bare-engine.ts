import { fork, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import path from "node:path";
import { type Client, WithStartWorkflowOperation } from "@temporalio/client";
import type { bareWorkflow } from "./bare.workflow";

/** The engine without the product: what any case on it costs at least. */
export class BareEngine {
  readonly cases: string[] = [];

  private constructor(
    private readonly client: Client,
    private readonly worker: ChildProcess,
    private readonly taskQueue: string,
  ) {}

  static async start(client: Client, temporalAddress: string): Promise<BareEngine> {
    const taskQueue = `bare-${randomUUID()}`;
    const worker = fork(path.join(__dirname, "bare-worker.js"), {
      env: { PATH: process.env["PATH"], TEMPORAL_ADDRESS: temporalAddress, JIEDUI_TASK_QUEUE: taskQueue },
    });
    await once(worker, "message");
    return new BareEngine(client, worker, taskQueue);
  }

  get workerPid(): number | undefined {
    return this.worker.pid;
  }

  async open(): Promise<void> {
    const workflowId = `bare/${randomUUID()}`;
    await this.client.workflow.executeUpdateWithStart<typeof bareWorkflow, number, []>("count", {
      updateId: randomUUID(),
      startWorkflowOperation: new WithStartWorkflowOperation("bareWorkflow", {
        workflowId,
        taskQueue: this.taskQueue,
        args: [],
        workflowIdConflictPolicy: "USE_EXISTING",
      }),
    });
    this.cases.push(workflowId);
  }

  async count(workflowId: string): Promise<void> {
    await this.client.workflow
      .getHandle(workflowId)
      .executeUpdate<number, []>("count", { updateId: randomUUID() });
  }

  async stop(): Promise<void> {
    const ended = once(this.worker, "exit");
    this.worker.kill("SIGTERM");
    await ended;
  }
}
