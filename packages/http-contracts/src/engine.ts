import { z } from "zod";
import { id, pageQuery } from "./base";

/** The engine room's first figure: open obligations − armed timers, which must be 0. */
export const engineBalance = z.object({
  checkedAt: z.string(),
  openCases: z.number().int(),
  openObligations: z.number().int(),
  /** Cases whose running workflow, by the engine's own word, has a timer armed for the case's earliest time. */
  checkedCases: z.number().int(),
  armed: z.number().int(),
  difference: z.number().int(),
  sampled: z.boolean(),
  mismatches: z.array(
    z.object({
      caseId: id,
      kind: z.string(),
      expectedAt: z.string().nullable(),
      armedFor: z.string().nullable(),
      problem: z.string(),
    }),
  ),
  /** Obligations past their time by more than jitter and ten minutes without their event. */
  overdueWithoutEvent: z.number().int(),
});
export const parkedCase = z.object({
  workflowId: z.string(),
  runId: z.string(),
  caseId: z.string(),
  kind: z.string(),
  since: z.string().nullable(),
  attempts: z.number().int(),
  failure: z
    .object({ message: z.string(), type: z.string().nullable(), stack: z.string().nullable() })
    .nullable(),
  release: z.string().nullable(),
});
export const parkedCases = z.object({ items: z.array(parkedCase), waitingOutbox: z.number().int() });
export const engineStatus = z.object({
  reachable: z.boolean(),
  address: z.string(),
  namespace: z.string(),
  serverVersion: z.string().nullable(),
  canSkipTime: z.boolean(),
  queues: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(["workflow", "activity"]),
      pollers: z.number().int(),
      backlog: z.number().int(),
      oldestBacklogMs: z.number().int(),
    }),
  ),
  workers: z.array(
    z.object({ identity: z.string(), lastSeenAt: z.string().nullable(), release: z.string().nullable() }),
  ),
  oldestRunStartedAt: z.string().nullable(),
  runningCases: z.number().int(),
  outbox: z.object({ waiting: z.number().int(), oldestWaitingMs: z.number().int().nullable() }),
});
export const engineCasesQuery = z.strictObject({ ...pageQuery });
/** A case's raw history, a card a human step. */
export const engineHistory = z.object({
  workflowId: z.string(),
  runId: z.string(),
  runs: z.array(z.object({ runId: z.string(), startedAt: z.string().nullable(), status: z.string() })),
  cards: z.array(
    z.object({
      kind: z.enum(["opened", "command", "time-passed", "continued", "started", "other"]),
      title: z.string(),
      at: z.string(),
      firstEventId: z.number().int(),
      lastEventId: z.number().int(),
      /** Sequence numbers of the case's log that this step wrote. */
      seqs: z.array(z.number().int()),
    }),
  ),
  events: z.array(
    z.object({
      id: z.number().int(),
      type: z.string(),
      at: z.string(),
      attributes: z.record(z.string(), z.unknown()),
    }),
  ),
});
export const engineHistoryQuery = z.strictObject({ runId: id.optional() });
