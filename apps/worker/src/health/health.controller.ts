import { Controller, Get, Header, ServiceUnavailableException } from "@nestjs/common";
import { register } from "prom-client";
import { RecorderPools } from "../case/recorder-pools";
import { CaseWorkerRunner } from "../case-worker.runner";

/** For whoever watches the process; reached on the worker's own port only. */
@Controller()
export class HealthController {
  constructor(
    private readonly runner: CaseWorkerRunner,
    private readonly pools: RecorderPools,
  ) {}

  @Get("health/live")
  live(): { status: "ok" } {
    if (!this.runner.isRunning) throw new ServiceUnavailableException({ status: "worker stopped" });
    return { status: "ok" };
  }

  @Get("health/ready")
  async ready(): Promise<{ status: "ok" }> {
    this.live();
    await this.pools.durable.query("select 1").catch((failure: unknown) => {
      throw new ServiceUnavailableException({ status: "database away" }, { cause: failure });
    });
    return { status: "ok" };
  }

  @Get("metrics")
  @Header("content-type", register.contentType)
  metrics(): Promise<string> {
    return register.metrics();
  }
}
