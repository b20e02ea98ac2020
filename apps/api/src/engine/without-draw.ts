import type { temporal } from "@temporalio/proto";

/** Stands where a secret is kept. */
const KEPT = "kept-secret";
/** What follows from being passed by, in what is owed. */
const OF_PASSED_BY: Readonly<Record<string, string>> = { approval: "county-check" };

/** Takes out of a case's raw history, in place, whom a draw took; whatever else is in it stays as it is. */
export function withoutDraw(history: temporal.api.history.v1.IHistory): void {
  walk(history);
}

function walk(value: unknown): void {
  if (value === null || typeof value !== "object" || value instanceof Uint8Array) return;
  const record = value as Record<string, unknown>;
  if (record["data"] instanceof Uint8Array && typeof record["metadata"] === "object") {
    record["data"] = redactedBytes(record["data"]);
    return;
  }
  for (const each of Object.values(record)) walk(each);
}

function redactedBytes(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString("utf8");
  if (!/drawForCheck|CountyCheckDrawn|isDrawn|approval/.test(text)) return bytes;
  try {
    return Buffer.from(JSON.stringify(redacted(JSON.parse(text))));
  } catch (failure) {
    if (failure instanceof SyntaxError) return bytes;
    throw failure;
  }
}

function redacted(value: unknown): unknown {
  if (typeof value === "string") return OF_PASSED_BY[value] ?? value.replace(/^approval:/, "county-check:");
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(redacted);
  const record = value as Record<string, unknown>;
  // A lift-out under way, as a run begins with it.
  if ("isDrawn" in record) return KEPT;
  const isCommand = record["move"] === "drawForCheck";
  return Object.fromEntries(
    Object.entries(record).map(([key, each]) => [
      key,
      key === "drawn" || (isCommand && key === "bodyHash") ? KEPT : redacted(each),
    ]),
  );
}
