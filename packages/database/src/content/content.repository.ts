import type { EntityManager } from "typeorm";
import { runPrepared } from "../prepared";

/** Free text that a command brings: stored first, bound by `act`, never in the engine. */
export interface NewContent {
  readonly id: string;
  readonly caseId: string;
  readonly ownerAccountId: string;
  readonly purpose: string;
  readonly body: Record<string, unknown>;
  readonly bodyHash: string;
  readonly areaCode: string;
}

export class ContentRepository {
  /** Repeating it with the same id changes nothing. */
  async insertPending(manager: EntityManager, content: NewContent): Promise<void> {
    await runPrepared(
      manager,
      `insert into content (id, case_id, owner_account_id, purpose, body, body_hash, area_code) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (id) do nothing`,
      [
        content.id,
        content.caseId,
        content.ownerAccountId,
        content.purpose,
        JSON.stringify(content.body),
        content.bodyHash,
        content.areaCode,
      ],
    );
  }
}
