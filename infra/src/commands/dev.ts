import { spawn, spawnSync } from "node:child_process";
import { existsSync, utimesSync, watch } from "node:fs";
import { join } from "node:path";
import { CHECKOUT } from "../folders";
import { portFrom, asCommand } from "./command";
import { readStartRequest, startSystem } from "./start";

/** As `npm start`, but compiling with every change, api and worker beginning anew, and the console from Vite. */
export async function run(args: readonly string[]): Promise<void> {
  await asCommand(async () => {
    await startSystem({ ...readStartRequest("npm run dev", args), watch: true });
    const tsc = join(CHECKOUT, "node_modules", "typescript", "bin", "tsc");
    keepBeside([tsc, "-b", "-w", "--preserveWatchOutput", "apps/api", "apps/worker"], CHECKOUT);
    const vite = join(CHECKOUT, "node_modules", "vite", "bin", "vite.js");
    keepBeside([vite, "--host", "127.0.0.1"], join(CHECKOUT, "apps", "console"), {
      JIEDUI_API: `http://127.0.0.1:${portFrom("JIEDUI_PORT", 8080)}`,
    });
    bundleWithEveryChange();
  });
}

const IN_THE_BUNDLE = ["workflows", "packages/domain", "packages/workflow-contracts"];
/** A compilation writes many files at once. */
const QUIET_FOR_MS = 300;

/** The worker runs workflows from a bundle: made anew with each change of what is in it, then the worker is told. */
function bundleWithEveryChange(): void {
  const worker = join(CHECKOUT, "apps", "worker", "dist");
  let waiting: NodeJS.Timeout | undefined;
  const bundle = () => {
    const made = spawnSync(process.execPath, [join(worker, "bundle.js")], { encoding: "utf8" });
    if (made.status !== 0) return console.error(made.stderr);
    const now = new Date();
    utimesSync(join(worker, "main.js"), now, now); // node --watch looks at modules, and the bundle is none
    console.log("✓ workflows bundled; the worker begins anew");
  };
  const soon = (_event: string, file: string | null) => {
    if (file !== null && !file.endsWith(".js")) return;
    clearTimeout(waiting);
    waiting = setTimeout(bundle, QUIET_FOR_MS);
  };
  for (const folder of IN_THE_BUNDLE.map((each) => join(CHECKOUT, each, "dist")))
    if (existsSync(folder)) watch(folder, { recursive: true }, soon);
}

/** Lives and ends with the terminal, as we do. */
function keepBeside(argv: string[], cwd: string, env: NodeJS.ProcessEnv = {}): void {
  const child = spawn(process.execPath, argv, {
    cwd,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env },
  });
  process.on("exit", () => child.kill("SIGTERM"));
}
