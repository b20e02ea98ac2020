import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { NOT_OURS, ROOT, projects } from "./tree";

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

/** What dependency-cruiser found: the file, what it imports, the rule's name and its sentence of reason. */
export interface Finding {
  readonly from: string;
  readonly to: string;
  readonly rule: string;
  readonly reason: string;
}

const CONFIG = "dependency-cruiser.config.cjs";

/** Runs the same rules that `npm run lint` runs. */
export function cruise(folders: readonly string[], root: string = ROOT): Finding[] {
  const cruiser = join(ROOT, "node_modules", "dependency-cruiser", "bin", "dependency-cruise.mjs");
  const run = spawnSync(
    process.execPath,
    [cruiser, "--config", CONFIG, "--output-type", "json", ...folders],
    {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 256 * 1024 * 1024,
    },
  );
  if (run.stdout === "") throw new Error(`dependency-cruiser said nothing: ${run.stderr}`);
  const { summary } = JSON.parse(run.stdout) as {
    summary: { violations: Violation[]; ruleSetUsed: { forbidden: { name: string; comment: string }[] } };
  };
  const reasons = new Map(summary.ruleSetUsed.forbidden.map(({ name, comment }) => [name, comment]));
  return summary.violations.map(({ from, to, rule }) => ({
    from,
    to,
    rule: rule.name,
    reason: reasons.get(rule.name) ?? "",
  }));
}

/** A copy of the sources in a temporary folder, into which forbidden imports can be put. */
export class TreeCopy {
  readonly root = mkdtempSync(join(tmpdir(), "jiedui-architecture-"));

  constructor() {
    for (const file of ["package.json", CONFIG, "module-boundaries.cjs"])
      cpSync(join(ROOT, file), join(this.root, file));
    for (const { path } of projects())
      cpSync(join(ROOT, path), join(this.root, path), {
        recursive: true,
        filter: (from) => !NOT_OURS.has(basename(from)),
      });
    for (const folder of ["", ...projects().map(({ path }) => path)])
      this.linkPackages(join(folder, "node_modules"));
  }

  /** Puts files into the copy. */
  plant(files: Readonly<Record<string, string>>): void {
    for (const [path, source] of Object.entries(files)) {
      mkdirSync(dirname(join(this.root, path)), { recursive: true });
      writeFileSync(join(this.root, path), `${source}\n`);
    }
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  /** Everything but our own packages, which the copy has itself. */
  private linkPackages(folder: string): void {
    const from = join(ROOT, folder);
    if (!existsSync(from)) return;
    mkdirSync(join(this.root, folder));
    for (const name of readdirSync(from))
      if (name !== "@jiedui" && !name.startsWith("."))
        symlinkSync(join(from, name), join(this.root, folder, name));
  }
}
