import { WORKFLOW_TYPE_OF, workflowIdOf, type CaseKindName } from "@jiedui/workflow-contracts";
import { Injectable } from "@nestjs/common";
import { Client, WorkflowNotFoundError, isGrpcServiceError } from "@temporalio/client";
import { msOf, msOfDuration } from "./history-decoding";

const PAGE = 50;

/** What the engine itself says of a case's one timer. */
export interface ArmedTimer {
  readonly running: boolean;
  /** Null when none is armed. */
  readonly armedForMs: number | null;
  /** A task or an activity is under way, so a timer may be missing for a moment. */
  readonly busy: boolean;
}

/** Reads timers from the histories: no query, no replay, no word of our own code. */
@Injectable()
export class ArmedTimers {
  constructor(private readonly client: Client) {}

  async of(kind: string, caseId: string): Promise<ArmedTimer> {
    if (!(kind in WORKFLOW_TYPE_OF)) return { running: false, armedForMs: null, busy: false };
    const { namespace } = this.client.options;
    const execution = { workflowId: workflowIdOf(kind as CaseKindName, caseId) };
    try {
      const described = await this.client.workflowService.describeWorkflowExecution({ namespace, execution });
      const running = described.workflowExecutionInfo?.status === 1;
      const busy = described.pendingWorkflowTask != null || (described.pendingActivities ?? []).length > 0;
      const { history } = await this.client.workflowService.getWorkflowExecutionHistoryReverse({
        namespace,
        execution,
        maximumPageSize: PAGE,
      });
      const over = new Set<string>();
      for (const event of history?.events ?? []) {
        const ended =
          event.timerFiredEventAttributes?.startedEventId ??
          event.timerCanceledEventAttributes?.startedEventId;
        if (ended != null) over.add(String(ended));
        const started = event.timerStartedEventAttributes;
        if (started != null && !over.has(String(event.eventId)))
          return {
            running,
            busy,
            armedForMs: msOf(event.eventTime) + msOfDuration(started.startToFireTimeout),
          };
      }
      return { running, busy, armedForMs: null };
    } catch (failure) {
      if (failure instanceof WorkflowNotFoundError || (isGrpcServiceError(failure) && failure.code === 5))
        return { running: false, armedForMs: null, busy: false };
      throw failure;
    }
  }
}
