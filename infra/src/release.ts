import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CHECKOUT } from "./folders";

let known: string | undefined;

/** Version and, where this is a clone with git at hand, the commit: what the engine room names a worker's release by. */
export function releaseName(): string {
  known ??= [version(), commit()].filter(Boolean).join("+");
  return known;
}

function version(): string {
  return (JSON.parse(readFileSync(join(CHECKOUT, "package.json"), "utf8")) as { version: string }).version;
}

function commit(): string {
  if (!existsSync(join(CHECKOUT, ".git"))) return "";
  const git = (...args: string[]) =>
    // The clone may belong to somebody else than who starts it.
    spawnSync("git", ["-c", "safe.directory=*", "-C", CHECKOUT, ...args], { encoding: "utf8" });
  const asked = git("rev-parse", "--short", "HEAD");
  return asked.status === 0 ? asked.stdout.trim() : "";
}
