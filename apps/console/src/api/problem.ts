import type { Problem } from "./types";

/** The api said no, or could not say: `code` is branched on, `facts` are worded. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly facts: Readonly<Record<string, unknown>> = {},
    readonly requestId: string | null = null,
    readonly retryAfterSeconds: number | null = null,
    options?: ErrorOptions,
  ) {
    super(code, options);
  }

  /** Nobody knows whether the command was recorded; only the same key may be sent again. */
  get isOutcomeUnknown(): boolean {
    return this.status === 0 || this.status >= 500;
  }
}

/** Used when no answer came at all. */
export const API_AWAY = "API_AWAY";

export async function problemOf(response: Response): Promise<ApiProblem> {
  const retryAfter = Number(response.headers.get("Retry-After") ?? Number.NaN);
  const seconds = Number.isFinite(retryAfter) ? retryAfter : null;
  const type = response.headers.get("Content-Type") ?? "";
  if (!type.includes("json"))
    return new ApiProblem(
      response.status,
      response.status >= 500 ? API_AWAY : "INTERNAL_FAULT",
      {},
      null,
      seconds,
    );
  const body = (await response.json()) as Partial<Problem>;
  return new ApiProblem(
    response.status,
    body.code ?? "INTERNAL_FAULT",
    body.facts ?? {},
    body.requestId ?? response.headers.get("X-Request-Id"),
    seconds,
  );
}
