import { collectDefaultMetrics } from "prom-client";
import { apiConfig } from "./api.config";
import { createApi } from "./create-api";

async function main(): Promise<void> {
  const config = apiConfig(process.env);
  collectDefaultMetrics();
  const app = await createApi(config);
  app.enableShutdownHooks();
  await app.listen(config.port, config.host);
  console.log(`api: ${config.world} on port ${config.port}`);
}

main().catch((failure: unknown) => {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exit(1);
});
