import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { WorldUrls } from "./database/roles";
import { CHECKOUT } from "./folders";
import { requireFreePort } from "./ports";
import { endProcess, findRunning, forget, isAlive, lastLines, launch } from "./processes";
import { releaseName } from "./release";
import { PlainError } from "./say";
import type { LocalStack, StackPart } from "./stack";

export type World = "live" | "rehearsal";

export interface ApplicationOptions {
  stack: LocalStack;
  world: World;
  urls: WorldUrls;
  apiPort: number;
  workerPort: number;
  /** Begin anew with every compiled change. */
  watch?: boolean;
}

/** The environment of api and worker of one world; each gets only the way in of its own role. */
export function applicationEnvironment(
  options: Pick<ApplicationOptions, "world" | "urls" | "apiPort" | "workerPort" | "watch"> & {
    stack: Pick<LocalStack, "temporalAddress" | "canSkipTime" | "dataDir">;
  },
): {
  api: NodeJS.ProcessEnv;
  worker: NodeJS.ProcessEnv;
} {
  const { DATABASE_URL: _superuser, ...inherited } = process.env;
  const both = {
    ...inherited,
    NODE_ENV: options.watch ? "development" : "production",
    JIEDUI_RELEASE: process.env.JIEDUI_RELEASE ?? releaseName(),
    JIEDUI_WORLD: options.world,
    TEMPORAL_ADDRESS: options.stack.temporalAddress,
    TEMPORAL_NAMESPACE: options.world,
    JIEDUI_TASK_QUEUE: "cases",
    JIEDUI_EVIDENCE_DIR: process.env.JIEDUI_EVIDENCE_DIR ?? join(options.stack.dataDir, "evidence"),
    JIEDUI_CAN_SKIP_TIME: String(options.stack.canSkipTime),
    LOG_LEVEL: process.env.LOG_LEVEL ?? "info",
  };
  return {
    api: {
      ...both,
      DATABASE_URL_APP: options.urls.app,
      PORT: String(options.apiPort),
      JIEDUI_CONSOLE_DIR: join(CHECKOUT, "apps", "console", "dist"),
    },
    worker: {
      ...both,
      DATABASE_URL_RECORDER: options.urls.recorder,
      WORKER_PORT: String(options.workerPort),
      JIEDUI_CONSOLE_URL: process.env.JIEDUI_CONSOLE_URL ?? `http://127.0.0.1:${options.apiPort}`,
    },
  };
}

export function apiOf(options: ApplicationOptions): Application {
  return new Application({
    name: options.world === "live" ? "api" : `api-${options.world}`,
    main: join(CHECKOUT, "apps", "api", "dist", "main.js"),
    dataDir: options.stack.dataDir,
    port: options.apiPort,
    portVariable: "JIEDUI_PORT",
    readyPath: "/api/health/ready",
    env: applicationEnvironment(options).api,
    watch: options.watch ?? false,
  });
}

export function workerOf(options: ApplicationOptions): Application {
  return new Application({
    name: options.world === "live" ? "worker" : `worker-${options.world}`,
    main: join(CHECKOUT, "apps", "worker", "dist", "main.js"),
    dataDir: options.stack.dataDir,
    port: options.workerPort,
    portVariable: "JIEDUI_WORKER_PORT",
    readyPath: "/health/ready",
    env: applicationEnvironment(options).worker,
    watch: options.watch ?? false,
  });
}

/** Every name under which an api or worker may have left a process record. */
export const APPLICATION_NAMES = ["api", "worker", "api-rehearsal", "worker-rehearsal"] as const;

interface ApplicationPlan {
  name: string;
  main: string;
  dataDir: string;
  port: number;
  portVariable: string;
  readyPath: string;
  env: NodeJS.ProcessEnv;
  watch: boolean;
}

const READY_WITHIN_MS = 60_000;
const PATIENCE_MS = 15_000;

/** One of our own processes: api or worker of one world. */
export class Application implements StackPart {
  private readonly runFolder: string;
  readonly logFile: string;
  private exitListeners: (() => void)[] = [];

  constructor(private readonly plan: ApplicationPlan) {
    this.runFolder = join(plan.dataDir, "run");
    this.logFile = join(plan.dataDir, "logs", `${plan.name}.log`);
  }

  get name(): string {
    return this.plan.name;
  }

  get pid(): number | undefined {
    return findRunning(this.runFolder, this.name)?.pid;
  }

  onExit(listener: () => void): void {
    this.exitListeners.push(listener);
  }

  async start(): Promise<void> {
    if (!existsSync(this.plan.main)) throw new PlainError(`${this.plan.main} is missing: run npm run build.`);
    await this.stop();
    await requireFreePort(this.plan.port, this.name, this.plan.portVariable, "0.0.0.0");
    const child = launch({
      name: this.name,
      runFolder: this.runFolder,
      logFile: this.logFile,
      cwd: CHECKOUT,
      file: process.execPath,
      args: [
        ...(this.plan.watch ? ["--watch", "--watch-preserve-output"] : []),
        "--enable-source-maps",
        this.plan.main,
      ],
      env: this.plan.env,
    });
    child.on("exit", () => this.exitListeners.forEach((listener) => listener()));
    await this.becomeReady();
  }

  async stop(): Promise<void> {
    const running = findRunning(this.runFolder, this.name);
    if (running) await endProcess(running, "SIGTERM", PATIENCE_MS);
    forget(this.runFolder, this.name);
  }

  async kill9(): Promise<void> {
    const running = findRunning(this.runFolder, this.name);
    if (running) await endProcess(running, "SIGKILL", PATIENCE_MS);
  }

  private async becomeReady(): Promise<void> {
    const record = findRunning(this.runFolder, this.name);
    const url = `http://127.0.0.1:${this.plan.port}${this.plan.readyPath}`;
    const untilMs = Date.now() + READY_WITHIN_MS;
    while (Date.now() < untilMs && record && isAlive(record)) {
      if (await isReady(url)) return;
      await sleep(50);
    }
    throw new PlainError(
      `${this.name} does not become ready; the last lines of ${this.logFile}:\n${lastLines(this.logFile, 10)}`,
    );
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(3_000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false; // not listening yet
  }
}
