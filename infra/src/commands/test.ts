import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CHECKOUT, isRoot } from "../folders";
import { type Log, PlainError, consoleLog, seconds } from "../say";
import { type TestStack, startTestStack } from "../test-stack";
import { asCommand } from "./command";

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

interface Suite {
  name: string;
  folder?: string;
  needsStack?: true;
  run(): Promise<Count>;
}

const FAILED_ONCE: Count = { passed: 0, failed: 1, skipped: 0 };
const SUITE_MINUTES = 40;
const log: Log = consoleLog();
const results = mkdtempSync(join(tmpdir(), "jiedui-results-"));

/** Every suite, one after the other, with its time; the last line is the sum of what really ran. */
export async function run(wanted: readonly string[]): Promise<void> {
  await asCommand(async () => {
    const total: Count = { passed: 0, failed: 0, skipped: 0 };
    const table: string[] = [];
    const add = (name: string, count: Count, sinceMs: number) => {
      for (const key of ["passed", "failed", "skipped"] as const) total[key] += count[key];
      const skipped = count.skipped ? `, ${count.skipped} skipped` : "";
      table.push(
        `${count.failed ? "✗" : "✓"} ${name}: ${count.passed} passed, ${count.failed} failed${skipped} (${seconds(sinceMs)})`,
      );
      log.line(table.at(-1) ?? "");
    };

    if (process.env.JIEDUI_BUILD === "failed") add("build", FAILED_ONCE, Date.now());
    let stack: TestStack | undefined;
    try {
      for (const suite of suites()) {
        if (wanted.length > 0 && !wanted.includes(suite.name)) continue;
        if (suite.folder && !existsSync(join(CHECKOUT, suite.folder))) continue;
        log.line(`\n── ${suite.name}`);
        const startedAtMs = Date.now();
        try {
          if (suite.needsStack) stack = await provideStack(stack);
          add(suite.name, await suite.run(), startedAtMs);
        } catch (cause) {
          log.line(cause instanceof PlainError ? cause.message : String((cause as Error).stack));
          add(suite.name, FAILED_ONCE, startedAtMs);
        }
      }
    } finally {
      await stack?.dispose();
      rmSync(results, { recursive: true, force: true });
    }

    log.line(`\n${table.join("\n")}`);
    if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
    log.line(`${total.passed} passed, ${total.failed} failed`);
  });
}

function suites(): Suite[] {
  return [
    { name: "unit", run: () => jest("unit", unitProjects()) },
    { name: "console-unit", folder: "apps/console/src", run: () => vitest("apps/console") },
    {
      name: "architecture",
      folder: "test/architecture",
      run: () => jest("architecture", ["test-architecture"]),
    },
    { name: "load", folder: "test/load", run: () => jest("load", ["test-load"]) },
    {
      name: "database",
      folder: "test/database",
      needsStack: true,
      run: () => jest("database", ["test-database"], "--maxWorkers=2"),
    },
    {
      name: "engine",
      folder: "test/engine",
      needsStack: true,
      run: () => jest("engine", ["test-engine"], "--runInBand"),
    },
    { name: "replay", folder: "test/replay", run: () => jest("replay", ["test-replay"]) },
    {
      name: "acceptance",
      folder: "test/acceptance",
      needsStack: true,
      run: () => jest("acceptance", ["test-acceptance"], "--maxWorkers=2"),
    },
    { name: "console", folder: "test/console", needsStack: true, run: browserSuite },
    {
      name: "fuzz",
      folder: "test/fuzz",
      needsStack: true,
      run: () => jest("fuzz", ["test-fuzz"], "--runInBand"),
    },
    {
      name: "faults",
      folder: "test/faults",
      run: () => jest("faults", ["test-faults"], "--runInBand"),
    },
  ];
}

/** One stack for all suites; a part that a fault test left dead is started again before the next suite. */
async function provideStack(present: TestStack | undefined): Promise<TestStack> {
  if (!present) {
    const started = await startTestStack({ log });
    process.env.JIEDUI_TEST_STACK = started.file;
    return started;
  }
  if (!present.stack.pids.postgres) await present.stack.postgres.start();
  if (!present.stack.pids.temporal) await present.stack.temporal.start();
  return present;
}

function unitProjects(): string[] {
  const packages = readdirSync(join(CHECKOUT, "packages")).map((name) => `packages/${name}`);
  return [...packages, "apps/api", "apps/worker", "workflows", "infra"]
    .filter((folder) => existsSync(join(CHECKOUT, folder, "src")))
    .map((folder) => folder.replace(/^(packages|apps)\//, ""));
}

function jest(name: string, projects: string[], ...more: string[]): Promise<Count> {
  const file = join(results, `${name}.json`);
  const program = join(CHECKOUT, "node_modules", "jest", "bin", "jest.js");
  const report = ["--json", `--outputFile=${file}`, "--passWithNoTests"];
  return counted(file, CHECKOUT, [program, ...report, ...more, "--selectProjects", ...projects]);
}

function vitest(folder: string): Promise<Count> {
  const file = join(results, "vitest.json");
  const program = join(CHECKOUT, "node_modules", "vitest", "vitest.mjs");
  const report = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  return counted(file, join(CHECKOUT, folder), [program, "run", "--passWithNoTests", ...report]);
}

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

/** Runs a test program and reads what it counted; a file that could not even be loaded is one failure. */
async function counted(file: string, cwd: string, argv: string[]): Promise<Count> {
  const child = spawn(process.execPath, argv, {
    cwd,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, NODE_ENV: "test" },
  });
  const code = await endOf(child);
  if (!existsSync(file)) return code === 0 ? { passed: 0, failed: 0, skipped: 0 } : FAILED_ONCE;
  const report = JSON.parse(readFileSync(file, "utf8")) as Report;
  const unloaded = report.testResults.filter(
    (each) => each.status === "failed" && each.assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + unloaded;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

async function endOf(child: ChildProcess): Promise<number | null> {
  const tooLong = setTimeout(() => {
    log.line(`This suite runs for more than ${SUITE_MINUTES} minutes and is ended.`);
    child.kill("SIGKILL");
  }, SUITE_MINUTES * 60_000);
  try {
    return await new Promise((resolve) => child.on("close", resolve));
  } finally {
    clearTimeout(tooLong);
  }
}

async function browserSuite(): Promise<Count> {
  process.env.JIEDUI_CHROMIUM = provideBrowser();
  return jest("console", ["test-console"], "--runInBand");
}

const BROWSERS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Debian's Chromium and a Chinese font; installed where we may, else said how. */
function provideBrowser(): string {
  const present = findBrowser();
  if (present && hasChineseFont()) return present;
  const says =
    "The console is tested in Chromium with a Chinese font: apt-get install chromium fonts-noto-cjk (or set JIEDUI_CHROMIUM).";
  if (!isRoot() || spawnSync("apt-get", ["--version"], { stdio: "ignore" }).status !== 0) {
    if (present) return present; // a missing font only makes the screenshots ugly
    throw new PlainError(says);
  }
  log.line("Installing Chromium and a Chinese font …");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["update", "-qq"], { stdio: ["ignore", "ignore", "inherit"], env });
  spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-cjk"], {
    stdio: ["ignore", "ignore", "inherit"],
    env,
  });
  const installed = findBrowser();
  if (!installed) throw new PlainError(says);
  return installed;
}

function findBrowser(): string | undefined {
  const named = process.env.JIEDUI_CHROMIUM;
  if (named) return named;
  for (const name of BROWSERS) {
    const found = spawnSync("which", [name], { encoding: "utf8" });
    if (found.status === 0) return found.stdout.trim();
  }
  return undefined;
}

function hasChineseFont(): boolean {
  const asked = spawnSync("fc-list", [":lang=zh", "family"], { encoding: "utf8" });
  return asked.status === 0 && asked.stdout.trim() !== "";
}
