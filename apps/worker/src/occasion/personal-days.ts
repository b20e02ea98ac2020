import { PersonalDayRepository, type ComingPersonalDay } from "@jiedui/database";
import { dayAt, daysOfYearWithin, type PairingPayloads } from "@jiedui/domain";
import { Injectable, Logger, type OnApplicationShutdown } from "@nestjs/common";
import { WorkflowNotFoundError, type Client } from "@temporalio/client";
import type { DataSource } from "typeorm";
import { isRefused } from "../case/refused";
import { SYSTEM_ACTOR } from "../case/system-actor";
import { SystemCommands } from "../case/system-commands";
import { Repeating } from "@jiedui/platform";
import { worldNowMs, type World } from "../world-clock";

/** More often than daily, so that what a stopped worker left out is told the same day. */
const EVERY_MS = 3_600_000;
const FIRST_AFTER_MS = 60_000;
/** As far ahead as a policy can ask. */
const AHEAD_DAYS = 30;
const MOST_IN_A_ROUND = 2_000;

/**
 * Tells cases of the birthdays and joining days ahead. The register is asked which case has which day; the command's key
 * names day and kind, so that each is told once however often one looks.
 */
@Injectable()
export class PersonalDays implements OnApplicationShutdown {
  private readonly log = new Logger(PersonalDays.name);
  private readonly repository = new PersonalDayRepository();
  private readonly repeating = new Repeating(
    EVERY_MS,
    (_round, stopping) => this.tellOnce(stopping).then(() => undefined),
    (failure) => this.log.warn({ failure: String(failure) }, "personal days were not told; trying again"),
    FIRST_AFTER_MS,
  );

  private readonly commands: SystemCommands;

  constructor(
    private readonly dataSource: DataSource,
    client: Client,
    private readonly world: World,
  ) {
    this.commands = new SystemCommands(client, dataSource, world);
  }

  start(): void {
    this.repeating.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.repeating.stop();
  }

  /** @returns how many cases were told */
  async tellOnce(stopping: AbortSignal = new AbortController().signal): Promise<number> {
    const nowMs = await worldNowMs(this.world, this.dataSource);
    const coming = await this.repository.coming(
      this.dataSource.manager,
      daysOfYearWithin(dayAt(nowMs), AHEAD_DAYS),
      SYSTEM_ACTOR.accountId,
      MOST_IN_A_ROUND,
    );
    let told = 0;
    for (const each of coming) {
      if (stopping.aborted) break;
      if (await this.tell(each)) told += 1;
    }
    return told;
  }

  /** @returns false when the case refused, or is not with the engine: the next round asks again */
  private async tell({ caseId, occasion, happensOn }: ComingPersonalDay): Promise<boolean> {
    const key = `personal-day:${occasion}:${happensOn}`;
    const payload: PairingPayloads["reportOccasion"] = { occasion, happenedOn: happensOn };
    const command = { kind: "pairing", caseId, move: "reportOccasion", payload } as const;
    try {
      await this.commands.give({ ...command, key, updateId: `${caseId}:${key}` });
      return true;
    } catch (failure) {
      if (!(failure instanceof WorkflowNotFoundError) && !isRefused(failure)) throw failure;
      this.log.debug({ caseId, occasion, failure: String(failure) }, "a case did not take a personal day");
      return false;
    }
  }
}
