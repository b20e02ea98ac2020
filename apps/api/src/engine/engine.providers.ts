import type { Provider } from "@nestjs/common";
import { Client } from "@temporalio/client";
import { DataSource } from "typeorm";
import type { ApiConfig } from "../api.config";
import { ArmedTimers } from "./armed-timers";
import { CaseHistory } from "./case-history";
import { EngineRoom } from "./engine-room";
import { TemporalGateway } from "./temporal.gateway";
import { WorldClock } from "./world-clock";

/** Everything that knows the engine. */
export function engineProviders({ world, temporal, taskQueue, canSkipTime }: ApiConfig): Provider[] {
  return [
    {
      provide: WorldClock,
      inject: [DataSource],
      useFactory: (dataSource: DataSource) => new WorldClock(world, dataSource),
    },
    {
      provide: TemporalGateway,
      inject: [Client, WorldClock],
      useFactory: (client: Client, clock: WorldClock) =>
        new TemporalGateway(client, taskQueue, clock, canSkipTime),
    },
    ArmedTimers,
    CaseHistory,
    {
      provide: EngineRoom,
      inject: [DataSource, Client, ArmedTimers],
      useFactory: (dataSource: DataSource, client: Client, timers: ArmedTimers) =>
        new EngineRoom(dataSource, client, timers, { address: temporal.address, taskQueue, canSkipTime }),
    },
  ];
}
