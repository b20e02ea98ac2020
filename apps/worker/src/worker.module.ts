import { CaseRepository, createDataSource } from "@jiedui/database";
import { NoChat, NoDigest, WebhookChat, WebhookDigest, type ChatGateway } from "@jiedui/integrations";
import { connectTemporal, connectionOptions } from "@jiedui/platform";
import type { DynamicModule } from "@nestjs/common";
import { NativeConnection } from "@temporalio/worker";
import { CaseActivitiesService } from "./case/case.activities";
import { LogWatch } from "./case/log-watch";
import { RecorderPools } from "./case/recorder-pools";
import { CaseWorkerRunner } from "./case-worker.runner";
import { Digests, type DigestRoutes } from "./digest/digests";
import { HealthController } from "./health/health.controller";
import { Housekeeping } from "./housekeeping/housekeeping";
import { LeadsGone } from "./handover/leads-gone";
import { PersonalDays } from "./occasion/personal-days";
import { OutboxDispatcher } from "./outbox/outbox.dispatcher";
import { CaseOpener } from "./roster/case-opener";
import { RosterCampaignActivities } from "./roster/roster-campaign.activities";
import { ShamWatch } from "./sham/sham-watch";
import type { WorkerConfig } from "./worker.config";

/** Everything that one worker process holds. */
export class WorkerModule {
  static for(config: WorkerConfig, chat: ChatGateway = chatOf(config)): DynamicModule {
    return {
      module: WorkerModule,
      controllers: [HealthController],
      providers: [
        { provide: RecorderPools, useFactory: () => RecorderPools.connect(config.databaseUrl) },
        CaseActivitiesService,
        {
          provide: OutboxDispatcher,
          useFactory: async () => {
            const dataSource = createDataSource(config.databaseUrl, {
              poolSize: 2,
              applicationName: "outbox",
            });
            await dataSource.initialize();
            return new OutboxDispatcher(dataSource, connectTemporal(config.temporal), config.world);
          },
        },
        {
          provide: LogWatch,
          inject: [RecorderPools],
          useFactory: ({ durable }: RecorderPools) =>
            new LogWatch(durable, new CaseRepository(), connectTemporal(config.temporal)),
        },
        {
          provide: Housekeeping,
          inject: [RecorderPools],
          useFactory: ({ durable }: RecorderPools) => new Housekeeping(durable, config.evidence),
        },
        {
          provide: PersonalDays,
          inject: [RecorderPools],
          useFactory: ({ durable }: RecorderPools) =>
            new PersonalDays(durable, connectTemporal(config.temporal), config.world),
        },
        {
          provide: LeadsGone,
          inject: [RecorderPools],
          useFactory: ({ durable }: RecorderPools) =>
            new LeadsGone(durable, connectTemporal(config.temporal), config.world),
        },
        {
          provide: Digests,
          inject: [RecorderPools],
          useFactory: ({ durable }: RecorderPools) =>
            new Digests(durable, config.world, routesOf(config, chat), config.digestFromMinute),
        },
        {
          provide: ShamWatch,
          inject: [RecorderPools],
          useFactory: ({ durable }: RecorderPools) => new ShamWatch(durable),
        },
        {
          provide: RosterCampaignActivities,
          inject: [RecorderPools],
          useFactory: ({ durable }: RecorderPools) => {
            const client = connectTemporal(config.temporal);
            const opener = new CaseOpener(client, durable, config.taskQueue, config.world);
            return new RosterCampaignActivities(durable, opener);
          },
        },
        {
          provide: CaseWorkerRunner,
          inject: [CaseActivitiesService, RosterCampaignActivities],
          useFactory: async (activities: CaseActivitiesService, campaigns: RosterCampaignActivities) => {
            const connection = await NativeConnection.connect(connectionOptions(config.temporal));
            return CaseWorkerRunner.create(config, connection, activities, campaigns);
          },
        },
      ],
    };
  }
}

function routesOf({ digestWebhookUrl, consoleUrl }: WorkerConfig, chat: ChatGateway): DigestRoutes {
  const people =
    digestWebhookUrl === undefined ? new NoDigest() : new WebhookDigest(digestWebhookUrl, consoleUrl);
  return { chat, people };
}

function chatOf({ chatWebhookUrl, consoleUrl }: WorkerConfig): ChatGateway {
  return chatWebhookUrl === undefined ? new NoChat() : new WebhookChat(chatWebhookUrl, consoleUrl);
}
