import { applicationEnvironment } from "../application";
import { findRunningSystem, urlsOfWorld } from "../running-system";
import { asCommand } from "./command";
import { runScript } from "./scripts";

/** Puts every unfinished case of a world onto the running engine from its log; may be repeated. */
export function run(args: readonly string[]): Promise<void> {
  return asCommand(async () => {
    const world = args.includes("--rehearsal") ? "rehearsal" : "live";
    const stack = findRunningSystem();
    const environment = applicationEnvironment({
      stack,
      world,
      urls: urlsOfWorld(stack, world),
      apiPort: 0,
      workerPort: 0,
    });
    await runScript("apps/worker/dist/restore-engine.js", args, environment.worker);
  });
}
