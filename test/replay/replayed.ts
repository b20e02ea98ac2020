import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { ROOT } from "../support/root";

export interface Replayed {
  readonly name: string;
  /** What the engine's library objects to; null: the history leads where it led. */
  readonly failure: string | null;
}

const SCRIPT = path.join(ROOT, "test", "dist", "replay", "replay-stories.js");
const WITHIN_MS = 150_000;

/** Replays in a process of its own: the engine's native library does not live within Jest. */
export async function replayStories(bundle: string, stories: readonly string[]): Promise<Replayed[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [SCRIPT, bundle, ...stories], {
    timeout: WITHIN_MS,
    killSignal: "SIGKILL",
    maxBuffer: 16 * 1024 * 1024,
  });
  return JSON.parse(stdout) as Replayed[];
}
