import { readFileSync, readdirSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Client } from "@temporalio/client";
import { campaignsQueueOf } from "@jiedui/workflow-contracts";
import { historyToJSON } from "@temporalio/common/lib/proto-utils";
import { ROOT } from "./root";

/** Where recorded histories are kept, a file a story. */
export const HISTORIES = path.join(ROOT, "test", "replay", "histories");

export interface RecordedHistory {
  /** The story and the number of the run in it. */
  readonly name: string;
  readonly workflowId: string;
  readonly history: { readonly events: readonly RecordedEvent[] };
}
interface RecordedEvent {
  readonly eventType: string;
}

/** What says who or where, but nothing of what happened. */
const NEUTRAL: Readonly<Record<string, unknown>> = {
  identity: "recorded",
  stackTrace: "",
  buildId: "recorded",
};

export function storiesRecorded(): string[] {
  return readdirSync(HISTORIES).map((file) => path.basename(file, ".json"));
}

export function readStory(story: string): RecordedHistory[] {
  return JSON.parse(readFileSync(path.join(HISTORIES, `${story}.json`), "utf8")) as RecordedHistory[];
}

/**
 * Where `JIEDUI_RECORD_HISTORIES` names a folder, keeps every run that the present test file has led to, in the order of
 * their beginning. Of runs with the same events in the same order one is kept: the others would replay alike.
 */
export async function recordStory(client: Client, taskQueue: string): Promise<void> {
  const folder = process.env["JIEDUI_RECORD_HISTORIES"];
  if (folder === undefined) return;
  const story = path.basename(expect.getState().testPath ?? "", ".spec.ts");
  const kept = new Map<string, Omit<RecordedHistory, "name">>();
  for (const { workflowId, runId } of await runsOf(client, taskQueue)) {
    const raw = historyToJSON(await client.workflow.getHandle(workflowId, runId).fetchHistory());
    const history = neutral(JSON.parse(raw)) as RecordedHistory["history"];
    const shape = history.events.map(({ eventType }) => eventType).join();
    if (!kept.has(shape)) kept.set(shape, { workflowId, history });
  }
  await mkdir(folder, { recursive: true });
  const histories = [...kept.values()].map((each, index) => ({ name: `${story} ${index + 1}`, ...each }));
  await writeFile(path.join(folder, `${story}.json`), lineByLine(histories));
}

async function runsOf(client: Client, taskQueue: string): Promise<{ workflowId: string; runId: string }[]> {
  const runs: { workflowId: string; runId: string; startTime: Date }[] = [];
  for await (const run of client.workflow.list({
    query: `TaskQueue IN ('${taskQueue}', '${campaignsQueueOf(taskQueue)}')`,
  }))
    runs.push(run);
  return runs.sort((one, other) => one.startTime.getTime() - other.startTime.getTime());
}

function neutral(value: unknown, key = ""): unknown {
  if (key in NEUTRAL && typeof value === "string") return NEUTRAL[key];
  if (Array.isArray(value)) return value.map((each) => neutral(each));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      key === "taskQueue" && name.toLowerCase().endsWith("name") ? "cases" : neutral(each, name),
    ]),
  );
}

/** An event a line, so that what a new recording changes can be read. */
function lineByLine(histories: readonly RecordedHistory[]): string {
  const told = histories.map(({ name, workflowId, history }) => {
    const events = history.events.map((event) => JSON.stringify(event)).join(",\n");
    return `{"name":${JSON.stringify(name)},"workflowId":${JSON.stringify(workflowId)},"history":{"events":[\n${events}\n]}}`;
  });
  return `[\n${told.join(",\n")}\n]\n`;
}
