import { isGrpcServiceError } from "@temporalio/client";
import { QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from "typeorm";

/** PostgreSQL: connection exceptions, shut down, crashed, starting up, too many connections, statement given up. */
const POSTGRES_AWAY = /^(08\w{3}|57P0[1-5]|53300|57014)$/;
const SOCKET_AWAY = ["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH"];
/** `pg` has no codes for what happens to a connection on this side. */
const CONNECTION_LOST =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error)/;
/** CANCELLED, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, UNAVAILABLE. */
const ENGINE_AWAY = [1, 4, 8, 14];

/** Whether the request failed because PostgreSQL or the engine is away, so that nobody knows what became of it. */
export function isUnreachable(failure: unknown): boolean {
  if (!(failure instanceof Error)) return false;
  if (isConnectionGone(failure)) return true;
  if (isGrpcServiceError(failure)) return ENGINE_AWAY.includes(failure.code);
  const { code } = failure as { code?: unknown };
  if (typeof code === "string") return POSTGRES_AWAY.test(code) || SOCKET_AWAY.includes(code);
  return CONNECTION_LOST.test(failure.message);
}

/** TypeORM takes a connection that broke between two statements away from the transaction that used it. */
function isConnectionGone(failure: Error): boolean {
  return (
    failure instanceof QueryRunnerAlreadyReleasedError ||
    failure instanceof QueryRunnerProviderAlreadyReleasedError
  );
}
