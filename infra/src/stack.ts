import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseDatabaseUrl } from "./database/database-url";
import { type DatabaseServer, WORLD_ROLES, ensureRoles } from "./database/roles";
import { isRoot } from "./folders";
import { EmbeddedPostgres, answers } from "./postgres/embedded-postgres";
import { findRunning } from "./processes";
import { type Log, PlainError, silentLog, timed } from "./say";
import { type Secrets, loadSecrets } from "./secrets";
import type { EngineFacts } from "./temporal/namespaces";
import { TemporalServer, useExternalEngine } from "./temporal/temporal-server";

export interface StackOptions {
  /** Data, secrets, logs and process records. Under root every folder above it must be open to others. */
  dataDir: string;
  /** `temporal` is the first of nine consecutive ports. */
  ports: { postgres: number; temporal: number };
  log?: Log;
  /** `live` and `rehearsal` unless a test wants others; only `skippingNamespaces` can be moved through time. */
  namespaces?: readonly string[];
  skippingNamespaces?: readonly string[];
  historyShards?: number;
  /** `false` for stacks that are thrown away. */
  fsync?: boolean;
  /** A superuser's URL of a PostgreSQL that somebody else runs. */
  databaseUrl?: string | undefined;
  /** For tests, each with a folder of its own on one server, one after the other. */
  takesOver?: boolean;
  temporalAddress?: string | undefined;
}

/** A part that fault tests may kill and start again; nothing restarts it by itself. */
export interface StackPart {
  readonly pid: number | undefined;
  start(): Promise<void>;
  stop(): Promise<void>;
  kill9(): Promise<void>;
  onExit(listener: () => void): void;
}

export interface LocalStack extends DatabaseServer {
  readonly dataDir: string;
  readonly secrets: Secrets;
  readonly temporalAddress: string;
  readonly engineVersion: string;
  /** Without it live work runs and whatever needs rehearsal must say so. */
  readonly canSkipTime: boolean;
  readonly pids: { postgres: number | undefined; temporal: number | undefined };
  /** A superuser's way in. */
  adminUrl(database: string): string;
  /** The way in of the role that owns every world's database. */
  ownerUrl(database: string): string;
  readonly postgres: StackPart;
  readonly temporal: StackPart;
  stop(): Promise<void>;
}

const DEFAULT_NAMESPACES = ["live", "rehearsal"];
const DEFAULT_SKIPPING = ["rehearsal"];

/** PostgreSQL and Temporal, ready for work. Whatever an earlier, killed run left behind is ended first. */
export async function startStack(options: StackOptions): Promise<LocalStack> {
  const log = options.log ?? silentLog;
  if (isRoot()) process.umask(0o022); // PostgreSQL's own user must reach what we make; secrets have modes of their own
  mkdirSync(options.dataDir, { recursive: true, mode: 0o755 });
  const parts = assemble(options, log);
  await parts.temporal?.stop(); // a leftover; before PostgreSQL, for without it the engine ends slowly
  const preparing = parts.temporal?.prepare();
  preparing?.catch(() => undefined); // looked at below; PostgreSQL starts meanwhile
  await timed(log, `PostgreSQL ready on ${parts.databaseAddress}`, async () => {
    await (parts.embedded ? parts.embedded.start() : requireAnswer(parts.server.adminUrl("postgres")));
    await ensureRoles(parts.server, { takesOver: options.takesOver ?? false });
  });
  try {
    await preparing;
    const facts = await timed(
      log,
      (found) =>
        `Temporal ${found.version} ready on ${parts.temporalAddress}${found.canSkipTime ? "" : "; it cannot skip time, so rehearsal is off"}`,
      () => startEngine(options, parts),
    );
    writeFileSync(
      stackFile(options.dataDir),
      JSON.stringify({ ...options, log: undefined, facts }, null, 2),
      { mode: 0o600 },
    );
    return toStack(options, parts, () => facts);
  } catch (cause) {
    await parts.temporal?.stop();
    await parts.embedded?.stop();
    throw cause;
  }
}

/** The stack that another process started; `file` is what `stackFile` names. Its parts can be killed and started from here. */
export function attachStack(file: string): LocalStack {
  const { facts, ...options } = JSON.parse(readFileSync(file, "utf8")) as StackOptions & {
    facts: EngineFacts;
  };
  return toStack(options, assemble(options, silentLog), () => facts);
}

export function stackFile(dataDir: string): string {
  return join(dataDir, "stack.json");
}

/** Ends what an earlier run in this folder left behind. */
export async function stopLeftovers(dataDir: string): Promise<void> {
  const ports = { postgres: 1, temporal: 1 };
  const parts = assemble({ dataDir, ports }, silentLog);
  await parts.temporal?.stop();
  await parts.embedded?.stop();
}

export function isStackRunning(dataDir: string): boolean {
  return ["postgres", "temporal"].some((name) => findRunning(join(dataDir, "run"), name));
}

interface Parts {
  server: DatabaseServer;
  embedded: EmbeddedPostgres | undefined;
  databaseAddress: string;
  temporal: TemporalServer | undefined;
  temporalAddress: string;
}

function assemble(options: StackOptions, log: Log): Parts {
  if (options.databaseUrl) parseDatabaseUrl(options.databaseUrl);
  const secrets = loadSecrets(options.dataDir);
  const embedded = options.databaseUrl
    ? undefined
    : new EmbeddedPostgres({
        dataDir: options.dataDir,
        port: options.ports.postgres,
        password: secrets.postgres,
        fsync: options.fsync ?? true,
      });
  const server: DatabaseServer = {
    secrets,
    adminUrl: (database) =>
      embedded ? embedded.url(database) : withDatabase(options.databaseUrl ?? "", database),
  };
  const temporal = options.temporalAddress
    ? undefined
    : new TemporalServer({
        dataDir: options.dataDir,
        basePort: options.ports.temporal,
        database: server,
        namespaces: options.namespaces ?? DEFAULT_NAMESPACES,
        skippingNamespaces: options.skippingNamespaces ?? DEFAULT_SKIPPING,
        historyShards: options.historyShards ?? 4,
        log,
      });
  return {
    server,
    embedded,
    databaseAddress: new URL(server.adminUrl("postgres")).host,
    temporal,
    temporalAddress: options.temporalAddress ?? temporal?.address ?? "",
  };
}

async function startEngine(options: StackOptions, parts: Parts): Promise<EngineFacts> {
  if (!parts.temporal)
    return useExternalEngine(parts.temporalAddress, options.namespaces ?? DEFAULT_NAMESPACES);
  await parts.temporal.start();
  return parts.temporal.facts;
}

function toStack(options: StackOptions, parts: Parts, facts: () => EngineFacts): LocalStack {
  return {
    dataDir: options.dataDir,
    secrets: parts.server.secrets,
    temporalAddress: parts.temporalAddress,
    get engineVersion() {
      return facts().version;
    },
    get canSkipTime() {
      return facts().canSkipTime;
    },
    get pids() {
      return { postgres: parts.embedded?.pid, temporal: parts.temporal?.pid };
    },
    adminUrl: (database) => parts.server.adminUrl(database),
    ownerUrl: (database) => {
      const url = new URL(parts.server.adminUrl(database));
      url.username = WORLD_ROLES.owner;
      url.password = parts.server.secrets.owner;
      return url.toString();
    },
    postgres: parts.embedded ?? elsewhere("PostgreSQL"),
    temporal: parts.temporal ?? elsewhere("Temporal"),
    async stop() {
      await parts.temporal?.stop();
      await parts.embedded?.stop();
    },
  };
}

/** What somebody else runs is neither started nor stopped by us. */
function elsewhere(what: string): StackPart {
  const refuse = async () => {
    throw new PlainError(`${what} is run by somebody else here; it can be neither killed nor started.`);
  };
  return {
    pid: undefined,
    start: async () => undefined,
    stop: async () => undefined,
    kill9: refuse,
    onExit: () => undefined,
  };
}

async function requireAnswer(url: string): Promise<void> {
  if (await answers(url)) return;
  throw new PlainError(
    `DATABASE_URL names ${new URL(url).host}, and no PostgreSQL lets us in there: check that it runs, and the name and password in DATABASE_URL.`,
  );
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
}
