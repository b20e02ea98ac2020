import { OutboxRepository, type WaitingMessage } from "@jiedui/database";
import { Injectable, Logger, type OnApplicationShutdown } from "@nestjs/common";
import type { Client } from "@temporalio/client";
import type { DataSource } from "typeorm";
import { isRefused } from "../case/refused";
import { SystemCommands, type SystemCommand } from "../case/system-commands";
import { outboxMessages } from "../health/worker-metrics";
import type { World } from "../world-clock";

const BATCH = 50;
const PAUSE_MS = 500;

/**
 * Sends what was written with its event to another case, as an ordinary command with the key `<case>:<seq>:<n>`. At least
 * once; a receiver that knows the key applies it once. What people are to be told waits for the day's digest.
 */
@Injectable()
export class OutboxDispatcher implements OnApplicationShutdown {
  private readonly log = new Logger(OutboxDispatcher.name);
  private readonly outbox = new OutboxRepository();
  private readonly commands: SystemCommands;
  private stopping = false;
  private running: Promise<void> = Promise.resolve();
  private wake: () => void = () => undefined;

  constructor(
    private readonly dataSource: DataSource,
    client: Client,
    world: World,
  ) {
    this.commands = new SystemCommands(client, dataSource, world);
  }

  start(): void {
    this.running = this.run();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.running;
  }

  /** @returns how many messages were taken up, sent or not */
  dispatchOnce(): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      const due = await this.outbox.takeDue(manager, BATCH);
      const sent: string[] = [];
      for (const message of due) {
        const problem = await this.send(message);
        outboxMessages.inc({ target: message.target, outcome: problem === undefined ? "sent" : "failed" });
        if (problem === undefined) sent.push(message.id);
        else await this.outbox.markFailed(manager, message.id, problem);
      }
      await this.outbox.markSent(manager, sent);
      return due.length;
    });
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      const taken = await this.dispatchOnce().catch((failure: unknown) => {
        this.log.warn({ failure: String(failure) }, "the outbox could not be read; trying again");
        return 0;
      });
      if (taken < BATCH) await this.pause();
    }
  }

  /** @returns why it could not be sent */
  private async send(waiting: WaitingMessage): Promise<string | undefined> {
    try {
      await this.command(waiting);
      return undefined;
    } catch (failure) {
      this.log.warn(
        { outboxId: waiting.id, attempts: waiting.attempts + 1, failure: String(failure) },
        "an outbox message was not sent",
      );
      return String(failure);
    }
  }

  private async command(waiting: WaitingMessage): Promise<void> {
    const told = waiting.message as Pick<SystemCommand, "kind" | "caseId" | "move" | "payload">;
    const key = `${waiting.caseId}:${waiting.seq}:${waiting.n}`;
    try {
      await this.commands.give({ ...told, key, updateId: key });
    } catch (failure) {
      if (!isRefused(failure)) throw failure;
      this.log.warn(
        { caseId: told.caseId, move: told.move, key, failure: String(failure) },
        "a case has refused what another told it",
      );
    }
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, PAUSE_MS);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
