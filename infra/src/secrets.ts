import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** `installation` is no password: it tells one data folder from another on a PostgreSQL that they might share. */
const NAMES = ["postgres", "temporal", "owner", "app", "recorder", "reader", "installation"] as const;
export type Secrets = Record<(typeof NAMES)[number], string>;

/** Made at random, once for each data folder. */
export function loadSecrets(dataDir: string): Secrets {
  const file = join(dataDir, "secrets.json");
  const kept: Partial<Secrets> = existsSync(file)
    ? (JSON.parse(readFileSync(file, "utf8")) as Partial<Secrets>)
    : {};
  const secrets = Object.fromEntries(
    NAMES.map((name) => [name, kept[name] ?? randomBytes(24).toString("base64url")]),
  ) as Secrets;
  if (NAMES.some((name) => kept[name] === undefined)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return secrets;
}
