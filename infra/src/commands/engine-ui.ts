import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { requireFreePort } from "../ports";
import { findRunningSystem } from "../running-system";
import { consoleLog } from "../say";
import { provideWebUi } from "../temporal/engine-binaries";
import { asCommand, portFrom } from "./command";

/** Temporal's own web UI on the engine that is running, until Ctrl-C. */
export async function run(): Promise<void> {
  await asCommand(async () => {
    const log = consoleLog();
    const stack = findRunningSystem();
    const port = portFrom("JIEDUI_ENGINE_UI_PORT", 8233);
    const program = await provideWebUi(log);
    await requireFreePort(port, "Temporal's web UI", "JIEDUI_ENGINE_UI_PORT");
    const root = join(stack.dataDir, "temporal-ui");
    mkdirSync(join(root, "config"), { recursive: true });
    writeFileSync(
      join(root, "config", "local.yaml"),
      JSON.stringify(webUiConfig(stack.temporalAddress, port), null, 2),
    );
    const child = spawn(program, ["--root", root, "--config", "config", "--env", "local", "start"], {
      cwd: root,
      stdio: ["ignore", "ignore", "inherit"],
    });
    log.line(`Temporal's web UI: http://127.0.0.1:${port}/namespaces/live/workflows   (Ctrl-C ends it)`);
    for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => child.kill("SIGTERM"));
    process.exitCode = await new Promise<number>((resolve) =>
      child.on("close", (code) => resolve(code ?? 0)),
    );
  });
}

/** Looking only: cases are moved through Jiedui, which records who did it. */
function webUiConfig(temporalGrpcAddress: string, port: number) {
  return {
    temporalGrpcAddress,
    host: "127.0.0.1",
    port,
    enableUi: true,
    defaultNamespace: "live",
    disableNewsFetch: true,
    disableWriteActions: true,
    hideLogs: true,
    cors: { allowOrigins: [`http://127.0.0.1:${port}`] },
  };
}
