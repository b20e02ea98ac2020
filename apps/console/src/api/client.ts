import { noteConnection } from "./connection";
import { API_AWAY, ApiProblem, problemOf } from "./problem";

type QueryValue = string | number | boolean | null | undefined;
export interface Sending {
  query?: Readonly<Record<string, QueryValue>>;
  body?: unknown;
  idempotencyKey?: string;
  signal?: AbortSignal;
}
export interface Answer<Body> {
  status: number;
  body: Body;
}

let csrfToken: string | null = null;

export function keepCsrfToken(token: string | null): void {
  csrfToken = token;
}

/** One request to the api of this server; no other address is ever asked for. */
export async function send<Body>(method: string, path: string, sending: Sending = {}): Promise<Answer<Body>> {
  const response = await reach(method, path, sending);
  if (!response.ok) throw await problemOf(response);
  const body: unknown = response.status === 204 ? undefined : await response.json();
  return { status: response.status, body: body as Body };
}

export async function read<Body>(path: string, sending: Sending = {}): Promise<Body> {
  return (await send<Body>("GET", path, sending)).body;
}

/** Of a command that is not sent by `send`. */
export function csrfHeader(): Record<string, string> {
  return csrfToken === null ? {} : { "X-CSRF-Token": csrfToken };
}

async function reach(method: string, path: string, sending: Sending): Promise<Response> {
  const headers: Record<string, string> = { Accept: "application/json" };
  if (sending.body !== undefined) headers["Content-Type"] = "application/json";
  if (sending.idempotencyKey !== undefined) headers["Idempotency-Key"] = sending.idempotencyKey;
  if (method !== "GET") Object.assign(headers, csrfHeader());
  try {
    const response = await fetch(`/api${path}${queryString(sending.query)}`, {
      method,
      headers,
      credentials: "same-origin",
      body: sending.body === undefined ? undefined : JSON.stringify(sending.body),
      signal: sending.signal,
    });
    noteConnection(response.status === 502 || response.status === 504 ? "away" : "there");
    return response;
  } catch (cause) {
    if (sending.signal?.aborted === true) throw cause;
    noteConnection(navigator.onLine ? "away" : "offline");
    throw new ApiProblem(0, API_AWAY, {}, null, null, { cause });
  }
}

export function queryString(query: Sending["query"]): string {
  const given = Object.entries(query ?? {}).flatMap(([name, value]) =>
    value === undefined || value === null || value === "" ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? "" : `?${new URLSearchParams(given).toString()}`;
}
