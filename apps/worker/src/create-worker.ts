import "reflect-metadata";
import type { ChatGateway } from "@jiedui/integrations";
import { loggerOptions } from "@jiedui/platform";
import type { INestApplication } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { Runtime } from "@temporalio/worker";
import { LoggerModule, Logger } from "nestjs-pino";
import { CaseWorkerRunner } from "./case-worker.runner";
import { LogWatch } from "./case/log-watch";
import { Digests } from "./digest/digests";
import { Housekeeping } from "./housekeeping/housekeeping";
import { LeadsGone } from "./handover/leads-gone";
import { PersonalDays } from "./occasion/personal-days";
import { OutboxDispatcher } from "./outbox/outbox.dispatcher";
import { ShamWatch } from "./sham/sham-watch";
import type { WorkerConfig } from "./worker.config";
import { WorkerModule } from "./worker.module";

/** A worker process, started: polling, dispatching, and answering for its health on its port. */
export async function createWorker(
  config: WorkerConfig,
  options: { chat?: ChatGateway; onFailure: (failure: unknown) => void },
): Promise<INestApplication> {
  installRuntime(config);
  const app = await NestFactory.create(
    {
      module: WorkerProcess,
      imports: [LoggerModule.forRoot(loggerOptions("worker")), WorkerModule.for(config, options.chat)],
    },
    { bufferLogs: true },
  );
  app.useLogger(app.get(Logger));
  await app.listen(config.port, "127.0.0.1");
  app.get(CaseWorkerRunner).start(options.onFailure);
  app.get(OutboxDispatcher).start();
  app.get(LogWatch).start();
  app.get(Housekeeping).start();
  app.get(PersonalDays).start();
  app.get(LeadsGone).start();
  app.get(ShamWatch).start();
  app.get(Digests).start();
  return app;
}

class WorkerProcess {}

/** Nest ends the process; Temporal's own signal handlers would race with it. */
let runtimeInstalled = false;
function installRuntime({ engineMetricsAddress }: WorkerConfig): void {
  if (!runtimeInstalled)
    Runtime.install({
      shutdownSignals: [],
      ...(engineMetricsAddress !== undefined && {
        telemetryOptions: { metrics: { prometheus: { bindAddress: engineMetricsAddress } } },
      }),
    });
  runtimeInstalled = true;
}
