import { applicationEnvironment } from "../application";
import { findRunningSystem, urlsOfWorld } from "../running-system";
import { PlainError } from "../say";
import { asCommand } from "./command";
import { runScript } from "./scripts";

/** Moves the rehearsal's clock to noon of a day, over everything that is due before. */
export function run(args: readonly string[]): Promise<void> {
  return asCommand(async () => {
    const stack = findRunningSystem();
    if (!stack.canSkipTime)
      throw new PlainError(
        "This engine cannot skip time, so there is no rehearsal whose clock could be moved.",
      );
    const urls = urlsOfWorld(stack, "rehearsal");
    const { worker } = applicationEnvironment({
      stack,
      world: "rehearsal",
      urls,
      apiPort: 0,
      workerPort: 0,
    });
    await runScript("apps/worker/dist/advance-rehearsal.js", args, {
      ...worker,
      DATABASE_URL_OWNER: urls.owner,
    });
  });
}
