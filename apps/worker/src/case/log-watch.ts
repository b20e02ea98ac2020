import type { CaseRepository, WatchedCase } from "@jiedui/database";
import {
  REPORT_QUERY,
  WAKE_SIGNAL,
  workflowIdOf,
  type CaseKindName,
  type CaseReport,
} from "@jiedui/workflow-contracts";
import { Injectable, Logger, type OnApplicationShutdown } from "@nestjs/common";
import type { Client } from "@temporalio/client";
import type { DataSource } from "typeorm";
import { casesWoken } from "../health/worker-metrics";
import { Repeating } from "../repeating";

const EVERY_MS = 60_000;
const FIRST_AFTER_MS = 20_000;
/** A command so young may still be on its way to its answer. */
const SETTLED_AFTER_SECONDS = 15;
const LOOKS_BACK_SECONDS = 240;
/** After a start: whatever was recorded in the last minutes before everything stopped. */
const LOOKS_BACK_AT_START_SECONDS = 900;
const MOST_AT_ONCE = 1_000;
const SIDE_BY_SIDE = 8;
const ANSWERS_WITHIN_MS = 5_000;

/**
 * Finds cases whose workflow does not know what stands in their log. An engine that is killed between the commit of an act
 * and the end of its task forgets the command; if nobody sends it again, the case would wait for a time that no longer is
 * the right one. Such a case is woken, and catches up.
 */
@Injectable()
export class LogWatch implements OnApplicationShutdown {
  private readonly log = new Logger(LogWatch.name);
  private readonly repeating = new Repeating(
    EVERY_MS,
    (round, stopping) => this.look(round === 0 ? LOOKS_BACK_AT_START_SECONDS : LOOKS_BACK_SECONDS, stopping),
    (failure) => this.log.warn({ failure: String(failure) }, "logs could not be compared; trying again"),
    FIRST_AFTER_MS,
  );

  constructor(
    private readonly dataSource: DataSource,
    private readonly cases: CaseRepository,
    private readonly client: Client,
  ) {}

  start(): void {
    this.repeating.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.repeating.stop();
  }

  /** @returns the cases that were behind their log, and have been woken */
  async lookOnce(
    backSeconds: number,
    settledAfterSeconds = SETTLED_AFTER_SECONDS,
    stopping: AbortSignal = new AbortController().signal,
  ): Promise<string[]> {
    const recent = await this.cases.recentlyRecorded(
      this.dataSource.manager,
      settledAfterSeconds,
      backSeconds,
      MOST_AT_ONCE,
    );
    const woken: string[] = [];
    for (let next = 0; next < recent.length && !stopping.aborted; next += SIDE_BY_SIDE) {
      const some = recent.slice(next, next + SIDE_BY_SIDE);
      const behind = await Promise.all(some.map((each) => this.wakeIfBehind(each)));
      woken.push(...some.filter((_each, index) => behind[index]).map(({ caseId }) => caseId));
    }
    return woken;
  }

  private async look(backSeconds: number, stopping: AbortSignal): Promise<void> {
    const woken = await this.lookOnce(backSeconds, SETTLED_AFTER_SECONDS, stopping);
    casesWoken.inc(woken.length);
    if (woken.length > 0) this.log.warn({ woken }, "cases were behind their log and have been woken");
  }

  /** A case that does not answer is parked, or its engine is away: it is looked at again the next time. */
  private async wakeIfBehind({ kind, caseId, seq, isFinished }: WatchedCase): Promise<boolean> {
    const handle = this.client.workflow.getHandle(workflowIdOf(kind as CaseKindName, caseId));
    return this.client.withDeadline(Date.now() + ANSWERS_WITHIN_MS, async () => {
      try {
        const isUpToDate = isFinished
          ? (await handle.describe()).status.name !== "RUNNING"
          : (await handle.query<CaseReport>(REPORT_QUERY)).seq >= seq;
        if (isUpToDate) return false;
        await handle.signal(WAKE_SIGNAL);
        return true;
      } catch (failure) {
        this.log.debug({ caseId, failure: String(failure) }, "a case did not answer");
        return false;
      }
    });
  }
}
