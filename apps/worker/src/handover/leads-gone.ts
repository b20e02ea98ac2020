import { HandoverRepository } from "@jiedui/database";
import type { PairingPayloads } from "@jiedui/domain";
import { Injectable } from "@nestjs/common";
import type { Client } from "@temporalio/client";
import type { DataSource } from "typeorm";
import { CaseSweep, type Telling } from "../case/case-sweep";
import { SYSTEM_ACTOR } from "../case/system-actor";
import type { World } from "../world-clock";

const EVERY_MS = 5_000;
const MOST_IN_A_ROUND = 500;

/** Tells cases whose lead helper the register has as out of service: somebody has to propose a successor. */
@Injectable()
export class LeadsGone extends CaseSweep {
  private readonly repository = new HandoverRepository();

  constructor(dataSource: DataSource, client: Client, world: World) {
    super(dataSource, client, world, EVERY_MS);
  }

  protected async untold(): Promise<readonly Telling[]> {
    const gone = await this.repository.leadsGone(
      this.dataSource.manager,
      SYSTEM_ACTOR.accountId,
      MOST_IN_A_ROUND,
    );
    return gone.map(({ caseId, helperId, retiredOn }) => {
      const payload: PairingPayloads["reportLeadGone"] = { helperId, reason: "retired", goneOn: retiredOn };
      return { caseId, move: "reportLeadGone", payload, key: `lead-gone:${helperId}` };
    });
  }
}
