import { asCommand } from "./command";
import { runScript } from "./scripts";

/** Writes a made-up county's tables into a workbook, to try the take-over with. */
export function run(args: readonly string[]): Promise<void> {
  return asCommand(() => runScript("test/dist/load/make-roster.js", args));
}
