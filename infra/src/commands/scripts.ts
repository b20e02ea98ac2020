import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { CHECKOUT } from "../folders";
import { PlainError } from "../say";

/** Runs one compiled script of another project to its end; Ctrl-C reaches it as it reaches us. */
export async function runScript(
  path: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<void> {
  const file = join(CHECKOUT, path);
  if (!existsSync(file))
    throw new PlainError(
      `${path} is missing: this release has no such script, or npm run build has not been run.`,
    );
  const child = spawn(process.execPath, ["--enable-source-maps", file, ...args], {
    cwd: CHECKOUT,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => undefined); // its end is ours
  process.exitCode = await new Promise<number>((resolve) => child.on("close", (code) => resolve(code ?? 1)));
}
