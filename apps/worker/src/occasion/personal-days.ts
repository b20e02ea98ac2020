import { PersonalDayRepository } from "@jiedui/database";
import { dayAt, daysOfYearWithin, type InstantMs, type PairingPayloads } from "@jiedui/domain";
import { Injectable } from "@nestjs/common";
import type { Client } from "@temporalio/client";
import type { DataSource } from "typeorm";
import { CaseSweep, type Telling } from "../case/case-sweep";
import { SYSTEM_ACTOR } from "../case/system-actor";
import type { World } from "../world-clock";

/** More often than daily, so that what a stopped worker left out is told the same day. */
const EVERY_MS = 3_600_000;
/** As far ahead as a policy can ask. */
const AHEAD_DAYS = 30;
const MOST_IN_A_ROUND = 2_000;

/** Tells cases of the birthdays and joining days ahead: the register is asked which case has which day. */
@Injectable()
export class PersonalDays extends CaseSweep {
  private readonly repository = new PersonalDayRepository();

  constructor(dataSource: DataSource, client: Client, world: World) {
    super(dataSource, client, world, EVERY_MS);
  }

  protected async untold(nowMs: InstantMs): Promise<readonly Telling[]> {
    const coming = await this.repository.coming(
      this.dataSource.manager,
      daysOfYearWithin(dayAt(nowMs), AHEAD_DAYS),
      SYSTEM_ACTOR.accountId,
      MOST_IN_A_ROUND,
    );
    return coming.map(({ caseId, occasion, happensOn }) => {
      const payload: PairingPayloads["reportOccasion"] = { occasion, happenedOn: happensOn };
      return { caseId, move: "reportOccasion", payload, key: `personal-day:${occasion}:${happensOn}` };
    });
  }
}
