import { campaignsQueueOf, type CampaignActivities } from "@jiedui/workflow-contracts";
import { Worker } from "@temporalio/worker";
import { readingOptions, type CaseWorkerOptions } from "../case-worker";

const CAMPAIGNS_AT_ONCE = 4;

/** A worker beside that of the cases: campaigns wait for each other, and no case waits for them. */
export function createCampaignWorker(
  options: CaseWorkerOptions,
  activities: CampaignActivities,
): Promise<Worker> {
  const { connection, namespace, taskQueue, workflowBundlePath, buildId } = options;
  return Worker.create({
    connection,
    namespace,
    taskQueue: campaignsQueueOf(taskQueue),
    identity: `${process.pid}@${buildId}`,
    ...readingOptions(workflowBundlePath),
    activities: {
      beginCampaign: activities.beginCampaign.bind(activities),
      noteCampaign: activities.noteCampaign.bind(activities),
      takeOverRegister: activities.takeOverRegister.bind(activities),
      openPairings: activities.openPairings.bind(activities),
    } satisfies CampaignActivities,
    maxConcurrentActivityTaskExecutions: CAMPAIGNS_AT_ONCE,
    maxConcurrentWorkflowTaskExecutions: CAMPAIGNS_AT_ONCE,
    maxCachedWorkflows: CAMPAIGNS_AT_ONCE,
    workflowThreadPoolSize: 1,
    shutdownGraceTime: "5s",
    shutdownForceTime: "15s",
  });
}
