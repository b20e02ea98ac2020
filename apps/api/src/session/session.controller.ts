import { changePasswordRequest, sessionView, signInRequest, type SessionView } from "@jiedui/http-contracts";
import { Body, Controller, Delete, Get, HttpCode, Post, Res } from "@nestjs/common";
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from "@nestjs/swagger";
import { Throttle } from "@nestjs/throttler";
import { createZodDto } from "nestjs-zod";
import type { CookieOptions, Response } from "express";
import { Access, Asking, Public, type SignedIn } from "../access/access.decorator";
import { WorldClock } from "../engine/world-clock";
import { SESSION_COOKIE, SESSION_HOURS, SessionService } from "./session.service";
import { InboxCount } from "../inbox/inbox-count";

class SignInDto extends createZodDto(signInRequest) {}
class ChangePasswordDto extends createZodDto(changePasswordRequest) {}
class SessionDto extends createZodDto(sessionView) {}

const COOKIE: CookieOptions = {
  httpOnly: true,
  sameSite: "strict",
  path: "/",
  maxAge: SESSION_HOURS * 3_600_000,
};

@ApiTags("session")
@Controller("api/session")
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly clock: WorldClock,
    private readonly inbox: InboxCount,
  ) {}

  /** Who is signed in. */
  @Get()
  @Access("session:own", "Who is signed in")
  @ApiOkResponse({ type: SessionDto })
  present(@Asking() asking: SignedIn): Promise<SessionView> {
    return this.view(asking);
  }

  /** Signs in; the answer carries the CSRF token that every command needs. */
  @Post()
  @Public("Signs in; the answer carries the CSRF token that every command needs")
  @Throttle({ default: { limit: 20, ttl: 60_000 } })
  @ApiCreatedResponse({ type: SessionDto })
  async signIn(
    @Body() { login, password }: SignInDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView> {
    const { token, signedIn } = await this.sessions.signIn(login, password);
    response.cookie(SESSION_COOKIE, token, { ...COOKIE, secure: response.req.secure });
    return this.view(signedIn);
  }

  @Delete()
  @HttpCode(204)
  @Access("session:own", "Signs out")
  @ApiNoContentResponse()
  async signOut(@Asking() asking: SignedIn, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.sessions.signOut(asking);
    response.clearCookie(SESSION_COOKIE, { path: "/" });
  }

  @Post("password")
  @HttpCode(204)
  @Access("session:own", "Changes the own password; every other session ends")
  @ApiNoContentResponse()
  async changePassword(
    @Asking() asking: SignedIn,
    @Body() { present, next }: ChangePasswordDto,
  ): Promise<void> {
    await this.sessions.changePassword(asking, present, next);
  }

  private async view(asking: SignedIn): Promise<SessionView> {
    const { accountId, displayName, role, areaCode, areaName, helperId, mustChangePassword, csrfToken } =
      asking;
    const [now, inboxCount] = await Promise.all([this.clock.nowMs(), this.inbox.of(asking)]);
    return {
      accountId,
      displayName,
      role,
      areaCode,
      areaName,
      helperId,
      mustChangePassword,
      world: this.clock.world,
      now: new Date(now).toISOString(),
      csrfToken,
      inboxCount,
    };
  }
}
