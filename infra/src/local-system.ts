import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { APPLICATION_NAMES, type Application, type World, apiOf, workerOf } from "./application";
import { portFrom } from "./commands/command";
import { eraseData, hasData } from "./data-folder";
import { type PreparedWorld, prepareWorld } from "./database/prepare-world";
import { requireFreePort } from "./ports";
import { endProcess, findRunning, forget, noteOurselves } from "./processes";
import { type Log, PlainError, timed } from "./say";
import { type LocalStack, startStack, stopLeftovers } from "./stack";
import { Supervisor } from "./supervisor";

const OURSELVES = "start";

export interface RunningWorld {
  world: World;
  address: string;
  prepared: PreparedWorld;
}

/** Everything that `npm start` runs on one machine: PostgreSQL, Temporal, and api and worker for each world. */
export class LocalSystem {
  private readonly supervisor: Supervisor;

  constructor(
    private readonly dataDir: string,
    private readonly log: Log,
  ) {
    this.supervisor = new Supervisor(log);
  }

  /** One run a data folder. */
  claimFolder(): void {
    const other = findRunning(join(this.dataDir, "run"), OURSELVES);
    if (other)
      throw new PlainError(
        `Jiedui runs already on ${this.dataDir} (process ${other.pid}): stop that one first, with Ctrl-C or kill ${other.pid}.`,
      );
    mkdirSync(this.dataDir, { recursive: true, mode: 0o755 });
    noteOurselves(join(this.dataDir, "run"), OURSELVES);
  }

  /** Removes the data, after `claimFolder` and `endParts`. */
  beginAnew(): void {
    eraseData(this.dataDir);
  }

  hasData(): boolean {
    return hasData(this.dataDir);
  }

  async startStack(): Promise<LocalStack> {
    const stack = await startStack({
      dataDir: this.dataDir,
      ports: {
        postgres: portFrom("JIEDUI_POSTGRES_PORT", 5433),
        temporal: portFrom("JIEDUI_TEMPORAL_PORT", 7233),
      },
      log: this.log,
      databaseUrl: process.env.DATABASE_URL,
      temporalAddress: process.env.TEMPORAL_ADDRESS,
    });
    this.supervisor.watch("PostgreSQL", stack.postgres);
    this.supervisor.watch("Temporal", stack.temporal);
    return stack;
  }

  /** Before the long work: nobody should wait for minutes to read that a port is taken. */
  async requireApplicationPorts(worlds: readonly World[]): Promise<void> {
    for (const world of worlds) {
      const { apiPort, workerPort } = portsOf(world);
      await requireFreePort(apiPort, `the ${world} api`, "JIEDUI_PORT", "0.0.0.0");
      await requireFreePort(workerPort, `the ${world} worker's health`, "JIEDUI_WORKER_PORT", "0.0.0.0");
    }
  }

  async startWorld(stack: LocalStack, world: World, watch: boolean): Promise<RunningWorld> {
    const prepared = await prepareWorld(stack, `jiedui_${world}`, this.log);
    const options = { stack, world, urls: prepared.urls, ...portsOf(world), watch };
    const address = `http://127.0.0.1:${options.apiPort}`;
    await Promise.all([
      this.startApplication(workerOf(options), `worker of ${world} ready`),
      this.startApplication(apiOf(options), `api of ${world} ready on ${address}`),
    ]);
    return { world, address, prepared };
  }

  /** From the outside in, so that nothing is answered that cannot be kept. */
  async stop(): Promise<void> {
    this.supervisor.letGo();
    await this.endParts();
    forget(join(this.dataDir, "run"), OURSELVES);
  }

  private async startApplication(application: Application, says: string): Promise<void> {
    await timed(this.log, says, () => application.start());
    this.supervisor.watch(application.name, application);
  }

  /** What runs here, or was left running by a run that was killed; only that. */
  async endParts(): Promise<void> {
    const runFolder = join(this.dataDir, "run");
    await Promise.all(
      APPLICATION_NAMES.map(async (name) => {
        const running = findRunning(runFolder, name);
        if (running) await endProcess(running, "SIGTERM", 15_000);
        forget(runFolder, name);
      }),
    );
    await stopLeftovers(this.dataDir);
  }
}

function portsOf(world: World): { apiPort: number; workerPort: number } {
  const next = world === "live" ? 0 : 1;
  return {
    apiPort: portFrom("JIEDUI_PORT", 8080) + next,
    workerPort: portFrom("JIEDUI_WORKER_PORT", 8090) + next,
  };
}
