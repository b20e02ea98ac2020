import { findRunningSystem, urlsOfWorld } from "../running-system";
import { PlainError } from "../say";
import { asCommand } from "./command";
import { runScript } from "./scripts";

const PROVINCE = /^\d\d$/;

/** Loads another province, down to its villages, into a running system's world; repeating it changes nothing. */
export function run(args: readonly string[]): Promise<void> {
  return asCommand(async () => {
    const world = args.includes("--rehearsal") ? "rehearsal" : "live";
    const [province = ""] = args.filter((arg) => !arg.startsWith("--"));
    if (!PROVINCE.test(province))
      throw new PlainError(
        "Say which province by the first two digits of its division code, as in npm run load-province -- 62.",
      );
    const urls = urlsOfWorld(findRunningSystem(), world);
    await runScript("packages/database/dist/seed/load-province.js", [province], {
      DATABASE_URL_OWNER: urls.owner,
    });
  });
}
