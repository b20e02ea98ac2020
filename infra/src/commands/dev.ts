import { spawn } from "node:child_process";
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
  });
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
