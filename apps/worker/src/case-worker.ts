import { Worker, type NativeConnection, type ReplayWorkerOptions } from "@temporalio/worker";
import type { CaseActivities } from "@jiedui/workflow-contracts";
import { DURABLE_CONNECTIONS, INLINE_CONNECTIONS } from "./case/recorder-pools";

export interface CaseWorkerOptions {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly workflowBundlePath: string;
  readonly buildId: string;
  /** Running cases kept in memory, about 0.4 MB each; too few halve the throughput. */
  readonly maxCachedWorkflows: number;
}

/** How a history is read: alike by a worker in service and by the replay of recorded ones. */
export function readingOptions(workflowBundlePath: string) {
  return { workflowBundle: { codePath: workflowBundlePath } } satisfies ReplayWorkerOptions;
}

/** One Temporal worker for every kind of case; never more recording at once than the pools have connections. */
export function createCaseWorker(options: CaseWorkerOptions, activities: CaseActivities): Promise<Worker> {
  const { connection, namespace, taskQueue, workflowBundlePath, buildId, maxCachedWorkflows } = options;
  return Worker.create({
    connection,
    namespace,
    taskQueue,
    identity: `${process.pid}@${buildId}`,
    ...readingOptions(workflowBundlePath),
    activities: {
      act: activities.act.bind(activities),
      loadCase: activities.loadCase.bind(activities),
    } satisfies CaseActivities,
    maxConcurrentLocalActivityExecutions: INLINE_CONNECTIONS,
    maxConcurrentActivityTaskExecutions: DURABLE_CONNECTIONS,
    maxConcurrentWorkflowTaskExecutions: 40,
    maxCachedWorkflows,
    shutdownGraceTime: "5s",
    shutdownForceTime: "15s",
  });
}
