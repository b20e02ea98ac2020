import path from "node:path";
import { evidenceEnvironment, evidenceStoreOf, type EvidenceStore } from "@jiedui/integrations";
import { loadConfig, temporalConfig, temporalEnvironment, type TemporalConfig } from "@jiedui/platform";
import { CASES_TASK_QUEUE } from "@jiedui/workflow-contracts";
import { z } from "zod";
import { WORKFLOW_BUNDLE } from "./bundle";
import type { World } from "./world-clock";

const environment = z.object({
  DATABASE_URL_RECORDER: z.string().min(1),
  ...temporalEnvironment,
  ...evidenceEnvironment,
  JIEDUI_TASK_QUEUE: z.string().min(1).default(CASES_TASK_QUEUE),
  WORKER_PORT: z.coerce.number().int().min(0).max(65535).default(8082),
  JIEDUI_RELEASE: z.string().min(1).default("development"),
  JIEDUI_WORKFLOW_BUNDLE: z.string().min(1).default(WORKFLOW_BUNDLE),
  JIEDUI_CACHED_CASES: z.coerce.number().int().min(1).default(2_000),
  JIEDUI_ENGINE_METRICS_ADDRESS: z
    .string()
    .regex(/^[^:]+:\d+$/)
    .optional(),
  JIEDUI_WORLD: z.enum(["live", "rehearsal"]).default("live"),
  JIEDUI_CHAT_WEBHOOK_URL: z.url().optional(),
  JIEDUI_REHEARSAL_CHAT_WEBHOOK_URL: z.url().optional(),
  JIEDUI_DIGEST_WEBHOOK_URL: z.url().optional(),
  JIEDUI_REHEARSAL_DIGEST_WEBHOOK_URL: z.url().optional(),
  // Reminders go out from eight on, spread over thirty minutes: by then the morning's have all come.
  JIEDUI_DIGEST_AT: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .default("08:30"),
  JIEDUI_CONSOLE_URL: z.url().optional(),
});

export interface WorkerConfig {
  readonly databaseUrl: string;
  readonly world: World;
  readonly temporal: TemporalConfig;
  readonly taskQueue: string;
  readonly port: number;
  readonly release: string;
  readonly workflowBundlePath: string;
  readonly maxCachedWorkflows: number;
  /** Where the engine's SDK answers with its own figures, as `127.0.0.1:9464`; nowhere when absent. */
  readonly engineMetricsAddress: string | undefined;
  /** Where this world's offices are told their digest of the day. */
  readonly chatWebhookUrl: string | undefined;
  /** Where this world's people are told theirs. */
  readonly digestWebhookUrl: string | undefined;
  /** So many minutes of the day in China must have passed. */
  readonly digestFromMinute: number;
  readonly consoleUrl: string | undefined;
  readonly evidence: EvidenceStore;
}

/** @throws with one sentence a wrong variable */
export function workerConfig(env: NodeJS.ProcessEnv): WorkerConfig {
  const read = loadConfig(environment, env);
  return {
    databaseUrl: read.DATABASE_URL_RECORDER,
    world: read.JIEDUI_WORLD,
    temporal: temporalConfig(read),
    taskQueue: read.JIEDUI_TASK_QUEUE,
    port: read.WORKER_PORT,
    release: read.JIEDUI_RELEASE,
    workflowBundlePath: path.resolve(read.JIEDUI_WORKFLOW_BUNDLE),
    maxCachedWorkflows: read.JIEDUI_CACHED_CASES,
    engineMetricsAddress: read.JIEDUI_ENGINE_METRICS_ADDRESS,
    chatWebhookUrl:
      read.JIEDUI_WORLD === "live" ? read.JIEDUI_CHAT_WEBHOOK_URL : read.JIEDUI_REHEARSAL_CHAT_WEBHOOK_URL,
    digestWebhookUrl:
      read.JIEDUI_WORLD === "live"
        ? read.JIEDUI_DIGEST_WEBHOOK_URL
        : read.JIEDUI_REHEARSAL_DIGEST_WEBHOOK_URL,
    digestFromMinute: Number(read.JIEDUI_DIGEST_AT.slice(0, 2)) * 60 + Number(read.JIEDUI_DIGEST_AT.slice(3)),
    consoleUrl: read.JIEDUI_CONSOLE_URL,
    evidence: evidenceStoreOf(read, read.JIEDUI_WORLD),
  };
}
