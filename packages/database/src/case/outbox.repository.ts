import type { EntityManager } from "typeorm";

export interface WaitingMessage {
  readonly id: string;
  readonly caseId: string;
  readonly seq: number;
  readonly n: number;
  readonly target: string;
  readonly message: Record<string, unknown>;
  readonly attempts: number;
}

/** What was written with its event and is yet to be sent. At least once; the receiver knows it by case, seq and n. */
export class OutboxRepository {
  /** Takes some that are due and go out at once, so that no second dispatcher sends them while this transaction lasts. */
  takeDue(manager: EntityManager, limit: number): Promise<WaitingMessage[]> {
    return manager.query<WaitingMessage[]>(
      `select id, case_id as "caseId", seq, n, target, message, attempts from outbox
       where sent_at is null and target not in ('digest', 'chat') and next_try_at <= now() order by id limit $1 for update skip locked`,
      [limit],
    );
  }

  async markSent(manager: EntityManager, ids: readonly string[]): Promise<void> {
    await manager.query(
      "update outbox set sent_at = now(), attempts = attempts + 1 where id = any ($1::bigint[])",
      [ids],
    );
  }

  /** Tried again later and later, at most an hour apart. */
  async markFailed(manager: EntityManager, id: string, reason: string): Promise<void> {
    await manager.query(
      `update outbox set attempts = attempts + 1, last_error = left($2, 500),
         next_try_at = now() + least(interval '1 hour', interval '2 seconds' * power(2, least(attempts, 12)))
       where id = $1`,
      [id, reason],
    );
  }
}
