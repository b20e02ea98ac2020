import type { engineBalance, engineStatus, parkedCases } from "@jiedui/http-contracts";
import { SEARCH_ATTRIBUTES, caseOfWorkflowId } from "@jiedui/workflow-contracts";
import { Injectable } from "@nestjs/common";
import { Client } from "@temporalio/client";
import { temporal } from "@temporalio/proto";
import { DataSource } from "typeorm";
import type { z } from "zod";
import { ArmedTimers } from "./armed-timers";
import { decodedFailure, instantOf } from "./history-decoding";

/** Above so many running cases a random sample is checked. */
const CHECK_ALL_UP_TO = 500;
const SAMPLE = 200;
const AT_ONCE = 8;
/**
 * A timer may be earlier than the case's earliest time, for a new run. It may be later by as long as its task took to end:
 * the engine counts from there, and a task whose end finds the engine away is told again until it is back.
 */
const TOLERANCE_MS = 30_000;
/** Jitter is part of the due time; an act later than this is a matter without its event. */
const LATE_AFTER_MINUTES = 10;
/** Campaigns run beside the cases, and have no kind. */
const RUNNING_CASES = `ExecutionStatus = 'Running' AND ${SEARCH_ATTRIBUTES.kind} IS NOT NULL`;
const PARKED_SHOWN = 100;
/** Starts of runs lie in this span; a rehearsal's runs may have begun in its own future. */
const LONGEST_RUN_MS = 400 * 86_400_000;
const REHEARSED_AHEAD_MS = 40 * 365 * 86_400_000;
const HALVINGS = 20;
const FEW_RUNS = 1_000;
const ANSWERS_WITHIN_MS = 3_000;

interface OpenCase {
  readonly caseId: string;
  readonly kind: string;
  readonly nextAt: Date | null;
}

/** What an engineer asks first: does everything owed have its timer, is a case stuck, do the workers work. */
@Injectable()
export class EngineRoom {
  constructor(
    private readonly dataSource: DataSource,
    private readonly client: Client,
    private readonly timers: ArmedTimers,
    private readonly engine: {
      readonly address: string;
      readonly taskQueue: string;
      readonly canSkipTime: boolean;
    },
  ) {}

  /** Open obligations against the engine's own word on its timers. */
  async balance(): Promise<z.infer<typeof engineBalance>> {
    const [counts] = await this.dataSource.query<{ cases: number; obligations: number; late: number }[]>(
      `select (select count(*)::int from engine_open_cases()) as cases, engine_open_obligations() as obligations, engine_late_obligations($1) as late`,
      [LATE_AFTER_MINUTES],
    );
    if (counts === undefined) throw new Error("counting answers one row");
    const sampled = counts.cases > CHECK_ALL_UP_TO;
    const cases = await this.dataSource.query<OpenCase[]>(
      `select case_id as "caseId", kind, next_at as "nextAt" from engine_open_cases() ${sampled ? "order by random()" : ""} limit $1`,
      [sampled ? SAMPLE : CHECK_ALL_UP_TO],
    );
    const mismatches: z.infer<typeof engineBalance>["mismatches"] = [];
    for (let first = 0; first < cases.length; first += AT_ONCE) {
      const found = await Promise.all(
        cases.slice(first, first + AT_ONCE).map((each) => this.mismatchOf(each)),
      );
      mismatches.push(...found.flatMap((each) => (each === undefined ? [] : [each])));
    }
    return {
      checkedAt: new Date().toISOString(),
      openCases: counts.cases,
      openObligations: counts.obligations,
      checkedCases: cases.length,
      armed: cases.length - mismatches.length,
      difference: mismatches.length,
      sampled,
      mismatches,
      overdueWithoutEvent: counts.late,
    };
  }

  /** Cases whose workflow task keeps failing: a bug has parked them, nothing is lost, a repaired release goes on. */
  async parked(): Promise<z.infer<typeof parkedCases>> {
    const items: z.infer<typeof parkedCases>["items"] = [];
    const stuck = this.client.workflow.list({
      query: "ExecutionStatus = 'Running' AND TemporalReportedProblems IS NOT NULL",
    });
    for await (const { workflowId, runId } of stuck) {
      items.push(await this.parkedCase(workflowId, runId));
      if (items.length === PARKED_SHOWN) break;
    }
    const [outbox] = await this.dataSource.query<{ waiting: number }[]>(
      "select (select count(*)::int from outbox where sent_at is null and target not in ('digest', 'chat') and attempts >= 3) + engine_untold_digests(3) as waiting",
    );
    return { items, waitingOutbox: outbox?.waiting ?? 0 };
  }

  async status(): Promise<z.infer<typeof engineStatus>> {
    const { namespace } = this.client.options;
    const outbox = await this.outbox();
    const base = { address: this.engine.address, namespace, outbox };
    try {
      return await this.client.withDeadline(Date.now() + ANSWERS_WITHIN_MS, async () => ({
        ...base,
        reachable: true,
        ...(await this.reachedStatus(namespace)),
      }));
    } catch (failure) {
      if (!(failure instanceof Error)) throw failure;
      return {
        ...base,
        reachable: false,
        serverVersion: null,
        canSkipTime: false,
        queues: [],
        workers: [],
        oldestRunStartedAt: null,
        runningCases: 0,
      };
    }
  }

  private async reachedStatus(namespace: string) {
    const { serverVersion } = await this.client.workflowService
      .getSystemInfo({})
      .then(async () => this.client.workflowService.getClusterInfo({}));
    const { count } = await this.client.workflow.count(RUNNING_CASES);
    const queues = await Promise.all([this.queue(namespace, "workflow"), this.queue(namespace, "activity")]);
    return {
      serverVersion: serverVersion ?? null,
      canSkipTime: this.engine.canSkipTime,
      queues: queues.map(({ workers: _workers, ...queue }) => queue),
      workers: queues[0]?.workers ?? [],
      oldestRunStartedAt: await this.oldestRun(count),
      runningCases: count,
    };
  }

  private async queue(namespace: string, kind: "workflow" | "activity") {
    const types = temporal.api.enums.v1.TaskQueueType;
    const { pollers, stats } = await this.client.workflowService.describeTaskQueue({
      namespace,
      taskQueue: { name: this.engine.taskQueue },
      taskQueueType: kind === "workflow" ? types.TASK_QUEUE_TYPE_WORKFLOW : types.TASK_QUEUE_TYPE_ACTIVITY,
      reportStats: true,
    });
    const age = stats?.approximateBacklogAge;
    return {
      name: this.engine.taskQueue,
      kind,
      pollers: pollers?.length ?? 0,
      backlog: Number(stats?.approximateBacklogCount ?? 0),
      oldestBacklogMs: Number(age?.seconds ?? 0) * 1000,
      workers: (pollers ?? []).map(({ identity, lastAccessTime }) => ({
        identity: identity ?? "",
        lastSeenAt: instantOf(lastAccessTime),
        release: (identity ?? "").split("@")[1] ?? null,
      })),
    };
  }

  /**
   * The engine lists the newest run first and in no other order: the span of starts is halved until few are left that
   * began before its end.
   */
  private async oldestRun(runningCases: number): Promise<string | null> {
    const startedUntil = (ms: number) => `${RUNNING_CASES} AND StartTime <= '${new Date(ms).toISOString()}'`;
    let fromMs = Date.now() - LONGEST_RUN_MS;
    let toMs = Date.now() + (this.engine.canSkipTime ? REHEARSED_AHEAD_MS : 0);
    let until = runningCases;
    for (let halving = 0; until > FEW_RUNS && halving < HALVINGS; halving += 1) {
      const middleMs = Math.floor((fromMs + toMs) / 2);
      const { count } = await this.client.workflow.count(startedUntil(middleMs));
      if (count === 0) fromMs = middleMs;
      else [toMs, until] = [middleMs, count];
    }
    let oldest: Date | null = null;
    for await (const { startTime } of this.client.workflow.list({ query: startedUntil(toMs) }))
      if (oldest === null || startTime < oldest) oldest = startTime;
    return oldest?.toISOString() ?? null;
  }

  private async outbox(): Promise<{ waiting: number; oldestWaitingMs: number | null }> {
    const [row] = await this.dataSource.query<{ waiting: number; oldest: Date | null }[]>(
      "select count(*)::int as waiting, min(created_at) as oldest from outbox where sent_at is null and target not in ('digest', 'chat')",
    );
    return {
      waiting: row?.waiting ?? 0,
      oldestWaitingMs: row?.oldest ? Date.now() - row.oldest.getTime() : null,
    };
  }

  private async parkedCase(
    workflowId: string,
    runId: string,
  ): Promise<z.infer<typeof parkedCases>["items"][number]> {
    const { namespace } = this.client.options;
    const execution = { workflowId, runId };
    const described = await this.client.workflowService.describeWorkflowExecution({ namespace, execution });
    const { history } = await this.client.workflowService.getWorkflowExecutionHistoryReverse({
      namespace,
      execution,
      maximumPageSize: 20,
    });
    const failed = (history?.events ?? []).find((event) => event.workflowTaskFailedEventAttributes != null);
    const pending = described.pendingWorkflowTask;
    return {
      workflowId,
      runId,
      ...caseOfWorkflowId(workflowId),
      since: instantOf(failed?.eventTime ?? pending?.originalScheduledTime),
      attempts: pending?.attempt ?? 0,
      failure: decodedFailure(failed?.workflowTaskFailedEventAttributes?.failure),
      release: (failed?.workflowTaskFailedEventAttributes?.identity ?? "").split("@")[1] ?? null,
    };
  }

  private async mismatchOf({
    caseId,
    kind,
    nextAt,
  }: OpenCase): Promise<z.infer<typeof engineBalance>["mismatches"][number] | undefined> {
    const timer = await this.timers.of(kind, caseId);
    const expectedAt = nextAt?.toISOString() ?? null;
    const told = (problem: string) => ({
      caseId,
      kind,
      expectedAt,
      armedFor: timer.armedForMs === null ? null : new Date(timer.armedForMs).toISOString(),
      problem,
    });
    if (!timer.running) return told("not running");
    if (nextAt === null) return undefined;
    if (timer.armedForMs === null) return timer.busy ? undefined : told("no timer");
    return timer.armedForMs > nextAt.getTime() + TOLERANCE_MS ? told("armed too late") : undefined;
  }
}
