import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { INFRA, cacheFolder } from "../folders";
import { Interrupted, interruption } from "../interruption";
import { bornAt } from "../processes";
import { type Log, PlainError, seconds } from "../say";

/** A Go module of ours that pins programs of others; each is built once and kept outside the checkout. */
interface GoModule {
  name: string;
  says: string;
  takes: string;
  programs: Record<string, string>;
}

const SERVER: GoModule = {
  name: "temporal-server",
  says: "the Temporal server",
  takes: "4 minutes",
  programs: {
    "temporal-server": "go.temporal.io/server/cmd/server",
    "temporal-sql-tool": "go.temporal.io/server/cmd/tools/sql",
  },
};

const WEB_UI: GoModule = {
  name: "temporal-ui",
  says: "Temporal's web UI",
  takes: "half a minute",
  programs: { "temporal-ui": "github.com/temporalio/ui-server/v2/cmd/server" },
};

export type Engine =
  | { kind: "built"; server: string; sqlTool: string; key: string }
  /** The official CLI: a general release, on which no case may be moved through time. */
  | { kind: "cli"; program: string };

/** Cached build → build with Go → the official CLI → a sentence. (A `TEMPORAL_ADDRESS` never comes here.) */
export async function findEngine(log: Log): Promise<Engine> {
  const key = keyOf(SERVER);
  const folder = cachedFolder(SERVER, key);
  const built: Engine = {
    kind: "built",
    server: join(folder, "temporal-server"),
    sqlTool: join(folder, "temporal-sql-tool"),
    key,
  };
  if (existsSync(folder)) return built;
  const go = findGo(SERVER);
  if (go.usable) {
    try {
      await build(SERVER, key, log);
      return built;
    } catch (cause) {
      if (!(cause instanceof PlainError) || !findCli()) throw cause;
      log.line(cause.message);
    }
  }
  const program = findCli();
  if (program) return { kind: "cli", program };
  throw new PlainError(
    `No Temporal server was found${go.usable ? "" : `, and it cannot be built (${go.reason})`}: install Go ${go.wanted} or newer ` +
      "(the server is then built once, in about 4 minutes), or put the official `temporal` program on the PATH, " +
      "or set TEMPORAL_ADDRESS to a server that runs.",
  );
}

export async function provideWebUi(log: Log): Promise<string> {
  const key = keyOf(WEB_UI);
  const folder = cachedFolder(WEB_UI, key);
  if (!existsSync(folder)) {
    const go = findGo(WEB_UI);
    if (!go.usable)
      throw new PlainError(`Temporal's web UI is built with Go ${go.wanted} or newer, and ${go.reason}.`);
    await build(WEB_UI, key, log);
  }
  return join(folder, "temporal-ui");
}

function keyOf(module: GoModule): string {
  const hash = createHash("sha256");
  for (const file of ["go.mod", "go.sum"]) hash.update(readFileSync(join(INFRA, module.name, file)));
  return `${hash.digest("hex").slice(0, 16)}-${process.platform}-${process.arch}`;
}

function cachedFolder(module: GoModule, key: string): string {
  return join(cacheFolder(), module.name, key);
}

function findCli(): string | undefined {
  return spawnSync("temporal", ["--version"], { stdio: "ignore" }).status === 0 ? "temporal" : undefined;
}

function findGo(module: GoModule): { usable: boolean; reason: string; wanted: string } {
  const wanted = /^go (\S+)/m.exec(readFileSync(join(INFRA, module.name, "go.mod"), "utf8"))?.[1] ?? "";
  const asked = spawnSync("go", ["env", "GOVERSION"], { encoding: "utf8", env: goEnvironment() });
  if (asked.status !== 0) return { usable: false, reason: "Go is not installed", wanted };
  const present = asked.stdout.trim().replace(/^go/, "");
  if (isOlder(present, wanted)) return { usable: false, reason: `Go ${present} is too old`, wanted };
  return { usable: true, reason: "", wanted };
}

function isOlder(present: string, wanted: string): boolean {
  const parts = (version: string) => version.split(".").map((part) => Number.parseInt(part, 10) || 0);
  const [have, want] = [parts(present), parts(wanted)];
  for (let index = 0; index < want.length; index++) {
    const difference = (have[index] ?? 0) - (want[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

function goEnvironment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    CGO_ENABLED: "0",
    GOTOOLCHAIN: "local",
    GOFLAGS: "-mod=readonly -buildvcs=false",
    GOWORK: "off",
  };
}

async function build(module: GoModule, key: string, log: Log): Promise<void> {
  const folder = cachedFolder(module, key);
  const unlock = await lock(
    `${folder}.lock`,
    () => existsSync(folder),
    `another process builds ${module.says}`,
    log,
  );
  if (!unlock) return;
  const startedAtMs = Date.now();
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  log.line(
    `Building ${module.says} with Go, once for every checkout (about ${module.takes} when Go has nothing cached) …`,
  );
  try {
    const seen = { modules: 0, packages: 0 };
    for (const [program, source] of Object.entries(module.programs))
      await goBuild(module, source, join(unfinished, program), (line) => {
        if (line.startsWith("go: downloading")) seen.modules++;
        else if (!line.includes(":")) seen.packages++;
        log.progress(
          `building ${module.says}: ${seen.modules ? `${seen.modules} modules fetched, ` : ""}${seen.packages} packages compiled (${seconds(startedAtMs)})`,
        );
      });
    renameSync(unfinished, folder);
  } finally {
    unlock();
  }
  log.line(`✓ ${module.says} built into ${folder} (${seconds(startedAtMs)})`);
}

async function goBuild(
  module: GoModule,
  source: string,
  output: string,
  onLine: (line: string) => void,
): Promise<void> {
  const child = spawn("go", ["build", "-v", "-trimpath", "-ldflags=-s -w", "-o", output, source], {
    cwd: join(INFRA, module.name),
    env: goEnvironment(),
    stdio: ["ignore", "ignore", "pipe"],
    signal: interruption.signal,
  });
  child.on("error", () => undefined); // said by its end
  const tail: string[] = [];
  createInterface({ input: child.stderr }).on("line", (line) => {
    if (!line.startsWith("go: downloading") && /[:\s]/.test(line)) tail.push(line);
    onLine(line);
  });
  const code = await new Promise((resolve) => child.on("close", resolve));
  if (interruption.signal.aborted) throw new Interrupted();
  if (code !== 0) throw new PlainError(`Go could not build ${module.says}:\n${tail.slice(-8).join("\n")}`);
}

/** One builder at a time for all checkouts; nothing to return once the other one is done. */
async function lock(
  file: string,
  isDone: () => boolean,
  says: string,
  log: Log,
): Promise<(() => void) | undefined> {
  mkdirSync(join(file, ".."), { recursive: true });
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify({ pid: process.pid, bornAt: bornAt(process.pid) }), { flag: "wx" });
      const unlock = () => rmSync(file, { force: true });
      // The other one may have finished since the last look.
      if (!isDone()) return unlock;
      unlock();
      return undefined;
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
    }
    if (isDone()) return undefined;
    if (!isHeld(file)) rmSync(file, { force: true });
    else {
      log.progress(says);
      await sleep(500);
    }
  }
}

function isHeld(file: string): boolean {
  try {
    const holder = JSON.parse(readFileSync(file, "utf8")) as { pid: number; bornAt?: string };
    return bornAt(holder.pid) === holder.bornAt;
  } catch {
    return false; // gone, or half written by a process that was killed
  }
}
