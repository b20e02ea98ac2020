import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { bundleWorkflowCode } from "@temporalio/worker";
import { ROOT } from "./root";

/** A change to the rules that a test puts into the workflows' own copy of `domain`. */
const CHANGES = {
  /** Folding a voided visit fails: a bug in a release. */
  "evolve-throws": `
    const real = pairingKind.evolve;
    pairingKind.evolve = (state, event) => {
      if (event.type === "VisitVoided") throw new Error("a bug that was put in on purpose");
      return real(state, event);
    };`,
  /** Every visit is refused, and nothing is ever due: other decisions than those that were made. */
  "rules-changed": `
    pairingKind.decide.recordVisit = () => ({ accepted: false, refusal: { code: "ALREADY_OPEN" } });
    pairingKind.reconcile = () => [];
    pairingKind.onDue = () => [];`,
} as const;

/** Bundles the workflows in service with changed rules. */
export async function bundleWith(change: keyof typeof CHANGES): Promise<string> {
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
  return file;
}

function ignore(): void {
  // The bundler's progress is of no interest to a test.
}
