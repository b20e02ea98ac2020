import type { EntityManager } from "typeorm";

export interface Session {
  readonly accountId: string;
  readonly csrfToken: string;
}

/** Sessions by the hash of their token: who reads the table cannot sign in with it. */
export class SessionRepository {
  async create(
    manager: EntityManager,
    session: { tokenHash: string; accountId: string; csrfToken: string; hours: number },
  ): Promise<void> {
    await manager.query(
      `insert into session (token_hash, account_id, csrf_token, expires_at) values ($1, $2, $3, now() + make_interval(hours => $4))`,
      [session.tokenHash, session.accountId, session.csrfToken, session.hours],
    );
  }

  /** A session in force; using it in its second half prolongs it. */
  async use(manager: EntityManager, tokenHash: string, hours: number): Promise<Session | undefined> {
    const [session] = await manager.query<(Session & { tired: boolean })[]>(
      `select account_id as "accountId", csrf_token as "csrfToken", expires_at < now() + make_interval(hours => $2) / 2 as tired
       from session where token_hash = $1 and expires_at > now()`,
      [tokenHash, hours],
    );
    if (session?.tired === true)
      await manager.query(
        "update session set last_seen_at = now(), expires_at = now() + make_interval(hours => $2) where token_hash = $1",
        [tokenHash, hours],
      );
    return session;
  }

  async end(manager: EntityManager, tokenHash: string): Promise<void> {
    await manager.query("delete from session where token_hash = $1", [tokenHash]);
  }

  async endAllOf(manager: EntityManager, accountId: string): Promise<void> {
    await manager.query("delete from session where account_id = $1", [accountId]);
  }
}
