import { setTimeout as sleep } from "node:timers/promises";
import { connectionOptions } from "@jiedui/platform";
import { Connection, type ConnectionOptions } from "@temporalio/client";
import { PlainError } from "../say";

/** Never personal, and few: SQL visibility has ten keyword columns in all. */
const SEARCH_ATTRIBUTES = ["CaseKind", "CaseStage", "AreaCode"] as const;
const KEYWORD = 2;
const RETENTION_DAYS = 30;
/** Releases on which the contract test of time skipping has passed; on 1.32.1 a jump over continue-as-new loses the case. */
const RELEASES_THAT_SKIP_TIME = ["1.32.0-162.0"];

const GRPC_ALREADY_EXISTS = 6;
/** Deadline exceeded, not found, resource exhausted, unavailable: what a server says that has just come up. */
const PASSING_CODES = [4, 5, 8, 14];

export function engineConnection(address: string): ConnectionOptions {
  const { TEMPORAL_TLS, TEMPORAL_API_KEY } = process.env;
  return connectionOptions({ address, tls: TEMPORAL_TLS === "true", apiKey: TEMPORAL_API_KEY });
}

/** Asks until the server answers; gives up early when `isHopeless` says that it is gone. */
export async function connectWhenUp(
  address: string,
  withinMs: number,
  isHopeless = () => false,
): Promise<Connection> {
  const untilMs = Date.now() + withinMs;
  for (;;) {
    try {
      return await Connection.connect({ ...engineConnection(address), connectTimeout: "2s" });
    } catch (cause) {
      if (isHopeless() || Date.now() > untilMs) throw cause;
      await sleep(50);
    }
  }
}

export interface EngineFacts {
  version: string;
  canSkipTime: boolean;
}

export async function describeEngine(connection: Connection): Promise<EngineFacts> {
  const { serverVersion } = await connection.workflowService.getSystemInfo({});
  return { version: serverVersion, canSkipTime: RELEASES_THAT_SKIP_TIME.includes(serverVersion) };
}

/** Registers what is missing and returns when each namespace can be used. */
export async function ensureNamespaces(connection: Connection, namespaces: readonly string[]): Promise<void> {
  await Promise.all(
    namespaces.map(async (namespace) => {
      await patiently(() => registerNamespace(connection, namespace));
      await patiently(() => addSearchAttributes(connection, namespace));
      await waitUntilUsable(connection, namespace);
    }),
  );
}

async function registerNamespace(connection: Connection, namespace: string): Promise<void> {
  try {
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: { seconds: (RETENTION_DAYS * 86_400) as never },
    });
  } catch (cause) {
    if (codeOf(cause) !== GRPC_ALREADY_EXISTS) throw cause;
  }
}

async function addSearchAttributes(connection: Connection, namespace: string): Promise<void> {
  const known = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = SEARCH_ATTRIBUTES.filter((name) => !(name in known.customAttributes));
  if (missing.length === 0) return;
  try {
    await connection.operatorService.addSearchAttributes({
      namespace,
      searchAttributes: Object.fromEntries(missing.map((name) => [name, KEYWORD])),
    });
  } catch (cause) {
    if (codeOf(cause) !== GRPC_ALREADY_EXISTS) throw cause;
  }
}

/** The server's caches learn of a namespace a little later than its database. */
async function waitUntilUsable(connection: Connection, namespace: string): Promise<void> {
  const query = SEARCH_ATTRIBUTES.map((name) => `${name} = 'none'`).join(" and ");
  const untilMs = Date.now() + 60_000;
  for (;;) {
    try {
      await connection.workflowService.countWorkflowExecutions({ namespace, query });
      return;
    } catch (cause) {
      if (Date.now() > untilMs)
        throw new PlainError(
          `The namespace ${namespace} does not become usable: ${(cause as Error).message}`,
          { cause },
        );
      await sleep(50);
    }
  }
}

/** A server that has just come up answers "unavailable" or "not found" for a moment. */
async function patiently(work: () => Promise<void>): Promise<void> {
  const untilMs = Date.now() + 30_000;
  for (;;) {
    try {
      await work();
      return;
    } catch (cause) {
      const mayPass = PASSING_CODES.includes(codeOf(cause) ?? -1);
      if (!mayPass || Date.now() > untilMs) throw cause;
      await sleep(100);
    }
  }
}

function codeOf(cause: unknown): number | undefined {
  return (cause as { code?: number }).code;
}
