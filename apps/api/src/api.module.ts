import { createDataSource } from "@jiedui/database";
import { connectTemporal, loggerOptions } from "@jiedui/platform";
import { Module, type DynamicModule, type OnApplicationShutdown } from "@nestjs/common";
import { APP_FILTER, APP_GUARD, APP_PIPE } from "@nestjs/core";
import { ThrottlerGuard, ThrottlerModule } from "@nestjs/throttler";
import { Client } from "@temporalio/client";
import { LoggerModule } from "nestjs-pino";
import { ZodValidationPipe } from "nestjs-zod";
import { DataSource } from "typeorm";
import { AccessGuard } from "./access/access.guard";
import { AccountController } from "./account/account.controller";
import type { ApiConfig } from "./api.config";
import { AreaController } from "./area/area.controller";
import { EngineController } from "./engine/engine.controller";
import { engineProviders } from "./engine/engine.providers";
import { WorldClock } from "./engine/world-clock";
import { EvidenceController } from "./evidence/evidence.controller";
import { EvidenceService } from "./evidence/evidence.service";
import { HealthController } from "./health/health.controller";
import { ProblemFilter } from "./http/problem.filter";
import { InboxCount } from "./inbox/inbox-count";
import { InboxController } from "./inbox/inbox.controller";
import { ObligationController } from "./obligation/obligation.controller";
import { PairingCommandsController } from "./pairing/pairing-commands.controller";
import { PairingCommandsService } from "./pairing/pairing-commands.service";
import { PairingReadsController } from "./pairing/pairing-reads.controller";
import { PairingReadsService } from "./pairing/pairing-reads.service";
import { ProgrammeController } from "./programme/programme.controller";
import { HelperController } from "./register/helper.controller";
import { OrganisationController } from "./register/organisation.controller";
import { RegisterCommands } from "./register/register-commands";
import { SubjectController } from "./register/subject.controller";
import { CampaignGateway } from "./roster/campaign.gateway";
import { RosterController } from "./roster/roster.controller";
import { RosterService } from "./roster/roster.service";
import { ShamController } from "./sham/sham.controller";
import { SessionController } from "./session/session.controller";
import { SessionService } from "./session/session.service";

/** Sustained requests a minute from one address; a whole county office may sit behind one. */
const REQUESTS_A_MINUTE = 6_000;
/** After so long a read has gone wrong. */
const STATEMENT_MS = 15_000;

/** Everything that one api process holds. */
@Module({})
export class ApiModule implements OnApplicationShutdown {
  constructor(
    private readonly dataSource: DataSource,
    private readonly client: Client,
  ) {}

  static for(config: ApiConfig): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        LoggerModule.forRoot(loggerOptions("api")),
        ThrottlerModule.forRoot([{ ttl: 60_000, limit: REQUESTS_A_MINUTE, skipIf: () => !config.throttle }]),
      ],
      controllers: [
        SessionController,
        AccountController,
        AreaController,
        ProgrammeController,
        OrganisationController,
        HelperController,
        SubjectController,
        PairingCommandsController,
        PairingReadsController,
        EvidenceController,
        ShamController,
        RosterController,
        ObligationController,
        InboxController,
        HealthController,
        EngineController,
      ],
      providers: [
        {
          provide: DataSource,
          useFactory: () =>
            createDataSource(config.databaseUrl, {
              poolSize: config.poolSize,
              applicationName: "api",
              statementTimeoutMs: STATEMENT_MS,
            }).initialize(),
        },
        { provide: Client, useFactory: () => connectTemporal(config.temporal) },
        ...engineProviders(config),
        SessionService,
        RegisterCommands,
        InboxCount,
        PairingCommandsService,
        PairingReadsService,
        {
          provide: EvidenceService,
          inject: [DataSource],
          useFactory: (dataSource: DataSource) => new EvidenceService(dataSource, config.evidence),
        },
        {
          provide: RosterService,
          inject: [DataSource, Client, WorldClock],
          useFactory: (dataSource: DataSource, client: Client, clock: WorldClock) =>
            new RosterService(dataSource, new CampaignGateway(client, config.taskQueue), clock),
        },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useClass: ZodValidationPipe },
        { provide: APP_GUARD, useClass: ThrottlerGuard },
        { provide: APP_GUARD, useClass: AccessGuard },
      ],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.client.connection.close();
    await this.dataSource.destroy();
  }
}
