import type { ActInput, ActOutcome, CarriedCase, CaseActivities } from "@jiedui/workflow-contracts";
import { TemporalFailure, proxyActivities, proxyLocalActivities } from "@temporalio/workflow";

/** Fast: within the workflow task, tried once, given up before the task is. */
const inline = proxyLocalActivities<CaseActivities>({
  startToCloseTimeout: "1.5s",
  retry: { maximumAttempts: 1 },
});
/** Slow and durable: retried until PostgreSQL is back, however long that takes. */
const durable = proxyActivities<CaseActivities>({
  startToCloseTimeout: "30s",
  retry: { initialInterval: "500ms", backoffCoefficient: 1.5, maximumInterval: "5s" },
});

/** Decides and records. When this returns, what happened stands in PostgreSQL. */
export function act(input: ActInput): Promise<ActOutcome> {
  return inlineElseDurable((activities) => activities.act(input));
}

export function loadCase(kind: string, caseId: string): Promise<CarriedCase | undefined> {
  return inlineElseDurable((activities) => activities.loadCase(kind, caseId));
}

/**
 * A failing local activity throws its failure itself, and any Temporal failure that left the workflow function would
 * end the case. So the first failure leads to the durable way, and a failure of that becomes a plain error, which
 * fails the task and is tried again by a repaired release.
 */
async function inlineElseDurable<Answer>(
  call: (activities: CaseActivities) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await call(inline);
  } catch (failure) {
    if (!(failure instanceof TemporalFailure)) throw failure;
  }
  try {
    return await call(durable);
  } catch (failure) {
    if (!(failure instanceof TemporalFailure)) throw failure;
    throw new Error(`recording failed: ${failure.message}`, { cause: failure });
  }
}
