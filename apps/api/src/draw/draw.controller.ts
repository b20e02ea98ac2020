import {
  drawAnswer,
  drawListItem,
  drawRequest,
  drawView,
  drawsQuery,
  pageOf,
  standingQuery,
  standingView,
} from "@jiedui/http-contracts";
import { Body, Controller, Get, HttpStatus, Param, ParseUUIDPipe, Post, Query, Res } from "@nestjs/common";
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOkResponse, ApiTags } from "@nestjs/swagger";
import type { Response } from "express";
import { createZodDto } from "nestjs-zod";
import { Access, Asking, type SignedIn } from "../access/access.decorator";
import { IdempotencyKey, IsCommand } from "../http/idempotency-key";
import { whenAllAnswered } from "../http/when-all-answered";
import { DrawService } from "./draw.service";

class DrawsQueryDto extends createZodDto(drawsQuery) {}
class DrawPageDto extends createZodDto(pageOf(drawListItem)) {}
class StandingQueryDto extends createZodDto(standingQuery) {}
class StandingDto extends createZodDto(standingView) {}
class DrawDto extends createZodDto(drawView) {}
class DrawRequestDto extends createZodDto(drawRequest) {}
class DrawAnswerDto extends createZodDto(drawAnswer) {}

/** The county's draws; for those who draw and for auditors alone, for whom it took is a secret until the check is done. */
@ApiTags("lift-out-draws")
@Controller("api/lift-out-draws")
export class DrawController {
  constructor(private readonly draws: DrawService) {}

  @Get()
  @Access("draw:read", "The county's draws for unannounced checks; drawn last, first")
  @ApiOkResponse({ type: DrawPageDto })
  find(@Asking() asking: SignedIn, @Query() query: DrawsQueryDto): Promise<DrawPageDto> {
    return this.draws.find(asking, query);
  }

  @Get("standing")
  @Access("draw:read", "Who stands for the next draw, and how many the policy's rule takes of them")
  @ApiOkResponse({ type: StandingDto })
  standing(@Asking() asking: SignedIn, @Query() { area }: StandingQueryDto): Promise<StandingDto> {
    return this.draws.standing(asking, area);
  }

  @Get(":id")
  @Access("draw:read", "One draw with its group, seed and rule, by which it can be drawn again")
  @ApiOkResponse({ type: DrawDto })
  get(@Asking() asking: SignedIn, @Param("id", ParseUUIDPipe) id: string): Promise<DrawDto> {
    return this.draws.get(asking, id);
  }

  @Post()
  @Access("draw:make", "Draws from whoever stands for the county's check, by a seed that is made now")
  @IsCommand()
  @ApiCreatedResponse({ type: DrawAnswerDto })
  @ApiAcceptedResponse({ type: DrawAnswerDto })
  async draw(
    @Asking() asking: SignedIn,
    @IdempotencyKey() key: string,
    @Body() body: DrawRequestDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DrawAnswerDto> {
    return whenAllAnswered(response, await this.draws.draw({ asking, key }, body), HttpStatus.CREATED);
  }
}
