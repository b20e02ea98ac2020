import { Repeating } from "@jiedui/platform";
import { Logger, type OnApplicationShutdown } from "@nestjs/common";
import { WorkflowNotFoundError, type Client } from "@temporalio/client";
import type { InstantMs } from "@jiedui/domain";
import type { DataSource } from "typeorm";
import { worldNowMs, type World } from "../world-clock";
import { isRefused } from "./refused";
import { SystemCommands, type SystemCommand } from "./system-commands";

const FIRST_AFTER_MS = 60_000;

/** What a case is to be told; the key names the fact, so that each is told once however often one looks. */
export type Telling = Pick<SystemCommand, "caseId" | "move" | "payload" | "key">;

/** Looks again and again what the register knows that pairings have not been told, and tells them. */
export abstract class CaseSweep implements OnApplicationShutdown {
  private readonly log = new Logger(this.constructor.name);
  private readonly commands: SystemCommands;
  private readonly repeating: Repeating;

  constructor(
    protected readonly dataSource: DataSource,
    client: Client,
    private readonly world: World,
    everyMs: number,
  ) {
    this.commands = new SystemCommands(client, dataSource, world);
    this.repeating = new Repeating(
      everyMs,
      (_round, stopping) => this.tellOnce(stopping).then(() => undefined),
      (failure) => this.log.warn({ failure: String(failure) }, "cases were not told; trying again"),
      Math.min(FIRST_AFTER_MS, everyMs),
    );
  }

  start(): void {
    this.repeating.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.repeating.stop();
  }

  /** @returns how many cases were told */
  async tellOnce(stopping: AbortSignal = new AbortController().signal): Promise<number> {
    let told = 0;
    for (const each of await this.untold(await worldNowMs(this.world, this.dataSource))) {
      if (stopping.aborted) break;
      if (await this.tell(each)) told += 1;
    }
    return told;
  }

  protected abstract untold(nowMs: InstantMs): Promise<readonly Telling[]>;

  /** @returns false when the case refused, or is not with the engine: the next round asks again */
  private async tell(telling: Telling): Promise<boolean> {
    const { caseId, key } = telling;
    try {
      await this.commands.give({ kind: "pairing", ...telling, updateId: `${caseId}:${key}` });
      return true;
    } catch (failure) {
      if (!(failure instanceof WorkflowNotFoundError) && !isRefused(failure)) throw failure;
      this.log.debug({ caseId, key, failure: String(failure) }, "a case did not take what it was told");
      return false;
    }
  }
}
