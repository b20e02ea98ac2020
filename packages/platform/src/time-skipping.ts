import { randomUUID } from "node:crypto";
import type { Client } from "@temporalio/client";
import { temporal } from "@temporalio/proto";
import { msToTs } from "@temporalio/common/lib/time";

const Result = temporal.api.enums.v1.FastForwardPollingResult;
const POLL_DEADLINE_MS = 70_000;
const MOST_SKIPS = 100_000;

/**
 * The virtual clock of one execution, which only the rehearsal's namespace has (see the engine's contract test).
 * The SDK's typed options know nothing of it, so these are the raw calls.
 */
export class TimeSkipping {
  constructor(
    private readonly client: Client,
    private readonly namespace: string,
  ) {}

  /** The case's own present instant, in milliseconds. */
  async nowMs(workflowId: string): Promise<number> {
    const described = await this.client.workflowService.describeWorkflowExecution({
      namespace: this.namespace,
      execution: { workflowId },
    });
    const current = described.workflowExtendedInfo?.timeSkippingInfo?.currentTime;
    if (current?.seconds === undefined || current.seconds === null) return Date.now();
    return Number(current.seconds) * 1000 + Math.floor((current.nanos ?? 0) / 1e6);
  }

  /**
   * Moves a case by so much, over every timer in between.
   * @throws Error when the server cannot skip time, or says that the jump failed
   */
  async fastForward(workflowId: string, byMs: number): Promise<void> {
    if (byMs <= 0) return;
    const id = randomUUID();
    await this.client.workflowService.updateWorkflowExecutionOptions({
      namespace: this.namespace,
      workflowExecution: { workflowId },
      workflowExecutionOptions: {
        timeSkippingConfig: {
          enabled: true,
          maxSessionSkipCount: MOST_SKIPS,
          fastForwardConfig: { id, duration: msToTs(byMs) },
        },
      },
      updateMask: { paths: ["time_skipping_config"] },
    });
    await this.reached(workflowId, id);
  }

  async fastForwardTo(workflowId: string, toMs: number): Promise<void> {
    await this.fastForward(workflowId, toMs - (await this.nowMs(workflowId)));
  }

  private async reached(workflowId: string, fastForwardId: string): Promise<void> {
    for (;;) {
      const { fastForwardPollingResult: result, failedReason } = await this.client.withDeadline(
        Date.now() + POLL_DEADLINE_MS,
        () =>
          this.client.workflowService.pollWorkflowExecutionTimeSkipping({
            namespace: this.namespace,
            workflowExecution: { workflowId },
            fastForwardId,
          }),
      );
      if (result === Result.FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_COMPLETED) return;
      if (result !== Result.FAST_FORWARD_POLLING_RESULT_POLL_TIMEOUT)
        throw new Error(`time was not skipped: ${failedReason}`);
    }
  }
}
