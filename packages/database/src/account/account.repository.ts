import type { EntityManager } from "typeorm";

/** Whom the api knows. */
export interface Account {
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly role: string;
  readonly areaCode: string | null;
  readonly areaName: string | null;
  readonly helperId: string | null;
  /** Helpers whose seat the account holds today: itself while it has not retired, and whom it stands in for. */
  readonly helperIds: readonly string[];
  /** Units whose head's seat the account holds today. */
  readonly unitIds: readonly string[];
  readonly mustChangePassword: boolean;
  readonly failedLogins: number;
  readonly lockedUntil: Date | null;
  readonly disabledAt: Date | null;
}

export const ACCOUNT_COLUMNS = `a.id, a.login, a.display_name as "displayName", a.password_hash as "passwordHash", a.role, a.area_code as "areaCode",
  area.full_name as "areaName", a.helper_id as "helperId", a.must_change_password as "mustChangePassword", a.failed_logins as "failedLogins",
  a.locked_until as "lockedUntil", held."helperIds", held."unitIds", a.disabled_at as "disabledAt"`;
export const ACCOUNT_FROM = `from account a left join area on area.code = a.area_code cross join lateral (
    select coalesce(array_agg(substr(seat, 13)) filter (where seat like 'lead-helper:%'), '{}') as "helperIds",
      coalesce(array_agg(substr(seat, 11)) filter (where seat like 'unit-head:%'), '{}') as "unitIds"
    from unnest(seats_of(a.id, day_at(world_now()))) as seat) held`;

export class AccountRepository {
  async findByLogin(manager: EntityManager, login: string): Promise<Account | undefined> {
    const [account] = await manager.query<Account[]>(
      `select ${ACCOUNT_COLUMNS} ${ACCOUNT_FROM} where a.login = lower($1)`,
      [login],
    );
    return account;
  }

  async find(manager: EntityManager, id: string): Promise<Account | undefined> {
    const [account] = await manager.query<Account[]>(
      `select ${ACCOUNT_COLUMNS} ${ACCOUNT_FROM} where a.id = $1`,
      [id],
    );
    return account;
  }

  list(manager: EntityManager): Promise<Account[]> {
    return manager.query<Account[]>(`select ${ACCOUNT_COLUMNS} ${ACCOUNT_FROM} order by a.login`);
  }

  /**
   * Counts an attempt before the password is looked at, so that attempts at the same time do not pass uncounted; with
   * the `lockAfter`th since the last success, or since the last lock ran out, the account is locked for so long.
   * @returns false when it is locked
   */
  async countAttempt(
    manager: EntityManager,
    id: string,
    lockAfter: number,
    lockMinutes: number,
  ): Promise<boolean> {
    const [, counted] = await manager.query<[unknown, number]>(
      `update account set failed_logins = attempt.ordinal,
         locked_until = case when attempt.ordinal >= $2 then now() + make_interval(mins => $3) end
       from (select id, case when locked_until is null then failed_logins + 1 else 1 end as ordinal
             from account where id = $1 and (locked_until is null or locked_until <= now()) for update) attempt
       where account.id = attempt.id`,
      [id, lockAfter, lockMinutes],
    );
    return counted === 1;
  }

  async recordSuccess(manager: EntityManager, id: string): Promise<void> {
    await manager.query(
      "update account set failed_logins = 0, locked_until = null where id = $1 and (failed_logins > 0 or locked_until is not null)",
      [id],
    );
  }

  async create(
    manager: EntityManager,
    account: Pick<
      Account,
      | "id"
      | "login"
      | "displayName"
      | "passwordHash"
      | "role"
      | "areaCode"
      | "helperId"
      | "mustChangePassword"
    >,
  ): Promise<void> {
    await manager.query(
      `insert into account (id, login, display_name, password_hash, role, area_code, helper_id, must_change_password)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        account.id,
        account.login,
        account.displayName,
        account.passwordHash,
        account.role,
        account.areaCode,
        account.helperId,
        account.mustChangePassword,
      ],
    );
  }

  /** The login of a helper's account that is in use; nobody else gives the helper one until this transaction ends. */
  async loginOfHelper(manager: EntityManager, helperId: string): Promise<string | undefined> {
    await manager.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`account-of:${helperId}`]);
    const [row] = await manager.query<{ login: string }[]>(
      "select login from account where helper_id = $1 and disabled_at is null limit 1",
      [helperId],
    );
    return row?.login;
  }

  async changePassword(manager: EntityManager, id: string, passwordHash: string): Promise<void> {
    await manager.query("update account set password_hash = $2, must_change_password = false where id = $1", [
      id,
      passwordHash,
    ]);
  }

  /** Whoever forgot the password, or is locked out, begins anew with a first one; an account out of use does not. */
  async resetPassword(manager: EntityManager, id: string, passwordHash: string): Promise<string | undefined> {
    const [rows] = await manager.query<[{ login: string }[], number]>(
      `update account set password_hash = $2, must_change_password = true, failed_logins = 0, locked_until = null
       where id = $1 and disabled_at is null returning login`,
      [id, passwordHash],
    );
    return rows[0]?.login;
  }

  /** The last administrator stays: nobody else could make another. */
  async disable(
    manager: EntityManager,
    id: string,
  ): Promise<"disabled" | "not-found" | "last-administrator"> {
    const administrators = await manager.query<{ id: string }[]>(
      "select id from account where role = 'administrator' and disabled_at is null for update",
    );
    if (administrators.length === 1 && administrators[0]?.id === id) return "last-administrator";
    const [, touched] = await manager.query<[unknown, number]>(
      "update account set disabled_at = coalesce(disabled_at, world_now()) where id = $1",
      [id],
    );
    return touched === 1 ? "disabled" : "not-found";
  }
}
