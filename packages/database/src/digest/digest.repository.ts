import type { Day, DigestCounts } from "@jiedui/domain";
import type { EntityManager } from "typeorm";

/** A digest that is about to be sent; to an account, or to the office of an area. */
export interface DigestToSend extends DigestCounts {
  readonly id: string;
  readonly day: Day;
  readonly accountId: string | null;
  /** The office's area, without "office". */
  readonly areaName: string | null;
}

/** One digest a person and day: made once, sent once. */
export class DigestRepository {
  /** Makes the day's digests unless they are made. @returns how many are new */
  async gather(
    manager: EntityManager,
    { day, at, soonDays }: { readonly day: Day; readonly at: Date; readonly soonDays: number },
  ): Promise<number> {
    const [row] = await manager.query<[{ made: number }]>(
      "select gather_digests($1, $2, make_interval(days => $3)) as made",
      [day, at, soonDays],
    );
    return row.made;
  }

  /** Takes one of the newest day and notes, before it goes out, that it does; a stale one is part of the next day's. */
  async begin(manager: EntityManager): Promise<DigestToSend | undefined> {
    const [digest] = await manager.query<DigestToSend[]>(
      `with begun as (
         update digest set begun_at = now(), attempts = attempts + 1 where id = (
           select id from digest where begun_at is null and next_try_at <= now() and day = (select max(day) from digest_day)
           order by next_try_at, id limit 1 for update skip locked)
         returning *
       )
       select id::text as id, to_char(day, 'YYYY-MM-DD') as day, account_id as "accountId", newly_due as "newlyDue", newly_overdue as "newlyOverdue", escalated, repeated, overdue,
         (select name from area where code = rpad(split_part(begun.office, ':', 2), 12, '0')) as "areaName"
       from begun`,
    );
    return digest;
  }

  async markSent(manager: EntityManager, id: string): Promise<void> {
    await manager.query("update digest set sent_at = now() where id = $1", [id]);
  }

  /** It was not taken: tried again later and later, at most an hour apart. */
  async markFailed(manager: EntityManager, id: string, reason: string): Promise<void> {
    await manager.query(
      `update digest set begun_at = null, last_error = left($2, 500),
         next_try_at = now() + least(interval '1 hour', interval '2 seconds' * power(2, least(attempts, 12)))
       where id = $1`,
      [id, reason],
    );
  }

  async ofAccount(manager: EntityManager, accountId: string, day: Day): Promise<DigestCounts | null> {
    const [counts] = await manager.query<DigestCounts[]>(
      `select newly_due as "newlyDue", newly_overdue as "newlyOverdue", escalated, repeated, overdue from digest_of($1, $2)`,
      [accountId, day],
    );
    return counts ?? null;
  }
}
