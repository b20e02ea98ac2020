import type { CampaignActivities, CaseActivities } from "@jiedui/workflow-contracts";
import { Logger, type BeforeApplicationShutdown } from "@nestjs/common";
import type { NativeConnection, Worker } from "@temporalio/worker";
import { createCaseWorker } from "./case-worker";
import { createCampaignWorker } from "./roster/campaign-worker";
import type { WorkerConfig } from "./worker.config";

/** Keeps the Temporal workers, of cases and of campaigns, running for as long as the process lives; its failure ends the process. */
export class CaseWorkerRunner implements BeforeApplicationShutdown {
  private readonly log = new Logger(CaseWorkerRunner.name);
  private running: Promise<void> = Promise.resolve();

  private constructor(
    private readonly workers: readonly Worker[],
    private readonly connection: NativeConnection,
  ) {}

  static async create(
    config: WorkerConfig,
    connection: NativeConnection,
    activities: CaseActivities,
    campaigns: CampaignActivities,
  ): Promise<CaseWorkerRunner> {
    const { temporal, taskQueue, workflowBundlePath, release, maxCachedWorkflows } = config;
    const options = {
      connection,
      namespace: temporal.namespace,
      taskQueue,
      workflowBundlePath,
      buildId: release,
      maxCachedWorkflows,
    };
    const workers = [
      await createCaseWorker(options, activities),
      await createCampaignWorker(options, campaigns),
    ];
    return new CaseWorkerRunner(workers, connection);
  }

  start(onFailure: (failure: unknown) => void): void {
    const each = this.workers.map((worker) =>
      worker.run().catch((failure: unknown) => {
        this.log.error({ failure: String(failure) }, "a Temporal worker stopped");
        onFailure(failure);
      }),
    );
    this.running = Promise.all(each).then(() => undefined);
  }

  get isRunning(): boolean {
    return this.workers.every((worker) => worker.getState() === "RUNNING");
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const worker of this.workers) if (worker.getState() === "RUNNING") worker.shutdown();
    await this.running;
    await this.connection.close();
  }
}
