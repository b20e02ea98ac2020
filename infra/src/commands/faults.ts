import { asCommand } from "./command";
import { runScript } from "./scripts";

/** Kills at random during commands; the script brings up a stack of its own with `startTestStack`. */
export function run(args: readonly string[]): Promise<void> {
  return asCommand(() => runScript("test/dist/faults/faults.js", args));
}
