import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { requireFreePort } from "../ports";
import {
  type ProcessRecord,
  bornAt,
  commandOf,
  endProcess,
  findRunning,
  forget,
  isAlive,
  lastLines,
  launch,
  signal,
  waitUntilGone,
} from "../processes";
import { PlainError } from "../say";
import { type NativePostgres, provideNativePostgres } from "./native-binaries";
import { type SystemUser, provideSystemUser } from "./system-user";

export interface EmbeddedPostgresOptions {
  /** The stack's folder; the cluster lives in `postgres` below it. */
  dataDir: string;
  port: number;
  password: string;
  /** `false` only for stacks that are thrown away: data then survives a killed process, but not a lost machine. */
  fsync?: boolean;
  /** Named in the sentence about a taken port. */
  portVariable?: string;
}

const SUPERUSER = "postgres";
const NAME = "postgres";
/** After a kill -9 the old backends need a moment before they let go of the cluster. */
const RETRY_MS = 10_000;
const READY_WITHIN_MS = 60_000;
const LOCALE = process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8";

/** A real PostgreSQL on the loopback, found again by its process record when whoever started it is gone. */
export class EmbeddedPostgres {
  private readonly cluster: string;
  private readonly runFolder: string;
  readonly logFile: string;
  private exitListeners: (() => void)[] = [];

  constructor(private readonly options: EmbeddedPostgresOptions) {
    this.cluster = join(options.dataDir, "postgres");
    this.runFolder = join(options.dataDir, "run");
    this.logFile = join(options.dataDir, "logs", "postgres.log");
  }

  url(database: string): string {
    return `postgresql://${SUPERUSER}:${this.options.password}@127.0.0.1:${this.options.port}/${database}`;
  }

  get pid(): number | undefined {
    return this.running()?.pid;
  }

  /** Called whenever a server started by this very process ends, for whatever reason. */
  onExit(listener: () => void): void {
    this.exitListeners.push(listener);
  }

  async start(): Promise<void> {
    const native = provideNativePostgres();
    const user = provideSystemUser();
    this.prepareFolders(native, user);
    await this.endLeftover();
    await requireFreePort(
      this.options.port,
      "PostgreSQL",
      this.options.portVariable ?? "JIEDUI_POSTGRES_PORT",
    );
    if (!existsSync(this.cluster)) this.initialise(native, user);
    this.requireVersion(native);
    await this.startWithRetry(native, user);
  }

  async stop(): Promise<void> {
    const running = this.running();
    if (running) await endProcess(running, "SIGINT", 15_000);
    forget(this.runFolder, NAME);
  }

  async kill9(): Promise<void> {
    const running = this.running();
    if (!running) return;
    signal(running, "SIGKILL");
    await waitUntilGone(running, 10_000);
  }

  private running(): ProcessRecord | undefined {
    return findRunning(this.runFolder, NAME) ?? this.postmaster();
  }

  /** The cluster's own note of who serves it, believed only if that process serves this very folder. */
  private postmaster(): ProcessRecord | undefined {
    const file = join(this.cluster, "postmaster.pid");
    if (!existsSync(file)) return undefined;
    const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
    const born = bornAt(pid);
    if (born === undefined) return undefined;
    const command = commandOf(pid);
    return command.includes(this.cluster) ? { pid, bornAt: born, command } : undefined;
  }

  private async endLeftover(): Promise<void> {
    const leftover = this.running();
    if (leftover) await endProcess(leftover, "SIGINT", 15_000);
  }

  private prepareFolders(native: NativePostgres, user: SystemUser | undefined): void {
    mkdirSync(this.options.dataDir, { recursive: true, mode: 0o755 });
    if (!user) {
      if (existsSync(this.cluster) && statSync(this.cluster).uid !== process.getuid?.())
        throw new PlainError(
          `The data folder ${this.cluster} belongs to another user: start as that user, or set JIEDUI_HOME to a folder of your own.`,
        );
      return;
    }
    chmodSync(this.options.dataDir, statSync(this.options.dataDir).mode | 0o011);
    for (const folder of [this.options.dataDir, native.folder]) {
      const reaches = spawnSync("/bin/sh", ["-c", `cd "$0"`, folder], { ...user, cwd: "/", stdio: "ignore" });
      if (reaches.status !== 0)
        throw new PlainError(
          `PostgreSQL's own user cannot reach ${folder}, because a folder above it is closed to others: ` +
            "choose another place with JIEDUI_HOME (data) and JIEDUI_CACHE (programs).",
        );
    }
  }

  private initialise(native: NativePostgres, user: SystemUser | undefined): void {
    const unfinished = `${this.cluster}.new`;
    const passwordFile = `${this.cluster}.password`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { mode: 0o700 });
    writeFileSync(passwordFile, this.options.password, { mode: 0o600 });
    if (user) {
      chownSync(unfinished, user.uid, user.gid);
      chownSync(passwordFile, user.uid, user.gid);
    }
    const made = spawnSync(
      join(native.folder, "bin", "initdb"),
      [
        `--pgdata=${unfinished}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        `--locale=${LOCALE}`,
        "--lc-messages=C",
        "--data-checksums",
        ...(this.options.fsync === false ? ["--no-sync"] : []),
      ],
      { cwd: "/", encoding: "utf8", env: { ...process.env, LC_ALL: LOCALE, TZ: "UTC" }, ...user },
    );
    rmSync(passwordFile, { force: true });
    if (made.status !== 0)
      throw new PlainError(
        `PostgreSQL could not create its data folder: ${(made.stderr || String(made.error)).trim()}`,
      );
    renameSync(unfinished, this.cluster);
  }

  private requireVersion(native: NativePostgres): void {
    const version = readFileSync(join(this.cluster, "PG_VERSION"), "utf8").trim();
    if (version === native.major) return;
    throw new PlainError(
      `The data folder ${this.cluster} was written by PostgreSQL ${version}, this release brings PostgreSQL ${native.major}: ` +
        "start the release that wrote it, run PostgreSQL's pg_upgrade on it, or begin anew with npm start -- --fresh.",
    );
  }

  private async startWithRetry(native: NativePostgres, user: SystemUser | undefined): Promise<void> {
    const untilMs = Date.now() + RETRY_MS;
    for (;;) {
      const record = this.spawnServer(native, user);
      if (await this.becomesReady(record)) return;
      if (Date.now() > untilMs)
        throw new PlainError(
          `PostgreSQL does not start; the last lines of ${this.logFile}:\n${lastLines(this.logFile, 8)}`,
        );
      await sleep(250);
    }
  }

  private spawnServer(native: NativePostgres, user: SystemUser | undefined): ProcessRecord {
    const settings: Record<string, string> = {
      listen_addresses: "127.0.0.1",
      unix_socket_directories: "",
      max_connections: "200",
      shared_buffers: "256MB",
      effective_cache_size: "1GB",
      work_mem: "8MB",
      maintenance_work_mem: "128MB",
      max_wal_size: "2GB",
      checkpoint_timeout: "15min",
      wal_compression: "on",
      random_page_cost: "1.1",
      jit: "off",
      timezone: "UTC",
      log_timezone: "UTC",
      synchronous_commit: "on",
      fsync: this.options.fsync === false ? "off" : "on",
    };
    const child = launch({
      name: NAME,
      runFolder: this.runFolder,
      logFile: this.logFile,
      cwd: "/",
      file: join(native.folder, "bin", "postgres"),
      args: [
        "-D",
        this.cluster,
        "-p",
        String(this.options.port),
        ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
      ],
      env: { PATH: process.env.PATH, LC_ALL: LOCALE, TZ: "UTC" },
      ...(user ? { user } : {}),
    });
    child.on("exit", () => this.exitListeners.forEach((listener) => listener()));
    return findRunning(this.runFolder, NAME) ?? { pid: child.pid ?? -1, bornAt: "", command: NAME };
  }

  private async becomesReady(record: ProcessRecord): Promise<boolean> {
    const untilMs = Date.now() + READY_WITHIN_MS;
    while (isAlive(record) && Date.now() < untilMs) {
      if (await answers(this.url("postgres"))) return true;
      await sleep(50);
    }
    return false;
  }
}

export async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false; // not yet, or not any more: the caller decides how long to ask
  } finally {
    await client.end().catch(() => undefined);
  }
}
