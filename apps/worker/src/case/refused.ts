import { REFUSED_FAILURE_TYPE } from "@jiedui/workflow-contracts";
import { WorkflowUpdateFailedError } from "@temporalio/client";
import { ApplicationFailure } from "@temporalio/common";

/** Whether a case has answered a command of the system with no: sent again, it would say the same. */
export function isRefused(failure: unknown): boolean {
  return (
    failure instanceof WorkflowUpdateFailedError &&
    failure.cause instanceof ApplicationFailure &&
    failure.cause.type === REFUSED_FAILURE_TYPE
  );
}
