import { readingOptions } from "@jiedui/worker";
import { historyFromJSON } from "@temporalio/common/lib/proto-utils";
import { Runtime, Worker } from "@temporalio/worker";
import { readStory } from "../support/recorded-histories";
import type { Replayed } from "./replayed";

/** `replay-stories.js <bundle> <story> …`: replays recorded histories and says, as JSON, how each went. */
async function main([bundle = "", ...stories]: readonly string[]): Promise<void> {
  Runtime.install({
    logger: { log, trace: log, debug: log, info: log, warn: log, error: log },
    telemetryOptions: { logging: { forward: {}, filter: "ERROR" } },
  });
  const replayed: Replayed[] = [];
  for (const { name, workflowId, history } of stories.flatMap(readStory)) {
    const only = [{ workflowId, history: historyFromJSON(history) }];
    for await (const { error } of Worker.runReplayHistories(readingOptions(bundle), only))
      replayed.push({ name, failure: error?.message ?? null });
  }
  process.stdout.write(JSON.stringify(replayed));
}

/** Only the answer goes to the outputs. */
function log(): void {
  return;
}

main(process.argv.slice(2)).catch((failure: unknown) => {
  process.stderr.write(`${String(failure)}\n`);
  process.exitCode = 1;
});
