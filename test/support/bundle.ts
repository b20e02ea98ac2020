import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { bundleWorkflowCode } from "@temporalio/worker";
import { ROOT } from "./root";

/** Built by `npm run build`: what is tested is what runs. */
export const BUNDLE_IN_SERVICE = path.join(ROOT, "apps", "worker", "dist", "workflow-bundle.js");

/** A change to the rules that a test puts into the workflows' own copy of `domain`. */
const CHANGES = {
  /** Folding a voided visit fails: a bug in a release. */
  "evolve-throws": `
    const real = pairingKind.evolve;
    pairingKind.evolve = (state, event) => {
      if (event.type === "VisitVoided") throw new Error("a bug that was put in on purpose");
      return real(state, event);
    };`,
  /** Another rule: no visit is taken any more. */
  "visits-refused": `
    pairingKind.decide.recordVisit = () => ({ accepted: false, refusal: { code: "MOVE_NOT_IN_STAGE", move: "recordVisit", stage: "helping", allowed: [] } });`,
  /** Every visit is refused, and nothing is ever due: other decisions than those that were made. */
  "rules-changed": `
    pairingKind.decide.recordVisit = () => ({ accepted: false, refusal: { code: "ALREADY_OPEN" } });
    pairingKind.reconcile = () => [];
    pairingKind.onDue = () => [];`,
} as const;

/** Words of the shell that a test exchanges, so that it asks the engine for something else than it did. */
const OTHER_WORDS = {
  "records-durably-at-once": ["await call(inline)", "await call(durable)"],
  "keeps-its-timer-when-a-command-comes": ["timer.cancel();", "void timer;"],
} as const;
export const SHELL_CHANGES = Object.keys(OTHER_WORDS) as (keyof typeof OTHER_WORDS)[];

/** Times that a test shortens: the shell asks the engine for the same, and need not be waited for. */
const OTHER_TIMES = {
  "asks-again-after-three-seconds": [
    'scheduleToCloseTimeout: "10 minutes"',
    'scheduleToCloseTimeout: "3 seconds"',
  ],
} as const;

const OTHER_SHELLS = { ...OTHER_WORDS, ...OTHER_TIMES };

/** The bundle in service with another shell. */
export async function bundleWithShell(change: keyof typeof OTHER_SHELLS): Promise<string> {
  const [words, others] = OTHER_SHELLS[change];
  const inService = await readFile(BUNDLE_IN_SERVICE, "utf8");
  if (inService.split(words).length !== 2) throw new Error(`the shell says not once: ${words}`);
  const folder = await mkdtemp(path.join(tmpdir(), "jiedui-bundle-"));
  const file = path.join(folder, "workflow-bundle.js");
  await writeFile(file, inService.replace(words, others));
  return file;
}

/** A release with other rules: what its workflows run, and what its worker loads before anything else. */
export interface ChangedRelease {
  readonly workflowBundle: string;
  readonly preloaded: string;
}

export async function bundleWith(change: keyof typeof CHANGES): Promise<string> {
  return (await releaseWith(change)).workflowBundle;
}

/** Bundles the workflows in service with changed rules. */
export async function releaseWith(change: keyof typeof CHANGES): Promise<ChangedRelease> {
  const folder = await mkdtemp(path.join(tmpdir(), "jiedui-bundle-"));
  const domain = path.join(ROOT, "packages", "domain", "dist", "index.js");
  const changed = path.join(folder, "domain.js");
  await writeFile(
    changed,
    `const domain = require(${JSON.stringify(domain)});\nconst { pairingKind } = domain;\n${CHANGES[change]}\nmodule.exports = domain;\n`,
  );
  const { code } = await bundleWorkflowCode({
    workflowsPath: path.join(ROOT, "workflows", "dist", "index.js"),
    logger: { log: ignore, trace: ignore, debug: ignore, info: ignore, warn: ignore, error: console.error },
    webpackConfigHook: (config) => ({
      ...config,
      resolve: { ...config.resolve, alias: { ...config.resolve?.alias, "@jiedui/domain$": changed } },
    }),
  });
  const file = path.join(folder, "workflow-bundle.js");
  await writeFile(file, code);
  return { workflowBundle: file, preloaded: changed };
}

function ignore(): void {
  // The bundler's progress is of no interest to a test.
}
