/** Something that a caller is told as `application/problem+json`; thrown at the edge, never inside a rule. */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly facts: Readonly<Record<string, unknown>> = {},
    options?: ErrorOptions & { headers?: Readonly<Record<string, string>> },
  ) {
    super(code, options);
    this.headers = options?.headers ?? {};
  }

  readonly headers: Readonly<Record<string, string>>;
}
