import { createHash } from "node:crypto";
import { homedir } from "node:os";
import { join, resolve } from "node:path";

/** The checkout this file was compiled in: `<checkout>/infra/{src,dist}`. */
export const CHECKOUT = resolve(__dirname, "..", "..");
export const INFRA = join(CHECKOUT, "infra");

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Built engines and PostgreSQL binaries: outside the checkout, so that every clone shares them. */
export function cacheFolder(): string {
  if (process.env.JIEDUI_CACHE) return resolve(process.env.JIEDUI_CACHE);
  return isRoot() ? "/var/cache/jiedui" : join(homedir(), ".cache", "jiedui");
}

/** Data, secrets, logs and process records of this checkout. */
export function homeFolder(): string {
  if (process.env.JIEDUI_HOME) return resolve(process.env.JIEDUI_HOME);
  const checkout = createHash("sha256").update(CHECKOUT).digest("hex").slice(0, 8);
  return isRoot() ? `/var/lib/jiedui/${checkout}` : join(homedir(), ".local", "share", "jiedui", checkout);
}
