import type { CommandAnswer } from "@jiedui/domain";
import type { EntityManager } from "typeorm";
import { runPrepared } from "../prepared";

export interface KnownAnswer {
  readonly bodyHash: string;
  readonly answer: CommandAnswer;
}

/** A command's stored answer, which its key names for ever, also after the case is closed. */
export class CommandRepository {
  async find(
    manager: EntityManager,
    caseId: string,
    accountId: string,
    key: string,
  ): Promise<KnownAnswer | undefined> {
    const [row] = await runPrepared<KnownAnswer>(
      manager,
      `select body_hash as "bodyHash", answer from case_command where case_id = $1 and account_id = $2 and key = $3`,
      [caseId, accountId, key],
    );
    return row;
  }
}
