import { createInterface } from "node:readline/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { World } from "../application";
import { parseDatabaseUrl } from "../database/database-url";
import { OUR_DATABASES } from "../database/roles";
import { homeFolder } from "../folders";
import { interruption } from "../interruption";
import { LocalSystem, type RunningWorld } from "../local-system";
import { type Log, PlainError, consoleLog, seconds } from "../say";
import { asCommand } from "./command";

const KNOWN = ["--rehearsal", "--fresh", "--yes"];
/** After an interruption a start ends when it sees that its parts are gone. */
const START_GIVES_UP_MS = 15_000;

/** From nothing to an address that answers; then everything is kept alive until Ctrl-C. */
export async function run(args: readonly string[]): Promise<void> {
  await asCommand(async () => {
    await startSystem({ ...readStartRequest("npm start", args), watch: false });
  });
}

export function readStartRequest(verb: string, args: readonly string[]): Omit<StartRequest, "watch"> {
  const unknown = args.find((arg) => !KNOWN.includes(arg));
  if (unknown) throw new PlainError(`${verb} does not know ${unknown}; it knows ${KNOWN.join(", ")}.`);
  return {
    rehearsal: args.includes("--rehearsal"),
    fresh: args.includes("--fresh"),
    mayErase: args.includes("--yes"),
  };
}

export interface StartRequest {
  rehearsal: boolean;
  fresh: boolean;
  mayErase: boolean;
  watch: boolean;
}

export async function startSystem(request: StartRequest): Promise<LocalSystem> {
  const log = consoleLog();
  const dataDir = homeFolder();
  if (request.fresh) refuseToEraseElsewhere(process.env);
  const system = new LocalSystem(dataDir, log);
  system.claimFolder();
  const starting = bringUp(system, request, log, dataDir);
  stopOnSignals(system, starting, log);
  try {
    await starting;
    return system;
  } catch (cause) {
    await system.stop();
    if (interruption.signal.aborted) return new Promise(() => undefined); // whoever interrupts ends the process
    throw cause;
  }
}

async function bringUp(system: LocalSystem, request: StartRequest, log: Log, dataDir: string): Promise<void> {
  const startedAtMs = Date.now();
  await system.endParts();
  if (request.fresh && system.hasData()) {
    if (!request.mayErase) await askBeforeErasing(dataDir);
    system.beginAnew();
    log.line(`✓ the data in ${dataDir} is erased`);
  }
  const worlds: World[] = request.rehearsal ? ["live", "rehearsal"] : ["live"];
  await system.requireApplicationPorts(worlds);
  const stack = await system.startStack();
  if (request.rehearsal && !stack.canSkipTime)
    log.line("! This engine cannot skip time: live work runs, rehearsal is off.");
  const running: RunningWorld[] = [];
  for (const world of worlds)
    if (world === "live" || stack.canSkipTime)
      running.push(await system.startWorld(stack, world, request.watch));
  describe(running, log, startedAtMs, dataDir);
}

/** What lies on a server of somebody else's is theirs to remove. */
export function refuseToEraseElsewhere(env: NodeJS.ProcessEnv): void {
  if (env.DATABASE_URL) {
    const { host } = parseDatabaseUrl(env.DATABASE_URL);
    throw new PlainError(
      `--fresh erases nothing on the PostgreSQL that DATABASE_URL names (${host}): drop its databases ` +
        `${OUR_DATABASES.join(", ")} yourself and start without --fresh, or unset DATABASE_URL.`,
    );
  }
  if (env.TEMPORAL_ADDRESS)
    throw new PlainError(
      `--fresh erases nothing on the engine that TEMPORAL_ADDRESS names (${env.TEMPORAL_ADDRESS}), whose cases would be left ` +
        "without their records: remove its namespaces live and rehearsal yourself and start without --fresh, or unset TEMPORAL_ADDRESS.",
    );
}

function describe(running: readonly RunningWorld[], log: Log, startedAtMs: number, dataDir: string): void {
  log.line("");
  for (const { world, address, prepared } of running) {
    log.line(`  ${world === "live" ? "Jiedui 结对" : "Rehearsal 演练"}   ${address}`);
    if (prepared.firstAdministrator)
      log.line(
        `    sign in as ${prepared.firstAdministrator.login}, password ${prepared.firstAdministrator.password}   (shown only this once)`,
      );
  }
  log.line(
    `\nUp after ${seconds(startedAtMs)}. Data and logs are in ${dataDir}. Ctrl-C stops everything and keeps the data.`,
  );
}

async function askBeforeErasing(dataDir: string): Promise<void> {
  if (!process.stdin.isTTY)
    throw new PlainError(
      `--fresh erases all data in ${dataDir}: say --yes as well where nobody can be asked.`,
    );
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  terminal.on("SIGINT", () => process.kill(process.pid, "SIGINT"));
  const closed = new Promise<string>((resolve) => terminal.once("close", () => resolve("")));
  const answer = await Promise.race([
    terminal.question(`Erase all data in ${dataDir}? Type yes to go on: `),
    closed,
  ]);
  terminal.close();
  if (answer.trim().toLowerCase() !== "yes") throw new PlainError("Nothing was erased.");
}

/** Also in the middle of a start: what it has launched is ended, what it has not is launched no more. */
function stopOnSignals(system: LocalSystem, starting: Promise<void>, log: Log): void {
  const stop = async () => {
    const sinceMs = Date.now();
    log.line("\nStopping; the data is kept …");
    await system.stop();
    await Promise.race([starting.catch(() => undefined), sleep(START_GIVES_UP_MS)]);
    await system.stop();
    log.line(`✓ stopped (${seconds(sinceMs)})`);
  };
  const onSignal = () => {
    if (interruption.signal.aborted) return;
    interruption.abort();
    void stop().then(
      () => process.exit(0),
      (cause: unknown) => {
        console.error(cause);
        process.exit(1);
      },
    );
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, onSignal);
}
