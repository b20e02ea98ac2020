import { bundleWorkflowCode } from "@temporalio/worker";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

/** Bundled once at build: what runs is what was tested. */
export const WORKFLOW_BUNDLE = path.join(__dirname, "workflow-bundle.js");

/** Loaded once for all cases. */
export const FROZEN_MODULES = require.resolve("@jiedui/workflows/dist/shell/frozen-modules.js");

async function bundle(): Promise<void> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: require.resolve("@jiedui/workflows"),
    preloadModules: [FROZEN_MODULES],
  });
  await mkdir(path.dirname(WORKFLOW_BUNDLE), { recursive: true });
  await writeFile(WORKFLOW_BUNDLE, code);
}

if (require.main === module)
  bundle().catch((failure: unknown) => {
    console.error(failure);
    process.exitCode = 1;
  });
