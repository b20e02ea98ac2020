import {
  AccountRepository,
  SeatRepository,
  SessionRepository,
  withScope,
  type Account,
} from "@jiedui/database";
import {
  accountView,
  createAccountRequest,
  createdAccountView,
  holdSeatRequest,
  resetPasswordView,
  seatHoldingView,
  type Role,
} from "@jiedui/http-contracts";
import { ProblemError, stableUuid } from "@jiedui/platform";
import { dayAt } from "@jiedui/domain";
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from "@nestjs/common";
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from "@nestjs/swagger";
import { createZodDto } from "nestjs-zod";
import { randomBytes } from "node:crypto";
import { DataSource } from "typeorm";
import { z } from "zod";
import { Access, Asking, type SignedIn } from "../access/access.decorator";
import { WorldClock } from "../engine/world-clock";
import { IdempotencyKey, IsCommand } from "../http/idempotency-key";
import { CreatedDto } from "../register/created";
import { RegisterCommands } from "../register/register-commands";
import { hashPassword } from "../session/session.service";

class AccountsDto extends createZodDto(z.object({ items: z.array(accountView) })) {}
class CreateAccountDto extends createZodDto(createAccountRequest) {}
class CreatedAccountDto extends createZodDto(createdAccountView) {}
class ResetPasswordDto extends createZodDto(resetPasswordView) {}
class SeatsDto extends createZodDto(z.object({ items: z.array(seatHoldingView) })) {}
class HoldSeatDto extends createZodDto(holdSeatRequest) {}

/** Accounts, and who holds which seat. */
@ApiTags("accounts")
@Controller("api")
export class AccountController {
  private readonly accounts = new AccountRepository();
  private readonly seats = new SeatRepository();
  private readonly sessions = new SessionRepository();

  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: RegisterCommands,
    private readonly clock: WorldClock,
  ) {}

  @Get("accounts")
  @Access("account:manage", "Every account")
  @ApiOkResponse({ type: AccountsDto })
  async list(): Promise<AccountsDto> {
    return { items: (await this.accounts.list(this.dataSource.manager)).map(shown) };
  }

  /** Makes an account; its first password is shown this once and must be changed at the first signing in. */
  @Post("accounts")
  @Access(
    "account:manage",
    "Makes an account; its first password is shown this once and must be changed at the first signing in",
  )
  @IsCommand()
  @ApiCreatedResponse({ type: CreatedAccountDto })
  create(
    @Asking() asking: SignedIn,
    @IdempotencyKey() key: string,
    @Body() body: CreateAccountDto,
  ): Promise<CreatedAccountDto> {
    const id = stableUuid("account", asking.accountId, key);
    return this.commands.once(
      asking,
      key,
      ["account", body],
      async (manager): Promise<CreatedAccountDto> => {
        const login =
          body.helperId === null ? undefined : await this.accounts.loginOfHelper(manager, body.helperId);
        if (login !== undefined) throw new ProblemError(409, "HELPER_HAS_ACCOUNT", { login });
        const firstPassword = newFirstPassword();
        await this.accounts.create(manager, {
          id,
          ...body,
          passwordHash: await hashPassword(firstPassword),
          mustChangePassword: true,
        });
        return { id, ...body, disabled: false, firstPassword };
      },
      withoutPassword,
    );
  }

  /** A new first password, shown this once; every session of the account ends, and a lock is lifted. */
  @Post("accounts/:id/reset-password")
  @HttpCode(200)
  @Access(
    "account:manage",
    "A new first password, shown this once; every session of the account ends, and a lock is lifted",
  )
  @IsCommand()
  @ApiOkResponse({ type: ResetPasswordDto })
  resetPassword(
    @Asking() asking: SignedIn,
    @IdempotencyKey() key: string,
    @Param("id", ParseUUIDPipe) id: string,
  ): Promise<ResetPasswordDto> {
    return this.commands.once(
      asking,
      key,
      ["reset-password", id],
      async (manager): Promise<ResetPasswordDto> => {
        const firstPassword = newFirstPassword();
        const login = await this.accounts.resetPassword(manager, id, await hashPassword(firstPassword));
        if (login === undefined) throw new ProblemError(404, "NOT_FOUND", { what: "account" });
        await this.sessions.endAllOf(manager, id);
        return { id, login, firstPassword };
      },
      withoutPassword,
    );
  }

  @Post("accounts/:id/disable")
  @HttpCode(204)
  @Access("account:manage", "Takes an account out of use")
  @IsCommand()
  @ApiNoContentResponse()
  async disable(
    @Asking() asking: SignedIn,
    @IdempotencyKey() key: string,
    @Param("id", ParseUUIDPipe) id: string,
  ): Promise<void> {
    await this.commands.once(asking, key, ["disable", id], async (manager) => {
      const outcome = await this.accounts.disable(manager, id);
      if (outcome === "not-found") throw new ProblemError(404, "NOT_FOUND", { what: "account" });
      if (outcome === "last-administrator") throw new ProblemError(409, "LAST_ADMINISTRATOR");
      return { id };
    });
  }

  @Get("seats")
  @Access("seat:manage", "Who holds which seat, from when to when")
  @ApiOkResponse({ type: SeatsDto })
  async seatHoldings(@Asking() { scope }: SignedIn): Promise<SeatsDto> {
    return { items: await withScope(this.dataSource, scope, (manager) => this.seats.list(manager)) };
  }

  /** Gives a seat to an account from a day on, as its holder or as a deputy. */
  @Post("seats")
  @Access("seat:manage", "Gives a seat to an account from a day on, as its holder or as a deputy")
  @IsCommand()
  @ApiCreatedResponse({ type: CreatedDto })
  hold(
    @Asking() asking: SignedIn,
    @IdempotencyKey() key: string,
    @Body() body: HoldSeatDto,
  ): Promise<CreatedDto> {
    const id = stableUuid("seat", asking.accountId, key);
    return this.commands.once(asking, key, ["hold", body], async (manager) => {
      const outcome = await this.seats.hold(manager, { id, ...body });
      if ("missing" in outcome) throw new ProblemError(404, "NOT_FOUND", { what: outcome.missing });
      if ("unfit" in outcome)
        throw new ProblemError(409, "SEAT_OUT_OF_REACH", { seat: body.seat, ...outcome.unfit });
      return { id };
    });
  }

  /** The holding ends today; one that has not begun is taken back. */
  @Post("seats/:id/end")
  @HttpCode(204)
  @Access("seat:manage", "The holding ends today; one that has not begun is taken back")
  @IsCommand()
  @ApiNoContentResponse()
  async end(
    @Asking() asking: SignedIn,
    @IdempotencyKey() key: string,
    @Param("id", ParseUUIDPipe) id: string,
  ): Promise<void> {
    const today = dayAt(await this.clock.nowMs());
    await this.commands.once(asking, key, ["end-seat", id], async (manager) => {
      if (!(await this.seats.end(manager, id, today)))
        throw new ProblemError(404, "NOT_FOUND", { what: "seat" });
      return { id };
    });
  }
}

function shown({ id, login, displayName, role, areaCode, areaName, helperId, disabledAt }: Account) {
  const disabled = disabledAt !== null;
  return { id, login, displayName, role: role as Role, areaCode, areaName, helperId, disabled };
}

function newFirstPassword(): string {
  return randomBytes(9).toString("base64url");
}

/** A first password is told once and kept nowhere. */
function withoutPassword<Answer extends { firstPassword: string | null }>(answer: Answer): Answer {
  return { ...answer, firstPassword: null };
}
