import path from "node:path";
import { loadConfig, temporalConfig, temporalEnvironment, type TemporalConfig } from "@jiedui/platform";
import { evidenceEnvironment, evidenceStoreOf, type EvidenceStore } from "@jiedui/integrations";
import { CASES_TASK_QUEUE } from "@jiedui/workflow-contracts";
import { z } from "zod";
import type { World } from "./engine/world-clock";

const environment = z.object({
  JIEDUI_WORLD: z.enum(["live", "rehearsal"]).default("live"),
  DATABASE_URL_APP: z.string().min(1),
  ...temporalEnvironment,
  ...evidenceEnvironment,
  JIEDUI_TASK_QUEUE: z.string().min(1).default(CASES_TASK_QUEUE),
  JIEDUI_CAN_SKIP_TIME: z.enum(["true", "false"]).default("true"),
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  JIEDUI_HOST: z.string().min(1).default("0.0.0.0"),
  JIEDUI_CONSOLE_DIR: z.string().optional(),
  JIEDUI_THROTTLE: z.enum(["on", "off"]).default("on"),
  JIEDUI_POOL: z.coerce.number().int().min(1).max(100).default(20),
});

export interface ApiConfig {
  readonly world: World;
  readonly databaseUrl: string;
  readonly temporal: TemporalConfig;
  readonly taskQueue: string;
  /** Whether the engine is a release that can; asked for in the rehearsal only. */
  readonly canSkipTime: boolean;
  readonly port: number;
  readonly host: string;
  readonly consoleDir: string | undefined;
  readonly throttle: boolean;
  readonly poolSize: number;
  readonly evidence: EvidenceStore;
}

/** @throws with one sentence a wrong variable */
export function apiConfig(env: NodeJS.ProcessEnv): ApiConfig {
  const read = loadConfig(environment, env);
  return {
    world: read.JIEDUI_WORLD,
    databaseUrl: read.DATABASE_URL_APP,
    temporal: temporalConfig(read),
    taskQueue: read.JIEDUI_TASK_QUEUE,
    canSkipTime: read.JIEDUI_WORLD === "rehearsal" && read.JIEDUI_CAN_SKIP_TIME === "true",
    port: read.PORT,
    host: read.JIEDUI_HOST,
    consoleDir: read.JIEDUI_CONSOLE_DIR === undefined ? undefined : path.resolve(read.JIEDUI_CONSOLE_DIR),
    throttle: read.JIEDUI_THROTTLE === "on",
    poolSize: read.JIEDUI_POOL,
    evidence: evidenceStoreOf(read, read.JIEDUI_WORLD),
  };
}
