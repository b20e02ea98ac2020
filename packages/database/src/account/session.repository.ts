import type { EntityManager } from "typeorm";
import { runPrepared } from "../prepared";
import { ACCOUNT_COLUMNS, ACCOUNT_FROM, type Account } from "./account.repository";

export interface Session {
  readonly account: Account;
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

  /**
   * Who is signed in by a session in force; using it in its second half prolongs it.
   * @param manager of one connection
   */
  async use(manager: EntityManager, tokenHash: string, hours: number): Promise<Session | undefined> {
    const [session] = await runPrepared<Account & { csrfToken: string; tired: boolean }>(
      manager,
      `select ${ACCOUNT_COLUMNS}, s.csrf_token as "csrfToken", s.expires_at < now() + make_interval(hours => $2) / 2 as tired
       ${ACCOUNT_FROM} join session s on s.account_id = a.id where s.token_hash = $1 and s.expires_at > now()`,
      [tokenHash, hours],
    );
    if (session === undefined) return undefined;
    const { csrfToken, tired, ...account } = session;
    if (tired)
      await manager.query(
        "update session set last_seen_at = now(), expires_at = now() + make_interval(hours => $2) where token_hash = $1",
        [tokenHash, hours],
      );
    return { account, csrfToken };
  }

  async end(manager: EntityManager, tokenHash: string): Promise<void> {
    await manager.query("delete from session where token_hash = $1", [tokenHash]);
  }

  async endAllOf(manager: EntityManager, accountId: string): Promise<void> {
    await manager.query("delete from session where account_id = $1", [accountId]);
  }
}
