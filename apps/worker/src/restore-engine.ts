import { CaseRepository, createDataSource, type UnfinishedCase } from "@jiedui/database";
import { connectTemporal, keywordAttributes } from "@jiedui/platform";
import { caseStart } from "@jiedui/workflow-contracts";
import { WorkflowExecutionAlreadyStartedError, type Client } from "@temporalio/client";
import type { DataSource } from "typeorm";
import { isRecordedKind } from "./case/kinds";
import { workerConfig } from "./worker.config";

const PAGE = 200;
const AT_ONCE = 20;

export interface Restored {
  readonly started: number;
  readonly alreadyRunning: number;
}

/**
 * Puts every unfinished case onto the engine from its log. May be repeated: a case that runs is left alone.
 *
 * @param notBeforeMs the rehearsal's clock, in that world
 */
export async function restoreEngine(
  dataSource: DataSource,
  client: Client,
  taskQueue: string,
  progress: (done: number) => void,
  notBeforeMs: number | null = null,
): Promise<Restored> {
  const repository = new CaseRepository();
  const total = { started: 0, alreadyRunning: 0 };
  for (let after: string | null = null; ;) {
    const page: UnfinishedCase[] = await repository.unfinished(dataSource.manager, after, PAGE);
    for (let first = 0; first < page.length; first += AT_ONCE) {
      const outcomes = await Promise.all(
        page.slice(first, first + AT_ONCE).map((each) => startFromLog(client, taskQueue, each, notBeforeMs)),
      );
      for (const outcome of outcomes) total[outcome] += 1;
      progress(total.started + total.alreadyRunning);
    }
    const last = page[page.length - 1];
    if (last === undefined) return total;
    after = last.caseId;
  }
}

async function startFromLog(
  client: Client,
  taskQueue: string,
  { caseId, kind, stage, areaCode }: UnfinishedCase,
  notBeforeMs: number | null,
): Promise<keyof Restored> {
  if (!isRecordedKind(kind)) throw new Error(`this release knows no case of kind ${kind}`);
  const start = caseStart(kind, { caseId, resume: true, notBeforeMs }, { stage, areaCode });
  try {
    await client.workflow.start(start.workflowType, {
      workflowId: start.workflowId,
      taskQueue,
      args: [start.input],
      workflowIdConflictPolicy: "FAIL",
      typedSearchAttributes: keywordAttributes(start.searchAttributes),
    });
    return "started";
  } catch (failure) {
    if (failure instanceof WorkflowExecutionAlreadyStartedError) return "alreadyRunning";
    throw failure;
  }
}

async function main(): Promise<void> {
  const config = workerConfig(process.env);
  const dataSource = createDataSource(config.databaseUrl, { poolSize: 2, applicationName: "restore-engine" });
  await dataSource.initialize();
  const client = connectTemporal(config.temporal);
  try {
    const { started, alreadyRunning } = await restoreEngine(dataSource, client, config.taskQueue, (done) => {
      if (done % 1_000 < AT_ONCE) console.log(`${done} cases looked at`);
    });
    console.log(`${started} cases started from their logs, ${alreadyRunning} were running already`);
  } finally {
    await dataSource.destroy();
    await client.connection.close();
  }
}

if (require.main === module)
  main().catch((failure: unknown) => {
    console.error(failure instanceof Error ? failure.message : failure);
    process.exitCode = 1;
  });
