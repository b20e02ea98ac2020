import type { engineHistory } from "@jiedui/http-contracts";
import { ProblemError } from "@jiedui/platform";
import { Injectable } from "@nestjs/common";
import { Client, WorkflowNotFoundError } from "@temporalio/client";
import { historyToJSON } from "@temporalio/common/lib/proto-utils";
import { temporal } from "@temporalio/proto";
import type { z } from "zod";
import { decodedAttributes, instantOf } from "./history-decoding";
import { withoutDraw } from "./without-draw";

type History = z.infer<typeof engineHistory>;
type RawEvent = History["events"][number];
type Card = History["cards"][number];

const RUNS_SHOWN = 50;
const eventTypes = temporal.api.enums.v1.EventType;

/** A case's raw history as the engine has it, made readable: one card a human step. */
@Injectable()
export class CaseHistory {
  constructor(private readonly client: Client) {}

  /** @param keepsDraw whether whom a draw took is a secret still, and the reader is none of those who know */
  async of(workflowId: string, runId: string | undefined, keepsDraw: boolean): Promise<History> {
    const { shownRunId, history } = await this.fetch(workflowId, runId, keepsDraw);
    const events = (history.events ?? []).map(readable);
    return {
      workflowId,
      runId: shownRunId,
      runs: await this.runs(workflowId),
      cards: cardsOf(events),
      events,
    };
  }

  /** As a replay reads it. */
  async exported(workflowId: string, runId: string | undefined, keepsDraw: boolean): Promise<string> {
    const { history } = await this.fetch(workflowId, runId, keepsDraw);
    return historyToJSON(history);
  }

  /** Describing first tells an unknown run from an engine that is away. */
  private async fetch(workflowId: string, runId: string | undefined, keepsDraw: boolean) {
    try {
      const { runId: shownRunId } = await this.client.workflow.getHandle(workflowId, runId).describe();
      const history = await this.client.workflow.getHandle(workflowId, shownRunId).fetchHistory();
      if (keepsDraw) withoutDraw(history);
      return { shownRunId, history };
    } catch (failure) {
      if (failure instanceof WorkflowNotFoundError)
        throw new ProblemError(404, "NOT_FOUND", { what: "workflow" }, { cause: failure });
      throw failure;
    }
  }

  private async runs(workflowId: string): Promise<History["runs"]> {
    const runs: History["runs"] = [];
    for await (const { runId, startTime, status } of this.client.workflow.list({
      query: `WorkflowId = '${workflowId.replaceAll("'", "")}'`,
    })) {
      runs.push({ runId, startedAt: startTime.toISOString(), status: status.name });
      if (runs.length === RUNS_SHOWN) break;
    }
    return runs;
  }
}

function readable(event: temporal.api.history.v1.IHistoryEvent): RawEvent {
  const attributes = Object.entries(event).find(
    ([key, value]) => key.endsWith("EventAttributes") && value != null,
  )?.[1] as object | undefined;
  return {
    id: Number(event.eventId),
    type: camel(eventTypes[event.eventType ?? 0] ?? ""),
    at: instantOf(event.eventTime) ?? "",
    attributes: attributes === undefined ? {} : decodedAttributes(attributes),
  };
}

/** EVENT_TYPE_TIMER_STARTED becomes TimerStarted. */
function camel(name: string): string {
  return name
    .replace(/^EVENT_TYPE_/, "")
    .toLowerCase()
    .replace(/(^|_)([a-z])/g, (_whole, _gap, letter: string) => letter.toUpperCase());
}

/** Folds the events of one task, and what followed from it, into one card. */
function cardsOf(events: readonly RawEvent[]): Card[] {
  const groups: RawEvent[][] = [];
  for (const event of events) {
    const last = groups[groups.length - 1];
    const begins =
      event.type === "WorkflowTaskScheduled" ||
      event.type === "WorkflowExecutionStarted" ||
      event.type === "TimerFired";
    const follows =
      event.type === "WorkflowTaskScheduled" &&
      ["TimerFired", "WorkflowExecutionStarted"].includes(last?.[last.length - 1]?.type ?? "");
    if (last === undefined || (begins && !follows)) groups.push([event]);
    else last.push(event);
  }
  return groups.map(cardOf);
}

function cardOf(group: readonly RawEvent[]): Card {
  const [first] = group;
  const last = group[group.length - 1];
  if (first === undefined || last === undefined) throw new Error("a card has events");
  const accepted = group.filter(({ type }) => type === "WorkflowExecutionUpdateAccepted").map(moveOf);
  const kind = kindOf(group, accepted);
  return {
    kind,
    title: accepted.length > 0 ? accepted.join(", ") : kind,
    at: first.at,
    firstEventId: first.id,
    lastEventId: last.id,
    seqs: [...new Set(group.flatMap(({ attributes }) => seqsIn(attributes)))],
  };
}

function kindOf(group: readonly RawEvent[], accepted: readonly string[]): Card["kind"] {
  const has = (type: string) => group.some((event) => event.type === type);
  if (has("WorkflowExecutionContinuedAsNew")) return "continued";
  if (accepted.includes("open")) return "opened";
  if (accepted.length > 0) return "command";
  if (has("TimerFired")) return "time-passed";
  return has("WorkflowExecutionStarted") ? "started" : "other";
}

function moveOf({ attributes }: RawEvent): string {
  const request = attributes["acceptedRequest"] as { input?: { name?: string } } | undefined;
  return request?.input?.name ?? "update";
}

/** Sequence numbers in what a recording activity answered. */
function seqsIn(attributes: Record<string, unknown>): number[] {
  return [...JSON.stringify(attributes).matchAll(/"seq":(\d+),"recordedAtMs"/g)].map(([, seq]) =>
    Number(seq),
  );
}
