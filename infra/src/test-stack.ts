import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFreePorts } from "./ports";
import { type Log, PlainError, silentLog } from "./say";
import { type LocalStack, attachStack, stackFile, startStack } from "./stack";
import { TEMPORAL_PORT_COUNT } from "./temporal/temporal-config";

export interface TestStack {
  stack: LocalStack;
  /** What `JIEDUI_TEST_STACK` must name for `testStack()` to find it. */
  file: string;
  dispose(): Promise<void>;
}

/** A stack on free ports in a folder of its own, for tests and benchmarks; `dispose` removes it with its data. */
export async function startTestStack(options: { log?: Log; fsync?: boolean } = {}): Promise<TestStack> {
  const dataDir = mkdtempSync(join(tmpdir(), "jiedui-test-"));
  chmodSync(dataDir, 0o755);
  const first = await findFreePorts(1 + TEMPORAL_PORT_COUNT);
  const stack = await startStack({
    dataDir,
    ports: { postgres: first, temporal: first + 1 },
    log: options.log ?? silentLog,
    fsync: options.fsync ?? false,
    // Not DATABASE_URL and TEMPORAL_ADDRESS: those may name what people work with.
    databaseUrl: process.env.JIEDUI_TEST_DATABASE_URL,
    takesOver: true,
    temporalAddress: process.env.JIEDUI_TEST_TEMPORAL_ADDRESS,
  });
  return {
    stack,
    file: stackFile(dataDir),
    async dispose() {
      await stack.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The stack of this Jest run; its parts can be killed and started again from inside a test. */
export function testStack(): LocalStack {
  const file = process.env.JIEDUI_TEST_STACK;
  if (!file) throw new PlainError("No stack is running for tests: JIEDUI_TEST_STACK is not set.");
  return attachStack(file);
}
