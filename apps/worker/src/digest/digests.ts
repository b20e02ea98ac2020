import { DigestRepository, type DigestToSend } from "@jiedui/database";
import { DIGEST_SOON_DAYS, digestDay } from "@jiedui/domain";
import type { ChatGateway, DigestGateway } from "@jiedui/integrations";
import { Repeating } from "@jiedui/platform";
import { Injectable, Logger, type OnApplicationShutdown } from "@nestjs/common";
import type { DataSource } from "typeorm";
import { digestsTold } from "../health/worker-metrics";
import { worldNowMs, type World } from "../world-clock";
import { digestText } from "./digest-text";

const EVERY_MS = 60_000;
/** A bridge that is away would have all of them wait for their end, one after another. */
const FAILURES_IN_A_ROUND = 3;

export interface DigestRoutes {
  /** The offices' group. */
  readonly chat: ChatGateway;
  readonly people: DigestGateway;
}

/**
 * Tells people once a day, in the morning, what is new for them. Made in one transaction and once a day, whichever worker
 * comes first; that a digest goes out is committed before it does, so that whoever dies meanwhile tells nobody twice.
 */
@Injectable()
export class Digests implements OnApplicationShutdown {
  private readonly log = new Logger(Digests.name);
  private readonly repository = new DigestRepository();
  private readonly repeating = new Repeating(
    EVERY_MS,
    (_round, stopping) => this.tellOnce(stopping).then(() => undefined),
    (failure) => this.log.warn({ failure: String(failure) }, "digests were not made; trying again"),
  );

  constructor(
    private readonly dataSource: DataSource,
    private readonly world: World,
    private readonly routes: DigestRoutes,
    /** So many minutes of the day in China must have passed. */
    private readonly fromMinute: number,
  ) {}

  start(): void {
    this.repeating.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.repeating.stop();
  }

  /** @returns how many were told */
  async tellOnce(stopping: AbortSignal = new AbortController().signal): Promise<number> {
    const nowMs = await worldNowMs(this.world, this.dataSource);
    const day = digestDay(nowMs, this.fromMinute);
    const { manager } = this.dataSource;
    if (day !== undefined)
      await this.repository.gather(manager, { day, at: new Date(nowMs), soonDays: DIGEST_SOON_DAYS });
    let [told, failures] = [0, 0];
    while (!stopping.aborted && failures < FAILURES_IN_A_ROUND) {
      const digest = await this.repository.begin(manager);
      if (digest === undefined) break;
      if (await this.tell(digest)) told += 1;
      else failures += 1;
    }
    return told;
  }

  private async tell(digest: DigestToSend): Promise<boolean> {
    const { id, accountId, day } = digest;
    const { manager } = this.dataSource;
    const to = accountId === null ? "office" : "person";
    try {
      const message = digestText(digest);
      if (accountId === null) await this.routes.chat.send(message);
      else await this.routes.people.deliver({ accountId, day, ...message });
    } catch (failure) {
      this.log.warn({ digestId: id, failure: String(failure) }, "a digest was not taken");
      digestsTold.inc({ to, outcome: "failed" });
      await this.repository.markFailed(manager, id, String(failure));
      return false;
    }
    digestsTold.inc({ to, outcome: "sent" });
    await this.repository.markSent(manager, id);
    return true;
  }
}
