import { ApiProblem } from "./problem";
import type { Answer } from "./client";

/** What became of a command, as it is shown beside the form. */
export type CommandProgress<Result> =
  | { state: "idle" }
  | { state: "under-way" }
  /** Accepted by the engine, its record is still to come. */
  | { state: "accepted"; attempt: number }
  /** No answer, or "outcome unknown": the same key is sent again. */
  | { state: "unknown"; attempt: number; problem: ApiProblem }
  | { state: "done"; result: Result }
  | { state: "refused"; problem: ApiProblem };

const WAITS_MS = [1_000, 2_000, 3_000, 5_000, 8_000, 10_000];

/**
 * Sends a command under one key until its outcome is known. 202 and "outcome unknown" are answered by asking again with
 * the same key; everything else is final.
 */
export async function settle<Result>(
  send: () => Promise<Answer<Result>>,
  tell: (progress: CommandProgress<Result>) => void,
  pause: (ms: number) => Promise<boolean>,
): Promise<CommandProgress<Result>> {
  tell({ state: "under-way" });
  for (let attempt = 1; ; attempt += 1) {
    const found = await once(send, attempt);
    if (found.state === "done" || found.state === "refused") {
      tell(found);
      return found;
    }
    tell(found);
    const asked = found.state === "unknown" ? found.problem.retryAfterSeconds : null;
    const waitMs =
      asked === null ? (WAITS_MS[Math.min(attempt, WAITS_MS.length) - 1] ?? 10_000) : asked * 1_000;
    if (!(await pause(waitMs))) return found;
  }
}

async function once<Result>(
  send: () => Promise<Answer<Result>>,
  attempt: number,
): Promise<CommandProgress<Result>> {
  try {
    const answer = await send();
    return answer.status === 202 ? { state: "accepted", attempt } : { state: "done", result: answer.body };
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    if (error.isOutcomeUnknown) return { state: "unknown", attempt, problem: error };
    return { state: "refused", problem: error };
  }
}
