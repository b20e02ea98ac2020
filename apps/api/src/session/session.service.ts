import {
  AccountRepository,
  SessionRepository,
  onOneConnection,
  scopeOf,
  type Account,
} from "@jiedui/database";
import type { Role } from "@jiedui/http-contracts";
import { ProblemError } from "@jiedui/platform";
import { Injectable } from "@nestjs/common";
import { hash, verify } from "@node-rs/argon2";
import { createHash, randomBytes } from "node:crypto";
import type { Request } from "express";
import { DataSource } from "typeorm";
import type { SignedIn } from "../access/access.decorator";

export const SESSION_COOKIE = "jiedui_session";
export const SESSION_HOURS = 12;
const LOCK_AFTER_FAILURES = 5;
const LOCK_MINUTES = 15;
/** Verified when a login is unknown, so that an unknown one takes as long as a wrong password. */
const NOBODYS_HASH = hash("nobody's password");

export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

/** Signing in and out. Sessions live in PostgreSQL; the browser holds an opaque token. */
@Injectable()
export class SessionService {
  private readonly accounts = new AccountRepository();
  private readonly sessions = new SessionRepository();

  constructor(private readonly dataSource: DataSource) {}

  /** @returns the token for the cookie, and who is now signed in */
  async signIn(login: string, password: string): Promise<{ token: string; signedIn: SignedIn }> {
    const { manager } = this.dataSource;
    const account = await this.accounts.findByLogin(manager, login);
    if (account === undefined || account.disabledAt !== null) {
      await verify(await NOBODYS_HASH, password);
      throw new ProblemError(401, "SIGN_IN_FAILED");
    }
    await this.requirePassword(account, password);
    const token = randomBytes(32).toString("base64url");
    const csrfToken = randomBytes(24).toString("base64url");
    await this.sessions.create(manager, {
      tokenHash: hashOfToken(token),
      accountId: account.id,
      csrfToken,
      hours: SESSION_HOURS,
    });
    return { token, signedIn: signedInAs(account, csrfToken, hashOfToken(token)) };
  }

  async signOut(signedIn: SignedIn): Promise<void> {
    await this.sessions.end(this.dataSource.manager, signedIn.tokenHash);
  }

  /** Every other session of the account ends; this one goes on. */
  async changePassword(signedIn: SignedIn, present: string, next: string): Promise<void> {
    const account = await this.accounts.find(this.dataSource.manager, signedIn.accountId);
    if (account === undefined) throw new ProblemError(401, "SIGN_IN_FAILED");
    await this.requirePassword(account, present);
    const passwordHash = await hash(next);
    await this.dataSource.transaction(async (manager) => {
      await this.accounts.changePassword(manager, account.id, passwordHash);
      await this.sessions.endAllOf(manager, account.id);
      await this.sessions.create(manager, {
        tokenHash: signedIn.tokenHash,
        accountId: account.id,
        csrfToken: signedIn.csrfToken,
        hours: SESSION_HOURS,
      });
    });
  }

  /** @throws ProblemError 423 when the account is locked, 401 when the password is another */
  private async requirePassword({ id, passwordHash, lockedUntil }: Account, password: string): Promise<void> {
    const { manager } = this.dataSource;
    if (!(await this.accounts.countAttempt(manager, id, LOCK_AFTER_FAILURES, LOCK_MINUTES)))
      throw new ProblemError(423, "ACCOUNT_LOCKED", {
        until: (lockedUntil ?? new Date(Date.now() + LOCK_MINUTES * 60_000)).toISOString(),
      });
    if (!(await verify(passwordHash, password))) throw new ProblemError(401, "SIGN_IN_FAILED");
    await this.accounts.recordSuccess(manager, id);
  }

  async signedInBy(request: Request): Promise<SignedIn | undefined> {
    const token = cookieOf(request, SESSION_COOKIE);
    if (token === undefined) return undefined;
    const tokenHash = hashOfToken(token);
    const session = await onOneConnection(this.dataSource, (manager) =>
      this.sessions.use(manager, tokenHash, SESSION_HOURS),
    );
    if (session === undefined || session.account.disabledAt !== null) return undefined;
    return signedInAs(session.account, session.csrfToken, tokenHash);
  }
}

/** An account as routes know it; without a session when something that it has ordered goes on by itself. */
export function signedInAs(account: Account, csrfToken = "", tokenHash = ""): SignedIn {
  const { login, displayName, areaCode, areaName, helperId, mustChangePassword } = account;
  return {
    accountId: account.id,
    login,
    displayName,
    role: account.role as Role,
    areaCode,
    areaName,
    helperId,
    mustChangePassword,
    csrfToken,
    tokenHash,
    scope: scopeOf(account),
  };
}

function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

function cookieOf({ headers }: Request, name: string): string | undefined {
  const pairs = (headers.cookie ?? "").split(";").map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
