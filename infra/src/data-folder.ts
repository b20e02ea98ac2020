import { existsSync, readdirSync, rmSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import { APPLICATION_NAMES } from "./application";

/** Whatever a run leaves in the data folder, but for its process records. */
const OURS = [
  ...["postgres", "postgres.new", "postgres.password", "temporal", "temporal-ui"],
  ...["secrets.json", "secrets.json.new", "stack.json"],
];
const LOGS = ["postgres", "temporal", ...APPLICATION_NAMES].flatMap((name) => [
  `${name}.log`,
  `${name}.log.1`,
]);

export function hasData(dataDir: string): boolean {
  return existsSync(join(dataDir, "postgres")) || existsSync(join(dataDir, "stack.json"));
}

/** Removes what is ours and nothing else: somebody may have named a folder with files of their own. */
export function eraseData(dataDir: string): void {
  for (const name of OURS) rmSync(join(dataDir, name), { recursive: true, force: true });
  const logs = join(dataDir, "logs");
  for (const name of LOGS) rmSync(join(logs, name), { force: true });
  if (existsSync(logs) && readdirSync(logs).length === 0) rmdirSync(logs);
}
