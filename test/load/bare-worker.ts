import { DefaultLogger, NativeConnection, Runtime, Worker, bundleWorkflowCode } from "@temporalio/worker";

/** A process of its own, as the product's worker is; it says `ready` when it polls. */
async function main(): Promise<void> {
  const { TEMPORAL_ADDRESS, JIEDUI_TASK_QUEUE } = process.env;
  if (TEMPORAL_ADDRESS === undefined || JIEDUI_TASK_QUEUE === undefined)
    throw new Error("the bare worker is started by the benchmark");
  const logger = new DefaultLogger("WARN");
  Runtime.install({ logger, shutdownSignals: [] });
  const connection = await NativeConnection.connect({ address: TEMPORAL_ADDRESS });
  const workflowsPath = require.resolve("./bare.workflow");
  const worker = await Worker.create({
    connection,
    namespace: "live",
    taskQueue: JIEDUI_TASK_QUEUE,
    workflowBundle: await bundleWorkflowCode({ workflowsPath, logger }),
    maxConcurrentWorkflowTaskExecutions: 40,
    maxCachedWorkflows: 2_000,
  });
  process.once("SIGTERM", () => worker.shutdown());
  const running = worker.run();
  process.send?.("ready");
  await running;
  await connection.close();
  process.disconnect?.();
}

main().catch((failure: unknown) => {
  console.error(failure);
  process.exit(1);
});
