import { ShamJudgementRepository, ShamView, withScope, type SignToJudge } from "@jiedui/database";
import { mayJudge } from "@jiedui/domain";
import {
  judgeShamSignRequest,
  pageOf,
  shamJudgedView,
  shamSignListItem,
  shamSignView,
  shamSignsQuery,
} from "@jiedui/http-contracts";
import { ProblemError } from "@jiedui/platform";
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from "@nestjs/common";
import { ApiOkResponse, ApiTags } from "@nestjs/swagger";
import { createZodDto } from "nestjs-zod";
import { DataSource, type EntityManager } from "typeorm";
import { Access, Asking, type SignedIn } from "../access/access.decorator";
import { mayDo } from "../access/permissions";
import { IdempotencyKey, IsCommand } from "../http/idempotency-key";
import { RegisterCommands } from "../register/register-commands";

class ShamSignsQueryDto extends createZodDto(shamSignsQuery) {}
class ShamSignPageDto extends createZodDto(pageOf(shamSignListItem)) {}
class ShamSignDto extends createZodDto(shamSignView) {}
class JudgeShamSignDto extends createZodDto(judgeShamSignRequest) {}
class ShamJudgedDto extends createZodDto(shamJudgedView) {}

/** Signs that visits did not take place as they were entered; each for a person to judge. */
@ApiTags("sham")
@Controller("api/sham-signs")
export class ShamController {
  private readonly view = new ShamView();
  private readonly judgements = new ShamJudgementRepository();

  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: RegisterCommands,
  ) {}

  @Get()
  @Access("sham:read", "Signs that visits did not take place as entered; found last, first")
  @ApiOkResponse({ type: ShamSignPageDto })
  find(@Asking() { scope }: SignedIn, @Query() query: ShamSignsQueryDto): Promise<ShamSignPageDto> {
    return withScope(this.dataSource, scope, (manager) => this.view.find(manager, query));
  }

  @Get(":id")
  @Access("sham:read", "One sign, with its visits side by side and what was judged so far")
  @ApiOkResponse({ type: ShamSignDto })
  get(@Asking() asking: SignedIn, @Param("id", ParseUUIDPipe) id: string): Promise<ShamSignDto> {
    return withScope(this.dataSource, asking.scope, async (manager) => {
      const sign = await this.view.get(manager, id);
      const toJudge = await this.existing(manager, id);
      if (sign === undefined) throw new ProblemError(404, "NOT_FOUND", { what: "sham-sign" });
      return { ...sign, mayJudge: mayDo(asking.role, "sham:judge") && mayJudge(asking, toJudge) };
    });
  }

  /** May be judged again by somebody who knows more: the newest judgement counts, the others stay. */
  @Post(":id/judge")
  @HttpCode(200)
  @Access(
    "sham:judge",
    "Says what a sign has turned out to be; never by the helper or whoever entered the visits",
  )
  @IsCommand()
  @ApiOkResponse({ type: ShamJudgedDto })
  judge(
    @Asking() asking: SignedIn,
    @IdempotencyKey() key: string,
    @Param("id", ParseUUIDPipe) id: string,
    @Body() { judgement, note }: JudgeShamSignDto,
  ): Promise<ShamJudgedDto> {
    return this.commands.once(asking, key, ["judge-sham-sign", id, judgement, note], async (manager) => {
      if (!mayJudge(asking, await this.existing(manager, id)))
        throw new ProblemError(409, "SHAM_NEEDS_ANOTHER_PERSON");
      const { accountId } = asking;
      await this.judgements.record(manager, { signId: id, accountId, judgement, note });
      return { id };
    });
  }

  private async existing(manager: EntityManager, id: string): Promise<SignToJudge> {
    const sign = await this.judgements.find(manager, id);
    if (sign === undefined) throw new ProblemError(404, "NOT_FOUND", { what: "sham-sign" });
    return sign;
  }
}
