import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** The checkout. */
export const ROOT = join(__dirname, "..", "..");

/** Folders that no one writes by hand. */
export const NOT_OURS = new Set([
  "node_modules",
  "dist",
  ".git",
  ".nx",
  "coverage",
  "artefacts",
  "test-results",
]);

export interface Manifest {
  readonly name: string;
  readonly workspaces?: readonly string[];
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly nx?: { readonly tags?: readonly string[] };
}

export interface Project {
  readonly path: string;
  readonly manifest: Manifest;
  readonly tags: readonly string[];
}

export function text(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

export function manifest(path: string): Manifest {
  return JSON.parse(text(path)) as Manifest;
}

/** Every workspace that the root names. */
export function projects(): Project[] {
  return (manifest("package.json").workspaces ?? [])
    .flatMap((pattern) =>
      pattern.endsWith("/*")
        ? readdirSync(join(ROOT, pattern.slice(0, -2))).map((name) => `${pattern.slice(0, -2)}/${name}`)
        : [pattern],
    )
    .filter((path) => existsSync(join(ROOT, path, "package.json")))
    .map((path) => {
      const own = manifest(`${path}/package.json`);
      return { path, manifest: own, tags: own.nx?.tags ?? [] };
    });
}

/** Files below a folder that are ours, as paths from the checkout with forward slashes. */
export function filesBelow(folder: string, endings: readonly string[] = [""]): string[] {
  const found: string[] = [];
  const walk = (at: string): void => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      if (NOT_OURS.has(entry.name)) continue;
      const path = join(at, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
        found.push(relative(ROOT, path).split(sep).join("/"));
    }
  };
  const start = join(ROOT, folder);
  if (existsSync(start)) walk(start);
  return found.sort();
}
