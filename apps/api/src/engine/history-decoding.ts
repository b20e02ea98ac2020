import type { google, temporal } from "@temporalio/proto";

type Timestamp = google.protobuf.ITimestamp | null | undefined;
type Failure = temporal.api.failure.v1.IFailure | null | undefined;

export function msOf(at: Timestamp): number {
  return Number(at?.seconds ?? 0) * 1000 + Math.floor((at?.nanos ?? 0) / 1e6);
}

export function msOfDuration(duration: google.protobuf.IDuration | null | undefined): number {
  return Number(duration?.seconds ?? 0) * 1000 + Math.floor((duration?.nanos ?? 0) / 1e6);
}

export function instantOf(at: Timestamp): string | null {
  return at == null ? null : new Date(msOf(at)).toISOString();
}

/** What went wrong, as the worker told the engine. */
export function decodedFailure(
  failure: Failure,
): { message: string; type: string | null; stack: string | null } | null {
  if (failure == null) return null;
  return {
    message: failure.message ?? "",
    type: failure.applicationFailureInfo?.type ?? null,
    stack: failure.stackTrace ?? null,
  };
}

/** An event's attributes with payloads read as JSON; bytes that are no JSON stay in base64. */
export function decodedAttributes(attributes: object): Record<string, unknown> {
  return decoded(attributes) as Record<string, unknown>;
}

function decoded(value: unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(decoded);
  if (value instanceof Uint8Array) return textOf(value);
  const record = value as Record<string, unknown>;
  if (record["data"] instanceof Uint8Array && typeof record["metadata"] === "object")
    return jsonOf(record["data"]);
  if ("low" in record && "high" in record && "unsigned" in record) return Number(value);
  return Object.fromEntries(
    Object.entries(record)
      .filter(
        ([, each]) =>
          each !== null && each !== undefined && each !== "" && !(Array.isArray(each) && each.length === 0),
      )
      .map(([key, each]) => [key, decoded(each)]),
  );
}

function jsonOf(bytes: Uint8Array): unknown {
  const text = Buffer.from(bytes).toString("utf8");
  try {
    return JSON.parse(text);
  } catch (failure) {
    if (failure instanceof SyntaxError) return textOf(bytes);
    throw failure;
  }
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}
