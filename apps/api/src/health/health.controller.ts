import { Controller, Get, Header, ServiceUnavailableException } from "@nestjs/common";
import { ApiExcludeController } from "@nestjs/swagger";
import { SkipThrottle } from "@nestjs/throttler";
import { Client } from "@temporalio/client";
import { register } from "prom-client";
import { DataSource } from "typeorm";
import { Public } from "../access/access.decorator";

const ENGINE_ANSWERS_WITHIN_MS = 2_000;

/** For whoever watches the process; says nothing of any case. */
@ApiExcludeController()
@SkipThrottle()
@Controller()
export class HealthController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly client: Client,
  ) {}

  @Get("api/health/live")
  @Public("The process lives")
  live(): { status: "ok" } {
    return { status: "ok" };
  }

  /** Ready when PostgreSQL and the engine answer. */
  @Get("api/health/ready")
  @Public("PostgreSQL and the engine answer")
  async ready(): Promise<{ status: "ok" }> {
    try {
      await this.dataSource.query("select 1");
      await this.client.withDeadline(Date.now() + ENGINE_ANSWERS_WITHIN_MS, () =>
        this.client.workflowService.getSystemInfo({}),
      );
    } catch (failure) {
      throw new ServiceUnavailableException({ status: "not ready" }, { cause: failure });
    }
    return { status: "ok" };
  }

  @Get("metrics")
  @Public("Figures for whoever watches the process")
  @Header("content-type", register.contentType)
  metrics(): Promise<string> {
    return register.metrics();
  }
}
