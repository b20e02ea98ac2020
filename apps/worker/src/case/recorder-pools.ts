import { createDataSource } from "@jiedui/database";
import { Injectable, type OnApplicationShutdown } from "@nestjs/common";
import type { DataSource } from "typeorm";

/** Connections for inline recording; the worker runs at most as many local activities at once. */
export const INLINE_CONNECTIONS = 10;
export const DURABLE_CONNECTIONS = 6;
/** Below the inline activity's own limit of 1.5 s. */
const INLINE_STATEMENT_MS = 1_200;
const DURABLE_STATEMENT_MS = 20_000;
/** After a failure of the connection, inline attempts are skipped for so long. */
const SKIP_INLINE_MS = 1_000;

/** The recorder's two ways to PostgreSQL: a quick one that gives up soon, and a patient one. */
@Injectable()
export class RecorderPools implements OnApplicationShutdown {
  private knownBadUntilMs = 0;

  constructor(
    readonly inline: DataSource,
    readonly durable: DataSource,
  ) {}

  static async connect(url: string): Promise<RecorderPools> {
    const inline = createDataSource(url, {
      poolSize: INLINE_CONNECTIONS,
      applicationName: "recorder-inline",
      statementTimeoutMs: INLINE_STATEMENT_MS,
      connectTimeoutMs: 5_000,
    });
    const durable = createDataSource(url, {
      poolSize: DURABLE_CONNECTIONS,
      applicationName: "recorder-durable",
      statementTimeoutMs: DURABLE_STATEMENT_MS,
      connectTimeoutMs: 5_000,
    });
    await Promise.all([inline.initialize(), durable.initialize()]);
    return new RecorderPools(inline, durable);
  }

  isKnownBad(): boolean {
    return Date.now() < this.knownBadUntilMs;
  }

  /** A refusal by a constraint says nothing about the connection; everything else does. */
  noteFailure(failure: unknown): void {
    const code = (failure as { code?: unknown }).code;
    const isConstraint = typeof code === "string" && (code.startsWith("23") || code.startsWith("40"));
    if (!isConstraint) this.knownBadUntilMs = Date.now() + SKIP_INLINE_MS;
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.inline.destroy(), this.durable.destroy()]);
  }
}
