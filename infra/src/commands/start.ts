import { createInterface } from "node:readline/promises";
import type { World } from "../application";
import { homeFolder } from "../folders";
import { LocalSystem, type RunningWorld } from "../local-system";
import { type Log, PlainError, consoleLog, seconds } from "../say";
import { asCommand } from "./command";

const KNOWN = ["--rehearsal", "--fresh", "--yes"];

/** From nothing to an address that answers; then everything is kept alive until Ctrl-C. */
export async function run(args: readonly string[]): Promise<void> {
  await asCommand(async () => {
    const unknown = args.find((arg) => !KNOWN.includes(arg));
    if (unknown) throw new PlainError(`npm start does not know ${unknown}; it knows ${KNOWN.join(", ")}.`);
    await startSystem({
      rehearsal: args.includes("--rehearsal"),
      fresh: args.includes("--fresh"),
      mayErase: args.includes("--yes"),
      watch: false,
    });
  });
}

export interface StartRequest {
  rehearsal: boolean;
  fresh: boolean;
  mayErase: boolean;
  watch: boolean;
}

export async function startSystem(request: StartRequest): Promise<void> {
  const startedAtMs = Date.now();
  const log = consoleLog();
  const dataDir = homeFolder();
  const system = new LocalSystem(dataDir, log);
  await system.claimFolder();
  stopOnSignals(system, log);
  try {
    if (request.fresh && system.hasData()) {
      if (!request.mayErase) await askBeforeErasing(dataDir);
      await system.beginAnew();
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
  } catch (cause) {
    await system.stop();
    throw cause;
  }
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
  const answer = await terminal.question(`Erase all data in ${dataDir}? Type yes to go on: `);
  terminal.close();
  if (answer.trim().toLowerCase() !== "yes") throw new PlainError("Nothing was erased.");
}

function stopOnSignals(system: LocalSystem, log: Log): void {
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    const sinceMs = Date.now();
    log.line("\nStopping; the data is kept …");
    void system.stop().then(
      () => {
        log.line(`✓ stopped (${seconds(sinceMs)})`);
        process.exit(0);
      },
      (cause: unknown) => {
        console.error(cause);
        process.exit(1);
      },
    );
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, stop);
}
