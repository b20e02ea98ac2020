import { collectDefaultMetrics } from "prom-client";
import { createWorker } from "./create-worker";
import { workerConfig } from "./worker.config";

async function main(): Promise<void> {
  const config = workerConfig(process.env);
  collectDefaultMetrics();
  const app = await createWorker(config, { onFailure: () => process.exit(1) });
  app.enableShutdownHooks();
  console.log(
    `worker: polling ${config.temporal.namespace}/${config.taskQueue}, health on 127.0.0.1:${config.port}`,
  );
}

main().catch((failure: unknown) => {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exit(1);
});
