import { OwnDeputyRepository, withScope } from "@jiedui/database";
import { dayAt, refusalOfAbsence } from "@jiedui/domain";
import { nameDeputyRequest, ownDeputiesView } from "@jiedui/http-contracts";
import { ProblemError, stableUuid } from "@jiedui/platform";
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from "@nestjs/common";
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from "@nestjs/swagger";
import { createZodDto } from "nestjs-zod";
import { DataSource } from "typeorm";
import { Access, Asking, type SignedIn } from "../access/access.decorator";
import { WorldClock } from "../engine/world-clock";
import { IdempotencyKey, IsCommand } from "../http/idempotency-key";
import { CreatedDto } from "../register/created";
import { RegisterCommands } from "../register/register-commands";

class NameDeputyDto extends createZodDto(nameDeputyRequest) {}
class OwnDeputiesDto extends createZodDto(ownDeputiesView) {}

@ApiTags("deputies")
@Controller("api/own-deputies")
export class DeputyController {
  private readonly deputies = new OwnDeputyRepository();

  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: RegisterCommands,
    private readonly clock: WorldClock,
  ) {}

  @Get()
  @Access("deputy:own", "Who stands in for the asking helper, and who may")
  @ApiOkResponse({ type: OwnDeputiesDto })
  async list(@Asking() asking: SignedIn): Promise<OwnDeputiesDto> {
    const helperId = helperOf(asking);
    const today = dayAt(await this.clock.nowMs());
    return withScope(this.dataSource, asking.scope, async (manager) => ({
      items: await this.deputies.list(manager, helperId, today),
      colleagues: await this.deputies.colleagues(manager, helperId, today),
    }));
  }

  /** What the helper owes goes to the deputy in that time, and comes back by itself. */
  @Post()
  @Access("deputy:own", "Names a deputy for the days on which the asking helper is away")
  @IsCommand()
  @ApiCreatedResponse({ type: CreatedDto })
  async name(
    @Asking() asking: SignedIn,
    @IdempotencyKey() key: string,
    @Body() body: NameDeputyDto,
  ): Promise<CreatedDto> {
    const helperId = helperOf(asking);
    const id = stableUuid("deputy", asking.accountId, key);
    const today = dayAt(await this.clock.nowMs());
    return this.commands.once(asking, key, ["name-deputy", body], async (manager) => {
      const refusal = refusalOfAbsence(body.fromDay, body.toDay, today);
      if (refusal !== undefined) throw problemOf(refusal);
      if (!(await this.deputies.name(manager, { id, helperId, ...body })))
        throw new ProblemError(404, "NOT_FOUND", { what: "colleague" });
      return { id };
    });
  }

  /** Back sooner: the deputy stands in until today; one that has not begun is taken back. */
  @Post(":id/end")
  @HttpCode(204)
  @Access("deputy:own", "The deputy stands in until today; one that has not begun is taken back")
  @IsCommand()
  @ApiNoContentResponse()
  async end(
    @Asking() asking: SignedIn,
    @IdempotencyKey() key: string,
    @Param("id", ParseUUIDPipe) id: string,
  ): Promise<void> {
    const helperId = helperOf(asking);
    const today = dayAt(await this.clock.nowMs());
    await this.commands.once(asking, key, ["end-deputy", id], async (manager) => {
      if (!(await this.deputies.end(manager, id, helperId, today)))
        throw new ProblemError(404, "NOT_FOUND", { what: "deputy" });
      return { id };
    });
  }
}

function helperOf({ helperId }: SignedIn): string {
  if (helperId === null) throw new ProblemError(403, "NOT_ALLOWED");
  return helperId;
}

function problemOf({ code, ...facts }: NonNullable<ReturnType<typeof refusalOfAbsence>>): ProblemError {
  return new ProblemError(409, code, facts);
}
