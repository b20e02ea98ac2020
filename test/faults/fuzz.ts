import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { ROOT } from "../support/root";

const JEST = path.join(ROOT, "node_modules", "jest", "bin", "jest.js");

/** The suite `fuzz` for as long as one likes; it says itself which request was answered wrongly. */
export async function runFuzz(minutes: number, seed: number): Promise<string[]> {
  const suite = spawn(process.execPath, [JEST, "--selectProjects", "test-fuzz", "--runInBand"], {
    cwd: ROOT,
    stdio: "inherit",
    env: {
      ...process.env,
      NODE_ENV: "test",
      LOG_LEVEL: process.env["LOG_LEVEL"] ?? "fatal",
      JIEDUI_FUZZ_MINUTES: String(minutes),
      JIEDUI_FUZZ_SEED: String(seed),
    },
  });
  const [code] = (await once(suite, "close")) as [number | null];
  return code === 0 ? [] : [`the interface fuzzed for ${minutes} minutes with seed ${seed}: see above`];
}
