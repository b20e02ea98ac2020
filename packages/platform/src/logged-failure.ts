const DEEPEST_CAUSE = 4;

interface LoggedFailure {
  readonly type: string;
  readonly code?: string;
  readonly message?: string;
  readonly stack?: string;
  readonly cause?: LoggedFailure;
}

/**
 * A failure as the log may keep it. Whatever PostgreSQL says, and the statement's values, may name a person: of those only
 * the code and the place are told. Everything else is worded by us, without personal data.
 */
export function loggedFailure(failure: unknown, depth = 0): LoggedFailure {
  if (!(failure instanceof Error)) return { type: typeof failure };
  const { code } = failure as { code?: unknown };
  return {
    type: failure.name,
    ...(typeof code === "string" || typeof code === "number" ? { code: String(code) } : {}),
    ...(speaksOfValues(failure) ? {} : { message: failure.message }),
    stack: placesOf(failure.stack),
    ...(failure.cause === undefined || depth === DEEPEST_CAUSE
      ? {}
      : { cause: loggedFailure(failure.cause, depth + 1) }),
  };
}

/** Errors of PostgreSQL itself, and those that carry one with the statement and its values. */
function speaksOfValues(failure: Error): boolean {
  return "severity" in failure || "driverError" in failure;
}

/** The frames without the first lines, which repeat the message. */
function placesOf(stack: string | undefined): string {
  return (stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .join("\n");
}
