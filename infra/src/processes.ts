import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  fchmodSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Interrupted, interruption } from "./interruption";

/**
 * A process that outlives us is found again by its record, and is only ours if pid _and_ start time agree:
 * pids are reused, and nobody else's process may be ended.
 */
export interface ProcessRecord {
  pid: number;
  bornAt: string;
  command: string;
}

export interface LaunchRequest {
  name: string;
  runFolder: string;
  file: string;
  args: string[];
  cwd: string;
  logFile: string;
  env?: NodeJS.ProcessEnv;
  user?: { uid: number; gid: number };
}

const LOG_KEPT_BYTES = 20_000_000;

/** Starts a process in a group of its own, so that Ctrl-C reaches only us and we decide the order of stopping. */
export function launch(request: LaunchRequest): ChildProcess {
  if (interruption.signal.aborted) throw new Interrupted();
  mkdirSync(request.runFolder, { recursive: true });
  mkdirSync(dirname(request.logFile), { recursive: true });
  if (existsSync(request.logFile) && statSync(request.logFile).size > LOG_KEPT_BYTES)
    renameSync(request.logFile, `${request.logFile}.1`);
  const log = openSync(request.logFile, "a", 0o600);
  fchmodSync(log, 0o600); // an earlier release left it open to everybody
  const child = spawn(request.file, request.args, {
    cwd: request.cwd,
    env: request.env ?? process.env,
    detached: true,
    stdio: ["ignore", log, log],
    ...request.user,
  });
  closeSync(log);
  child.on("error", () => undefined);
  if (child.pid !== undefined) {
    const record: ProcessRecord = { pid: child.pid, bornAt: bornAt(child.pid) ?? "", command: request.file };
    writeFileSync(recordFile(request.runFolder, request.name), JSON.stringify(record));
  }
  return child;
}

/** Leaves a record of this very process, so that a second one can tell that the first is alive. */
export function noteOurselves(runFolder: string, name: string): void {
  mkdirSync(runFolder, { recursive: true });
  const record: ProcessRecord = { pid: process.pid, bornAt: bornAt(process.pid) ?? "", command: "jiedui" };
  writeFileSync(recordFile(runFolder, name), JSON.stringify(record));
}

export function recordFile(runFolder: string, name: string): string {
  return join(runFolder, `${name}.json`);
}

/** The recorded process if it is still that very process. */
export function findRunning(runFolder: string, name: string): ProcessRecord | undefined {
  const file = recordFile(runFolder, name);
  if (!existsSync(file)) return undefined;
  let record: ProcessRecord;
  try {
    record = JSON.parse(readFileSync(file, "utf8")) as ProcessRecord;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined; // we were killed while writing it
    throw cause;
  }
  return isAlive(record) ? record : undefined;
}

export function isAlive(record: ProcessRecord): boolean {
  const born = bornAt(record.pid);
  return born !== undefined && born === record.bornAt;
}

export function forget(runFolder: string, name: string): void {
  rmSync(recordFile(runFolder, name), { force: true });
}

/** When a living process began, in words of the system; nothing for a dead one or a zombie. */
export function bornAt(pid: number): string | undefined {
  if (process.platform === "linux") {
    let stat: string;
    try {
      stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    } catch {
      return undefined; // no such process
    }
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? undefined : fields[19];
  }
  const answer = spawnSync("ps", ["-o", "lstart=", "-o", "stat=", "-p", String(pid)], {
    encoding: "utf8",
  }).stdout.trim();
  return answer === "" || /\sZ\S*$/.test(answer) ? undefined : answer.replace(/\s+\S+$/, "");
}

/** The command line of a process, to tell a namesake from ours. */
export function commandOf(pid: number): string {
  if (process.platform === "linux" && existsSync(`/proc/${pid}/cmdline`))
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  return spawnSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" }).stdout;
}

export function signal(record: ProcessRecord, name: NodeJS.Signals): void {
  if (!isAlive(record)) return;
  try {
    process.kill(record.pid, name);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "ESRCH") throw cause; // it ended in between
  }
}

export async function waitUntilGone(record: ProcessRecord, withinMs: number): Promise<boolean> {
  const untilMs = Date.now() + withinMs;
  while (isAlive(record)) {
    if (Date.now() > untilMs) return false;
    await sleep(25);
  }
  return true;
}

/** Asks a process to end, and insists after a while. */
export async function endProcess(
  record: ProcessRecord,
  ask: NodeJS.Signals,
  patienceMs: number,
): Promise<void> {
  signal(record, ask);
  if (await waitUntilGone(record, patienceMs)) return;
  signal(record, "SIGKILL");
  await waitUntilGone(record, 10_000);
}

export function lastLines(file: string, count: number): string {
  if (!existsSync(file)) return "";
  return readFileSync(file, "utf8").trimEnd().split("\n").slice(-count).join("\n");
}
