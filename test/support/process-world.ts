import { randomUUID } from "node:crypto";
import path from "node:path";
import { hashPassword } from "@jiedui/api";
import { AccountRepository, createDataSource, runMigrations, seedWorld } from "@jiedui/database";
import {
  createWorldDatabase,
  findFreePorts,
  silentLog,
  startTestStack,
  type Log,
  type TestStack,
  type WorldUrls,
} from "@jiedui/infra";
import { connectTemporal } from "@jiedui/platform";
import { workflowIdOf, type CaseReport } from "@jiedui/workflow-contracts";
import type { Client } from "@temporalio/client";
import type { DataSource } from "typeorm";
import { Visitor } from "./http";
import { ProductProcess } from "./processes";
import { COUNTY, type TestWorld } from "./world";

export const PARTS = ["worker", "api", "temporal", "postgres"] as const;
export type PartName = (typeof PARTS)[number];
type ProgramName = Extract<PartName, "worker" | "api">;

export const TASK_QUEUE = "cases";
const DATABASE = "processes";
const PASSWORD = "a password of the tests";
const START_WITHIN_MS = 120_000;

/** A live world on a stack of its own, with api and worker as processes: every part can be killed and comes back. */
export class ProcessWorld {
  readonly client: Client;
  readonly owner: DataSource;
  private readonly programs = new Map<ProgramName, ProductProcess>();
  private readonly logsOfEnded: string[] = [];
  private readonly down = new Set<PartName>();
  private readonly people = new Map<string, Promise<Visitor>>();
  /** Parts that ended without being killed: the supervisor in service starts them again, and so do we. */
  readonly endedByThemselves: { part: PartName; lastWords: string }[] = [];

  private constructor(
    private readonly own: TestStack,
    private readonly env: NodeJS.ProcessEnv,
    private readonly urls: WorldUrls,
    private readonly ports: Readonly<Record<ProgramName, number>>,
  ) {
    this.client = connectTemporal({ address: own.stack.temporalAddress, namespace: "live" });
    this.owner = createDataSource(urls.owner, { poolSize: 3, applicationName: "test" });
  }

  /** @param through changes the recorder's way to PostgreSQL, so that a test can stand between */
  static async open(
    options: { log?: Log; fsync?: boolean; through?: (recorderUrl: string) => Promise<string> } = {},
  ): Promise<ProcessWorld> {
    const own = await startTestStack({ log: options.log ?? silentLog, fsync: options.fsync ?? false });
    try {
      const urls = await createWorldDatabase(own.stack, { database: DATABASE });
      await runMigrations(urls.owner);
      await seedWorld(urls.owner, { madeUpProgrammes: true });
      const first = await findFreePorts(2);
      const env: NodeJS.ProcessEnv = {
        LOG_LEVEL: "warn",
        JIEDUI_WORLD: "live",
        DATABASE_URL_APP: urls.app,
        DATABASE_URL_RECORDER: (await options.through?.(urls.recorder)) ?? urls.recorder,
        TEMPORAL_ADDRESS: own.stack.temporalAddress,
        TEMPORAL_NAMESPACE: "live",
        JIEDUI_TASK_QUEUE: TASK_QUEUE,
        JIEDUI_THROTTLE: "off",
        JIEDUI_EVIDENCE_DIR: path.join(own.stack.dataDir, "evidence"),
        PORT: String(first),
        WORKER_PORT: String(first + 1),
      };
      const world = new ProcessWorld(own, env, urls, { api: first, worker: first + 1 });
      await world.begin();
      return world;
    } catch (failure) {
      await own.dispose();
      throw failure;
    }
  }

  private async begin(): Promise<void> {
    await this.owner.initialize();
    try {
      await Promise.all([this.start("api"), this.start("worker")]);
    } catch (failure) {
      await this.stopPrograms();
      throw failure;
    }
  }

  async close(): Promise<void> {
    await this.stopPrograms();
    await this.client.connection.close();
    await this.owner.destroy();
    await this.own.dispose();
  }

  /** What `testStack()` finds this world's stack by, when it is the value of `JIEDUI_TEST_STACK`. */
  get stackFile(): string {
    return this.own.file;
  }

  get ownerUrl(): string {
    return this.urls.owner;
  }

  get stack(): TestStack["stack"] {
    return this.own.stack;
  }

  pidOf(part: PartName): number | undefined {
    return part === "postgres" || part === "temporal"
      ? this.own.stack.pids[part]
      : this.programs.get(part)?.pid;
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${this.ports.api}`;
  }

  async kill(part: PartName): Promise<void> {
    this.down.add(part);
    if (part === "postgres" || part === "temporal") await this.own.stack[part].kill9();
    else await this.programs.get(part)?.stop("SIGKILL");
  }

  /** Starts a part as its supervisor does: again and again, for what it needs may itself be coming up. */
  async start(part: PartName): Promise<void> {
    for (const until = Date.now() + START_WITHIN_MS; ;) {
      try {
        await this.startOnce(part);
        this.down.delete(part);
        return;
      } catch (failure) {
        if (Date.now() > until) throw failure;
        await pause(500);
      }
    }
  }

  /** What a supervisor does all the time: whatever ended by itself is started again. */
  async startWhatEnded(): Promise<void> {
    for (const part of PARTS)
      if (!this.down.has(part) && this.hasEnded(part)) {
        this.endedByThemselves.push({ part, lastWords: this.lastWordsOf(part) });
        await this.start(part);
      }
  }

  /** Somebody in a role, made at the first asking. */
  as(role: string, areaCode: string | null = role === "county-office" ? COUNTY : null): Promise<Visitor> {
    const known = this.people.get(role);
    if (known !== undefined) return known;
    const made = this.newPerson(role, areaCode).then(({ visitor }) => visitor);
    this.people.set(role, made);
    return made;
  }

  async newPerson(
    role: string,
    areaCode: string | null,
    helperId: string | null = null,
  ): Promise<{ visitor: Visitor; accountId: string }> {
    const accountId = randomUUID();
    const login = `${role}.${accountId}`;
    await new AccountRepository().create(this.owner.manager, {
      id: accountId,
      login,
      displayName: role,
      passwordHash: await hashPassword(PASSWORD),
      role,
      areaCode,
      helperId,
      mustChangePassword: false,
    });
    const visitor = new Visitor(this.baseUrl);
    const { status } = await visitor.signIn(login, PASSWORD);
    if (status >= 300) throw new Error(`${role} could not sign in: ${status}`);
    return { visitor, accountId };
  }

  async log(caseId: string): ReturnType<TestWorld["log"]> {
    const [row] = await this.owner.query<{ log: Awaited<ReturnType<TestWorld["log"]>> }[]>(
      "select case_log($1) as log",
      [caseId],
    );
    return row?.log ?? [];
  }

  report(caseId: string): Promise<CaseReport> {
    return this.client.workflow.getHandle(workflowIdOf("pairing", caseId)).query<CaseReport>("report");
  }

  private async stopPrograms(): Promise<void> {
    for (const program of this.programs.values()) await program.stop();
  }

  private async startOnce(part: PartName): Promise<void> {
    if (part === "postgres" || part === "temporal") {
      await this.own.stack[part].start();
      return;
    }
    const ready = { api: "/api/health/ready", worker: "/health/ready" }[part];
    const url = `http://127.0.0.1:${this.ports[part]}${ready}`;
    this.logsOfEnded.push(this.programs.get(part)?.log ?? "");
    this.programs.set(part, await ProductProcess.start(part, this.env, url));
  }

  /** What the api has logged as faults of its own, over all its lives. */
  get faultsLogged(): string[] {
    const logs = [...this.logsOfEnded, this.programs.get("api")?.log ?? ""].join("\n").split("\n");
    return logs.filter((line) => line.includes('"code":"INTERNAL_FAULT"'));
  }

  private lastWordsOf(part: PartName): string {
    if (part === "postgres" || part === "temporal") return "";
    return (this.programs.get(part)?.log ?? "").trim().split("\n").slice(-3).join("\n");
  }

  private hasEnded(part: PartName): boolean {
    if (part === "postgres" || part === "temporal") return this.own.stack.pids[part] === undefined;
    return this.programs.get(part)?.hasEnded ?? true;
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
