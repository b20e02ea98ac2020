import { ProblemError } from "@jiedui/platform";
import { Injectable, type CanActivate, type ExecutionContext } from "@nestjs/common";
import { Reflector } from "@nestjs/core";
import { timingSafeEqual } from "node:crypto";
import { SessionService } from "../session/session.service";
import { ACCESS_RULE, type AccessRule, type SignedInRequest } from "./access.decorator";
import { mayDo } from "./permissions";

const SAFE_METHODS = ["GET", "HEAD", "OPTIONS"];
/** What an account with a first password may do before it has a password of its own. */
const BEFORE_OWN_PASSWORD: readonly AccessRule[] = ["session:own"];

/** Session, CSRF token and permission, in this order, for every route. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (rule === undefined)
      throw new Error(`the route ${context.getClass().name}.${context.getHandler().name} has no access rule`);
    if (rule === "public") return true;
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const signedIn = await this.sessions.signedInBy(request);
    if (signedIn === undefined) throw new ProblemError(401, "NOT_SIGNED_IN");
    if (!SAFE_METHODS.includes(request.method) && !isSame(request.header("x-csrf-token"), signedIn.csrfToken))
      throw new ProblemError(403, "CSRF_TOKEN_WRONG");
    if (!mayDo(signedIn.role, rule))
      throw new ProblemError(403, "NOT_ALLOWED", { role: signedIn.role, permission: rule });
    if (signedIn.mustChangePassword && !BEFORE_OWN_PASSWORD.includes(rule))
      throw new ProblemError(403, "NOT_ALLOWED", { mustChangePassword: true });
    request.signedIn = signedIn;
    return true;
  }
}

function isSame(given: string | undefined, expected: string): boolean {
  if (given === undefined || given.length !== expected.length) return false;
  return timingSafeEqual(Buffer.from(given), Buffer.from(expected));
}
