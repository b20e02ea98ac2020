import type { CommandAnswer } from "@jiedui/domain";
import type { EntityManager } from "typeorm";
import { runPrepared } from "../prepared";

export interface KnownAnswer {
  readonly bodyHash: string;
  readonly answer: CommandAnswer;
  /** Recorded a short while ago. */
  readonly isFresh: boolean;
}

/** Of a row `c` of case_command, which a left join may lack. */
export const IS_FRESH = "coalesce(c.recorded_at > now() - interval '15 minutes', false)";

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
      `select c.body_hash as "bodyHash", c.answer, ${IS_FRESH} as "isFresh" from case_command c where case_id = $1 and account_id = $2 and key = $3`,
      [caseId, accountId, key],
    );
    return row;
  }
}
