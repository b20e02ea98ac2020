import { Worker } from "node:worker_threads";
import type { RegisterKnown } from "@jiedui/domain";
import { FileFault } from "./file-fault";
import type { FromThread, ReadingTask } from "./reading";

/** Compiled: a thread is started from a file of JavaScript. */
const THREAD = require.resolve("@jiedui/api/dist/roster/reading.thread.js");
const MOST_MEMORY_MEBIBYTES = 1_024;
const READ_WITHIN_MS = 120_000;

export type ReadFile = Extract<FromThread, { kind: "read" }>;

/**
 * Reads a file in a thread of its own, with memory of its own.
 * @param known what the register knows of the people that the rows name
 * @throws FileFault when it is none that can be read
 */
export async function readRosterFile(
  task: ReadingTask,
  known: (residentIds: readonly string[]) => Promise<RegisterKnown>,
): Promise<ReadFile> {
  const thread = new Worker(THREAD, {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MEBIBYTES },
  });
  const timer = setTimeout(() => void thread.terminate(), READ_WITHIN_MS);
  try {
    return await new Promise<ReadFile>((resolve, reject) => {
      thread.on("message", (said: FromThread) => {
        if (said.kind === "read") resolve(said);
        else if (said.kind === "fault") reject(new FileFault(said.code, said.facts));
        else known(said.residentIds).then((register) => thread.postMessage(register), reject);
      });
      thread.on("error", (failure: Error & { code?: string }) => {
        const isFull = failure.code === "ERR_WORKER_OUT_OF_MEMORY";
        reject(isFull ? new FileFault("ROSTER_FILE_TOO_LARGE_UNPACKED", {}, { cause: failure }) : failure);
      });
      thread.on("exit", () => reject(new FileFault("ROSTER_FILE_TOO_LARGE_UNPACKED")));
    });
  } finally {
    clearTimeout(timer);
    await thread.terminate();
  }
}
