import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type DatabaseServer, createTemporalDatabases } from "../database/roles";
import { requireFreePort } from "../ports";
import {
  type ProcessRecord,
  endProcess,
  findRunning,
  forget,
  isAlive,
  lastLines,
  launch,
  signal,
  waitUntilGone,
} from "../processes";
import { type Log, PlainError } from "../say";
import { type Engine, findEngine } from "./engine-binaries";
import { type EngineFacts, connectWhenUp, describeEngine, ensureNamespaces } from "./namespaces";
import { dynamicConfig, serverConfig, temporalPorts } from "./temporal-config";

export interface TemporalServerOptions {
  dataDir: string;
  /** The first of the engine's nine ports; its gRPC address is this one. */
  basePort: number;
  database: DatabaseServer;
  namespaces: readonly string[];
  skippingNamespaces: readonly string[];
  /** For ever, once the databases exist. */
  historyShards: number;
  log: Log;
}

const NAME = "temporal";
const UP_WITHIN_MS = 60_000;

/** A Temporal server of our own on the loopback, keeping its data in the same PostgreSQL as ours. */
export class TemporalServer {
  private readonly runFolder: string;
  private readonly folder: string;
  readonly logFile: string;
  private exitListeners: (() => void)[] = [];
  private engine: Engine | undefined;
  private known: EngineFacts | undefined;

  constructor(private readonly options: TemporalServerOptions) {
    this.runFolder = join(options.dataDir, "run");
    this.folder = join(options.dataDir, "temporal");
    this.logFile = join(options.dataDir, "logs", "temporal.log");
  }

  get address(): string {
    return `127.0.0.1:${this.options.basePort}`;
  }

  get pid(): number | undefined {
    return findRunning(this.runFolder, NAME)?.pid;
  }

  get facts(): EngineFacts {
    if (!this.known) throw new Error("the engine has not been started");
    return this.known;
  }

  onExit(listener: () => void): void {
    this.exitListeners.push(listener);
  }

  /** May take minutes: the first time on a machine the server is built. Needs no database yet. */
  async prepare(): Promise<void> {
    this.engine = await findEngine(this.options.log);
  }

  async start(): Promise<void> {
    const engine = (this.engine ??= await findEngine(this.options.log));
    await this.stop();
    for (
      let port = this.options.basePort;
      port < this.options.basePort + (engine.kind === "built" ? 9 : 1);
      port++
    )
      await requireFreePort(port, "Temporal", "JIEDUI_TEMPORAL_PORT");
    mkdirSync(this.folder, { recursive: true });
    const record = engine.kind === "built" ? await this.launchBuilt(engine) : this.launchCli(engine.program);
    await this.becomeUsable(record);
  }

  async stop(): Promise<void> {
    const running = findRunning(this.runFolder, NAME);
    if (running) await endProcess(running, "SIGTERM", 10_000);
    forget(this.runFolder, NAME);
  }

  async kill9(): Promise<void> {
    const running = findRunning(this.runFolder, NAME);
    if (!running) return;
    signal(running, "SIGKILL");
    await waitUntilGone(running, 10_000);
  }

  private async launchBuilt(engine: Extract<Engine, { kind: "built" }>): Promise<ProcessRecord> {
    const [store, visibility] = await createTemporalDatabases(this.options.database);
    if (!store || !visibility) throw new Error("the engine has two databases");
    await this.ensureSchemas(engine, store, visibility);
    const configFile = join(this.folder, "server.yaml");
    const dynamicConfigFile = join(this.folder, "dynamic.yaml");
    writeFileSync(dynamicConfigFile, dynamicConfig(this.options.skippingNamespaces));
    writeFileSync(
      configFile,
      serverConfig({
        ports: temporalPorts(this.options.basePort),
        stores: { default: store.url, visibility: visibility.url },
        dynamicConfigFile,
        historyShards: this.options.historyShards,
      }),
      { mode: 0o600 },
    );
    return this.launch(engine.server, ["--config-file", configFile, "--allow-no-auth", "start"]);
  }

  /** The tool does nothing when all is up to date, but takes a second for that: a note saves it. */
  private async ensureSchemas(
    engine: Extract<Engine, { kind: "built" }>,
    ...databases: { url: string; isNew: boolean }[]
  ): Promise<void> {
    const note = join(this.folder, "schema-of");
    const isDone =
      existsSync(note) && readFileSync(note, "utf8") === engine.key && databases.every((each) => !each.isNew);
    if (isDone) return;
    await Promise.all(
      databases.map(async ({ url }) => {
        const schema = new URL(url).pathname === "/temporal" ? "temporal" : "visibility";
        if (!(await hasSchemaTables(url)))
          await runSqlTool(engine.sqlTool, url, ["setup-schema", "-v", "0.0"]);
        await runSqlTool(engine.sqlTool, url, ["update-schema", "--schema-name", `postgresql/v12/${schema}`]);
      }),
    );
    writeFileSync(note, engine.key);
  }

  private launchCli(program: string): ProcessRecord {
    return this.launch(program, [
      ...["server", "start-dev", "--headless", "--ip", "127.0.0.1", "--port", String(this.options.basePort)],
      ...["--db-filename", join(this.folder, "cli.db"), "--log-level", "warn"],
      ...this.options.namespaces.flatMap((namespace) => ["--namespace", namespace]),
    ]);
  }

  private launch(file: string, args: string[]): ProcessRecord {
    const child = launch({
      name: NAME,
      runFolder: this.runFolder,
      logFile: this.logFile,
      cwd: this.folder,
      file,
      args,
    });
    child.on("exit", () => this.exitListeners.forEach((listener) => listener()));
    const record = findRunning(this.runFolder, NAME);
    if (!record) throw new PlainError(`${file} could not be started; see ${this.logFile}.`);
    return record;
  }

  private async becomeUsable(record: ProcessRecord): Promise<void> {
    try {
      const connection = await connectWhenUp(this.address, UP_WITHIN_MS, () => !isAlive(record));
      try {
        this.known = await describeEngine(connection);
        await ensureNamespaces(connection, this.options.namespaces);
      } finally {
        await connection.close();
      }
    } catch (cause) {
      if (cause instanceof PlainError) throw cause;
      throw new PlainError(
        `The Temporal server does not start; the last lines of ${this.logFile}:\n${lastLines(this.logFile, 6)}`,
        { cause },
      );
    }
  }
}

/** A server that somebody else runs: looked at, given our namespaces, never stopped. */
export async function useExternalEngine(
  address: string,
  namespaces: readonly string[],
): Promise<EngineFacts> {
  let connection;
  try {
    connection = await connectWhenUp(address, 10_000);
  } catch (cause) {
    throw new PlainError(
      `TEMPORAL_ADDRESS names ${address}, and no Temporal server answers there: start it, or unset TEMPORAL_ADDRESS.`,
      { cause },
    );
  }
  try {
    await ensureNamespaces(connection, namespaces);
    return await describeEngine(connection);
  } finally {
    await connection.close();
  }
}

async function hasSchemaTables(url: string): Promise<boolean> {
  const { Client } = await import("pg");
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ found: boolean }>(
      "select to_regclass('schema_version') is not null as found",
    );
    return rows[0]?.found ?? false;
  } finally {
    await client.end();
  }
}

async function runSqlTool(program: string, databaseUrl: string, args: string[]): Promise<void> {
  const url = new URL(databaseUrl);
  const child = spawn(program, args, {
    cwd: "/",
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      SQL_PLUGIN: "postgres12_pgx",
      SQL_HOST: url.hostname,
      SQL_PORT: url.port || "5432",
      SQL_USER: decodeURIComponent(url.username),
      SQL_PASSWORD: decodeURIComponent(url.password),
      SQL_DATABASE: url.pathname.slice(1),
    },
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise((resolve) => child.on("close", resolve));
  if (code !== 0)
    throw new PlainError(
      `The engine's schema could not be prepared (${args[0]}):\n${output.trim().split("\n").slice(-5).join("\n")}`,
    );
}
