import type { CaseRepository, WrittenCommand, WrittenPlace } from "@jiedui/database";
import { Repeating } from "@jiedui/platform";
import {
  REPORT_QUERY,
  WAKE_SIGNAL,
  workflowIdOf,
  type CaseKindName,
  type CaseReport,
} from "@jiedui/workflow-contracts";
import { Injectable, Logger, type OnApplicationShutdown } from "@nestjs/common";
import { WorkflowNotFoundError, type Client } from "@temporalio/client";
import type { DataSource } from "typeorm";
import { casesWoken } from "../health/worker-metrics";

const EVERY_MS = 60_000;
const FIRST_AFTER_MS = 20_000;
const SIDE_BY_SIDE = 8;
const ANSWERS_WITHIN_MS = 5_000;
const MOST_UNANSWERED = 10_000;

/** How much a watch does in a round. */
export interface WatchLimits {
  /** After a start: whatever was written in the last minutes before everything stopped. */
  readonly looksBackSeconds: number;
  /** A command so young may still be on its way to its answer. */
  readonly settledAfterSeconds: number;
  readonly page: number;
  readonly mostCommands: number;
  /** Cases that did not answer in an earlier round. */
  readonly mostAskedAgain: number;
}
export const WATCH_LIMITS: WatchLimits = {
  looksBackSeconds: 900,
  settledAfterSeconds: 15,
  page: 500,
  mostCommands: 5_000,
  mostAskedAgain: 100,
};

/** A case that somebody has done something in, and how far its log is. */
interface WatchedCase {
  readonly caseId: string;
  readonly kind: string;
  readonly seq: number;
  readonly isFinished: boolean;
}
type Found = "up-to-date" | "woken" | "unanswered";

/**
 * Finds cases whose workflow does not know what stands in their log. An engine that is killed between the commit of an act
 * and the end of its task forgets the command; if nobody sends it again, the case would wait for a time that no longer is
 * the right one. Such a case is woken, and catches up. Each round goes on where the last one ended, so that no command is
 * left out however many there are; one that cannot keep up falls behind, and says so.
 */
@Injectable()
export class LogWatch implements OnApplicationShutdown {
  private readonly log = new Logger(LogWatch.name);
  private readonly repeating = new Repeating(
    EVERY_MS,
    (_round, stopping) => this.look(stopping),
    (failure) => this.log.warn({ failure: String(failure) }, "logs could not be compared; trying again"),
    FIRST_AFTER_MS,
  );
  private place: WrittenPlace | undefined;
  /** Parked, or of an engine that was not quite back: asked again until they answer. */
  private readonly unanswered = new Map<string, WatchedCase>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly cases: CaseRepository,
    private readonly client: Client,
    private readonly limits: WatchLimits = WATCH_LIMITS,
  ) {}

  start(): void {
    this.repeating.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.repeating.stop();
  }

  /**
   * @returns the cases that were behind their log, and have been woken
   * @throws Error when the engine is away; the next round looks at the same commands again
   */
  async lookOnce(stopping: AbortSignal = new AbortController().signal): Promise<string[]> {
    await this.engineAnswers();
    const again = [...this.unanswered.values()].slice(0, this.limits.mostAskedAgain);
    return [...(await this.compare(again, stopping)), ...(await this.goOn(stopping))];
  }

  private async look(stopping: AbortSignal): Promise<void> {
    const woken = await this.lookOnce(stopping);
    if (woken.length > 0) this.log.warn({ woken }, "cases were behind their log and have been woken");
  }

  /** Compares the cases of whatever was written since the last round, the oldest first, up to the round's limit. */
  private async goOn(stopping: AbortSignal): Promise<string[]> {
    const { manager } = this.dataSource;
    const { page, mostCommands, settledAfterSeconds, looksBackSeconds } = this.limits;
    this.place ??= await this.cases.writtenBeforeNewest(manager, looksBackSeconds);
    const woken: string[] = [];
    const compared = new Map<string, number>();
    for (let left = mostCommands; left > 0;) {
      const most = Math.min(page, left);
      const written = await this.cases.writtenAfter(manager, this.place, settledAfterSeconds, most);
      const last = written[written.length - 1];
      if (last === undefined) return woken;
      woken.push(...(await this.compare(notYetCompared(written, compared), stopping)));
      if (stopping.aborted) return woken;
      this.place = last;
      if (written.length < most) return woken;
      left -= written.length;
      if (left <= 0)
        this.log.warn(
          { behindSeconds: Math.round(last.secondsAgo) },
          "more was recorded than one round compares; the next one goes on from there",
        );
    }
    return woken;
  }

  private async compare(cases: readonly WatchedCase[], stopping: AbortSignal): Promise<string[]> {
    const woken: string[] = [];
    for (let next = 0; next < cases.length && !stopping.aborted; next += SIDE_BY_SIDE) {
      const some = cases.slice(next, next + SIDE_BY_SIDE);
      const found = await Promise.all(some.map((each) => this.wakeIfBehind(each)));
      if (found.every((each) => each === "unanswered")) await this.engineAnswers();
      some.forEach((each, index) => this.remember(each, found[index] === "unanswered"));
      woken.push(...some.filter((_each, index) => found[index] === "woken").map(({ caseId }) => caseId));
    }
    return woken;
  }

  private remember(watched: WatchedCase, isUnanswered: boolean): void {
    this.unanswered.delete(watched.caseId);
    if (!isUnanswered) return;
    this.unanswered.set(watched.caseId, watched);
    if (this.unanswered.size <= MOST_UNANSWERED) return;
    const [caseId] = this.unanswered.keys();
    this.unanswered.delete(caseId ?? "");
    this.log.warn({ caseId }, "too many cases do not answer; this one is not asked again");
  }

  private async engineAnswers(): Promise<void> {
    await this.client.withDeadline(Date.now() + ANSWERS_WITHIN_MS, () =>
      this.client.workflowService.getSystemInfo({}),
    );
  }

  private wakeIfBehind({ kind, caseId, seq, isFinished }: WatchedCase): Promise<Found> {
    const handle = this.client.workflow.getHandle(workflowIdOf(kind as CaseKindName, caseId));
    return this.client.withDeadline(Date.now() + ANSWERS_WITHIN_MS, async () => {
      try {
        const isUpToDate = isFinished
          ? (await handle.describe()).status.name !== "RUNNING"
          : (await handle.query<CaseReport>(REPORT_QUERY)).seq >= seq;
        if (isUpToDate) return "up-to-date";
        await handle.signal(WAKE_SIGNAL);
        casesWoken.inc();
        return "woken";
      } catch (failure) {
        // A case that the engine does not have is not woken but restored from its log, with all others.
        if (failure instanceof WorkflowNotFoundError) return "up-to-date";
        this.log.debug({ caseId, failure: String(failure) }, "a case did not answer");
        return "unanswered";
      }
    });
  }
}

/** Each case once, unless its log has gone on since it was compared. */
function notYetCompared(
  written: readonly WrittenCommand[],
  compared: Map<string, number>,
): readonly WatchedCase[] {
  const cases: WatchedCase[] = [];
  for (const { caseId, kind, seq, isFinished } of written) {
    if (kind === null || seq === null || (compared.get(caseId) ?? 0) >= seq) continue;
    compared.set(caseId, seq);
    cases.push({ caseId, kind, seq, isFinished });
  }
  return cases;
}
