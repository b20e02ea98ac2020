import { asCommand } from "./command";
import { runScript } from "./scripts";

/** Product and bare engine in one run; the script brings up a stack of its own with `startTestStack`. */
export function run(args: readonly string[]): Promise<void> {
  return asCommand(() => runScript("test/dist/load/bench.js", args));
}
