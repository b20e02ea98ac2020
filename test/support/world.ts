import { randomUUID } from "node:crypto";
import path from "node:path";
import type { NestExpressApplication } from "@nestjs/platform-express";
import { apiConfig, createApi, hashPassword, openApiDocument } from "@jiedui/api";
import { AccountRepository, createDataSource, runMigrations, seedWorld } from "@jiedui/database";
import { addDays, dayAt, startOf, type Day, type PairingEvent, type Recorded } from "@jiedui/domain";
import {
  createWorldDatabase,
  dropDatabase,
  findFreePorts,
  testStack,
  withAdmin,
  worldUrls,
  type LocalStack,
  type WorldUrls,
} from "@jiedui/infra";
import { TimeSkipping, connectTemporal } from "@jiedui/platform";
import { RehearsalDriver } from "@jiedui/worker";
import { workflowIdOf, type CaseReport } from "@jiedui/workflow-contracts";
import type { Client } from "@temporalio/client";
import type { DataSource } from "typeorm";
import { BUNDLE_IN_SERVICE } from "./bundle";
import { Bridge, ChatRobot, ProductProcess } from "./processes";
import { Visitor, baseUrlOf, holdAnswersAgainst } from "./http";
import { recordStory } from "./recorded-histories";

/** Baokang county, one of its towns and one of that town's villages. */
export const COUNTY = "420626000000";
export const TOWN = "420626100000";
export const VILLAGE = "420626100001";
/** A county that nobody of these tests works in. */
export const OTHER_COUNTY = "620524000000";
export const OTHER_TOWN = "620524100000";

/** Everybody's password here. */
export const PASSWORD = "a password of the tests";
const TEMPLATE = "jiedui_test_template";

export interface WorldOptions {
  readonly world?: "live" | "rehearsal";
  /** Another workflow bundle than the one in service. */
  readonly workflowBundle?: string;
  /** The built console, served by the api. */
  readonly consoleDir?: string;
}

/** A rehearsal world of its own for one test file: database, api, worker, people, and a clock that can be moved. */
export class TestWorld {
  readonly client: Client;
  readonly time: TimeSkipping;
  readonly driver: RehearsalDriver;
  private worker: ProductProcess | undefined;
  private readonly people = new Map<string, Visitor>();

  private constructor(
    readonly stack: LocalStack,
    readonly urls: WorldUrls,
    readonly owner: DataSource,
    readonly env: NodeJS.ProcessEnv,
    readonly api: NestExpressApplication,
    readonly chat: ChatRobot,
    readonly bridge: Bridge,
  ) {
    const temporal = { address: stack.temporalAddress, namespace: env["TEMPORAL_NAMESPACE"] ?? "" };
    this.client = connectTemporal(temporal);
    this.time = new TimeSkipping(this.client, temporal.namespace);
    this.driver = new RehearsalDriver(owner, this.time);
  }

  static async open(options: WorldOptions = {}): Promise<TestWorld> {
    const stack = testStack();
    const database = `test_${randomUUID().replaceAll("-", "")}`;
    await ensureTemplate(stack);
    const urls = await createWorldDatabase(stack, { database, template: TEMPLATE });
    const world = options.world ?? "rehearsal";
    const [chat, bridge] = [new ChatRobot(), new Bridge()];
    const env: NodeJS.ProcessEnv = {
      JIEDUI_REHEARSAL_CHAT_WEBHOOK_URL: await chat.listen(),
      JIEDUI_REHEARSAL_DIGEST_WEBHOOK_URL: await bridge.listen(),
      // Stories tell their mornings themselves: those of the worker follow the wall clock.
      JIEDUI_DIGEST_AT: "23:59",
      JIEDUI_WORLD: world,
      DATABASE_URL_APP: urls.app,
      DATABASE_URL_RECORDER: urls.recorder,
      TEMPORAL_ADDRESS: stack.temporalAddress,
      TEMPORAL_NAMESPACE: world,
      JIEDUI_TASK_QUEUE: database,
      JIEDUI_WORKFLOW_BUNDLE: options.workflowBundle ?? BUNDLE_IN_SERVICE,
      JIEDUI_THROTTLE: "off",
      JIEDUI_EVIDENCE_DIR: path.join(stack.dataDir, "evidence", database),
      ...(options.consoleDir === undefined ? {} : { JIEDUI_CONSOLE_DIR: options.consoleDir }),
      PORT: "0",
      WORKER_PORT: "0",
    };
    const owner = await createDataSource(urls.owner, { poolSize: 3, applicationName: "test" }).initialize();
    const api = await createApi(apiConfig(env));
    await api.listen(0, "127.0.0.1");
    if (process.env["JEST_WORKER_ID"] !== undefined) holdAnswersAgainst(openApiDocument(api));
    const opened = new TestWorld(stack, urls, owner, env, api, chat, bridge);
    await opened.startWorker();
    return opened;
  }

  /** The worker is a process of its own, as in service. */
  async startWorker(env: NodeJS.ProcessEnv = {}): Promise<ProductProcess> {
    const port = await findFreePorts(1);
    const worker = await ProductProcess.start(
      "worker",
      { ...this.env, ...env, WORKER_PORT: String(port) },
      `http://127.0.0.1:${port}/health/ready`,
    );
    this.worker = worker;
    return worker;
  }

  get workerUrl(): string {
    return this.worker?.url ?? "";
  }

  async stopWorker(signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<void> {
    await this.worker?.stop(signal);
    this.worker = undefined;
  }

  get workerLog(): string {
    return this.worker?.log ?? "";
  }

  async close(): Promise<void> {
    await recordStory(this.client, this.env["JIEDUI_TASK_QUEUE"] ?? "");
    await this.stopWorker();
    this.chat.close();
    this.bridge.close();
    await this.api.close();
    await this.client.connection.close();
    const [row] = await this.owner.query<{ database: string }[]>("select current_database() as database");
    await this.owner.destroy();
    if (row !== undefined) await dropDatabase(this.stack, row.database);
  }

  get baseUrl(): string {
    return baseUrlOf(this.api.getHttpServer());
  }

  /** Somebody in a role, made at the first asking. */
  async as(
    role: string,
    areaCode: string | null = areaOf(role),
    helperId: string | null = null,
  ): Promise<Visitor> {
    const login = `${role}.${areaCode ?? "all"}.${helperId ?? "nobody"}`;
    const known = this.people.get(login);
    if (known !== undefined) return known;
    await new AccountRepository().create(this.owner.manager, {
      id: randomUUID(),
      login,
      displayName: role,
      passwordHash: await onePasswordHash(),
      role,
      areaCode,
      helperId,
      mustChangePassword: false,
    });
    const visitor = new Visitor(this.baseUrl);
    await visitor.signIn(login, PASSWORD);
    this.people.set(login, visitor);
    return visitor;
  }

  clerk(): Promise<Visitor> {
    return this.as("county-office");
  }

  async nowMs(): Promise<number> {
    return Math.max(await this.driver.nowMs(), Date.now());
  }

  async today(): Promise<Day> {
    return dayAt(await this.nowMs());
  }

  /** The clock goes to noon of that day, over everything that is due before. */
  async advanceTo(day: Day): Promise<void> {
    await this.driver.advanceTo(startOf(day) + 12 * 3_600_000);
  }

  async advanceDays(days: number): Promise<void> {
    await this.advanceTo(addDays(await this.today(), days));
  }

  async events<Event = LoggedEvent>(caseId: string): Promise<Event[]> {
    const [row] = await this.owner.query<{ log: Event[] }[]>("select case_log($1) as log", [caseId]);
    return row?.log ?? [];
  }

  async eventTypes(caseId: string): Promise<string[]> {
    return (await this.events(caseId)).map(({ type }) => type);
  }

  /** The case's events as its rules know them. */
  async log(caseId: string): Promise<readonly Recorded<PairingEvent>[]> {
    const [row] = await this.owner.query<{ log: Recorded<PairingEvent>[] }[]>("select case_log($1) as log", [
      caseId,
    ]);
    return row?.log ?? [];
  }

  async report(caseId: string): Promise<CaseReport> {
    return this.client.workflow.getHandle(workflowIdOf("pairing", caseId)).query<CaseReport>("report");
  }
}

/** An event as it stands in the log. */
export interface LoggedEvent {
  readonly seq: number;
  readonly type: string;
  readonly happenedOn: string;
  readonly recordedAtMs: number;
  readonly cause: Record<string, unknown>;
  readonly [fact: string]: unknown;
}

const AREA_OF_ROLE: Readonly<Record<string, string | null>> = {
  "county-office": COUNTY,
  "township-office": TOWN,
};
function areaOf(role: string): string | null {
  return AREA_OF_ROLE[role] ?? null;
}

let passwordHash: Promise<string> | undefined;
function onePasswordHash(): Promise<string> {
  passwordHash ??= hashPassword(PASSWORD);
  return passwordHash;
}

/** Migrated and seeded once for all test files; each copies it. */
async function ensureTemplate(stack: LocalStack): Promise<void> {
  await withAdmin(stack, async (admin) => {
    await admin.query("select pg_advisory_lock(20160305)");
    const found = await admin.query("select 1 from pg_database where datname = $1", [TEMPLATE]);
    if (found.rowCount === 0) {
      const building = `${TEMPLATE}_building`;
      await dropDatabase(stack, building);
      await createWorldDatabase(stack, { database: building });
      const { owner } = worldUrls(stack, building);
      await runMigrations(owner);
      await seedWorld(owner, { madeUpProgrammes: true });
      await admin.query(`alter database ${building} rename to ${TEMPLATE}`);
    }
    await admin.query("select pg_advisory_unlock(20160305)");
  });
}
