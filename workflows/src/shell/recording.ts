import type { ActInput, ActOutcome, CarriedCase, CaseActivities } from "@jiedui/workflow-contracts";
import {
  ActivityFailure,
  TemporalFailure,
  TimeoutFailure,
  proxyActivities,
  proxyLocalActivities,
  workflowInfo,
} from "@temporalio/workflow";

/** Fast: within the workflow task, tried once, given up before the task is. */
const inline = proxyLocalActivities<CaseActivities>({
  startToCloseTimeout: "1.5s",
  retry: { maximumAttempts: 1 },
});
const SLOW_AND_DURABLE = {
  startToCloseTimeout: "30s",
  retry: { initialInterval: "500ms", backoffCoefficient: 1.5, maximumInterval: "5s" },
} as const;
/** Retried until PostgreSQL is back, however long that takes. */
const durable = proxyActivities<CaseActivities>(SLOW_AND_DURABLE);
/** Retried for as long as the time that it was given is near enough to the truth. */
const durableForAWhile = proxyActivities<CaseActivities>({
  ...SLOW_AND_DURABLE,
  scheduleToCloseTimeout: "10 minutes",
});

/**
 * Decides and records. When this returns an outcome, what happened stands in PostgreSQL.
 * @returns undefined when that could not be done while `nowMs` was still the time: to be asked again with a fresh one. An
 * attempt that was given up may yet be recorded; whoever asks again catches up with it.
 */
export async function act(input: ActInput): Promise<ActOutcome | undefined> {
  // Each time that it is asked again grows the history, and one that is full would end the case.
  const patient = workflowInfo().continueAsNewSuggested ? durable : durableForAWhile;
  try {
    return await inlineElse(patient, (activities) => activities.act(input));
  } catch (failure) {
    if (isOutOfTime(failure)) return undefined;
    throw asPlainError(failure);
  }
}

export async function loadCase(kind: string, caseId: string): Promise<CarriedCase | undefined> {
  try {
    return await inlineElse(durable, (activities) => activities.loadCase(kind, caseId));
  } catch (failure) {
    throw asPlainError(failure);
  }
}

/** A failing local activity throws its failure itself. */
async function inlineElse<Answer>(
  patient: CaseActivities,
  call: (activities: CaseActivities) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await call(inline);
  } catch (failure) {
    if (!(failure instanceof TemporalFailure)) throw failure;
  }
  return call(patient);
}

/** The engine says so in two ways: an attempt was under way, or the next would have begun too late. */
function isOutOfTime(failure: unknown): boolean {
  return (
    failure instanceof ActivityFailure &&
    (failure.cause instanceof TimeoutFailure || failure.retryState === "TIMEOUT")
  );
}

/**
 * Any Temporal failure that left the workflow function would end the case. A plain error fails the task, which is tried
 * again by a repaired release.
 */
function asPlainError(failure: unknown): unknown {
  if (!(failure instanceof TemporalFailure)) return failure;
  return new Error(`recording failed: ${failure.message}`, { cause: failure });
}
