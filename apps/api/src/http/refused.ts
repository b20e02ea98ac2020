import type { Refusal } from "@jiedui/domain";
import { ProblemError } from "@jiedui/platform";

/** What a rule says no to, as the caller is told it. */
export function refused({ code, ...facts }: Refusal): ProblemError {
  return new ProblemError(409, code, facts);
}
