import type { CaseActivities } from "@jiedui/workflow-contracts";
import { Logger, type BeforeApplicationShutdown } from "@nestjs/common";
import type { NativeConnection, Worker } from "@temporalio/worker";
import { createCaseWorker } from "./case-worker";
import type { WorkerConfig } from "./worker.config";

/** Keeps the Temporal worker running for as long as the process lives; its failure ends the process. */
export class CaseWorkerRunner implements BeforeApplicationShutdown {
  private readonly log = new Logger(CaseWorkerRunner.name);
  private running: Promise<void> = Promise.resolve();

  private constructor(
    private readonly worker: Worker,
    private readonly connection: NativeConnection,
  ) {}

  static async create(
    config: WorkerConfig,
    connection: NativeConnection,
    activities: CaseActivities,
  ): Promise<CaseWorkerRunner> {
    const { temporal, taskQueue, workflowBundlePath, release, maxCachedWorkflows } = config;
    const worker = await createCaseWorker(
      {
        connection,
        namespace: temporal.namespace,
        taskQueue,
        workflowBundlePath,
        buildId: release,
        maxCachedWorkflows,
      },
      activities,
    );
    return new CaseWorkerRunner(worker, connection);
  }

  start(onFailure: (failure: unknown) => void): void {
    this.running = this.worker.run().catch((failure: unknown) => {
      this.log.error({ failure: String(failure) }, "the Temporal worker stopped");
      onFailure(failure);
    });
  }

  get isRunning(): boolean {
    return this.worker.getState() === "RUNNING";
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.isRunning) this.worker.shutdown();
    await this.running;
    await this.connection.close();
  }
}
