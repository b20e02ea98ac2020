import {
  beginNoticeRequest,
  concludeWholeNoticeRequest,
  createNoticeRequest,
  noticeAnswer,
  noticeCandidates,
  noticeCandidatesQuery,
  noticeListItem,
  noticeView,
  noticesQuery,
  pageOf,
  strikeOffRequest,
  takeDownWholeNoticeRequest,
} from "@jiedui/http-contracts";
import { Body, Controller, Get, HttpStatus, Param, ParseUUIDPipe, Post, Query, Res } from "@nestjs/common";
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOkResponse, ApiTags } from "@nestjs/swagger";
import type { Response } from "express";
import { createZodDto } from "nestjs-zod";
import { Access, Asking, type SignedIn } from "../access/access.decorator";
import { IdempotencyKey, IsCommand } from "../http/idempotency-key";
import { whenAllAnswered } from "../http/when-all-answered";
import { CreatedDto } from "../register/created";
import { NoticeService } from "./notice.service";

class NoticesQueryDto extends createZodDto(noticesQuery) {}
class NoticePageDto extends createZodDto(pageOf(noticeListItem)) {}
class NoticeCandidatesQueryDto extends createZodDto(noticeCandidatesQuery) {}
class NoticeCandidatesDto extends createZodDto(noticeCandidates) {}
class NoticeDto extends createZodDto(noticeView) {}
class NoticeAnswerDto extends createZodDto(noticeAnswer) {}
class CreateNoticeDto extends createZodDto(createNoticeRequest) {}
class BeginNoticeDto extends createZodDto(beginNoticeRequest) {}
class StrikeOffDto extends createZodDto(strikeOffRequest) {}
class TakeDownWholeNoticeDto extends createZodDto(takeDownWholeNoticeRequest) {}
class ConcludeWholeNoticeDto extends createZodDto(concludeWholeNoticeRequest) {}

/** Notices that list many cases. 200: every case has answered the order. 202: ask again with the same key. */
@ApiTags("notices")
@Controller("api/notices")
export class NoticeController {
  constructor(private readonly notices: NoticeService) {}

  @Get()
  @Access("notice:read", "Notices; made last, first")
  @ApiOkResponse({ type: NoticePageDto })
  find(@Asking() asking: SignedIn, @Query() query: NoticesQueryDto): Promise<NoticePageDto> {
    return this.notices.find(asking, query);
  }

  @Get("candidates")
  @Access("notice:read", "Cases of an area that stand for a notice and are on none")
  @ApiOkResponse({ type: NoticeCandidatesDto })
  candidates(
    @Asking() asking: SignedIn,
    @Query() { purpose, area }: NoticeCandidatesQueryDto,
  ): Promise<NoticeCandidatesDto> {
    return this.notices.candidates(asking, purpose, area);
  }

  @Get(":id")
  @Access("notice:read", "One notice, with what has become of each household on it")
  @ApiOkResponse({ type: NoticeDto })
  get(@Asking() asking: SignedIn, @Param("id", ParseUUIDPipe) id: string): Promise<NoticeDto> {
    return this.notices.get(asking, id);
  }

  @Post()
  @Access("notice:make", "Lists cases on a new notice, which hangs when it is begun")
  @IsCommand()
  @ApiCreatedResponse({ type: CreatedDto })
  create(
    @Asking() asking: SignedIn,
    @IdempotencyKey() key: string,
    @Body() body: CreateNoticeDto,
  ): Promise<CreatedDto> {
    return this.notices.create({ asking, key }, body);
  }

  @Post(":id/begin")
  @Access("notice:make", "Asks every listed case to hang from one day until one day; asks again who refused")
  @IsCommand()
  @ApiOkResponse({ type: NoticeAnswerDto })
  @ApiAcceptedResponse({ type: NoticeAnswerDto })
  async begin(
    @Asking() asking: SignedIn,
    @IdempotencyKey() key: string,
    @Param("id", ParseUUIDPipe) id: string,
    @Body() body: BeginNoticeDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<NoticeAnswerDto> {
    return whenAllAnswered(response, await this.notices.begin({ asking, key }, id, body), HttpStatus.OK);
  }

  @Post(":id/strike-off")
  @Access("notice:make", "Strikes a household off that does not hang yet, with the reason")
  @IsCommand()
  @ApiOkResponse({ type: NoticeAnswerDto })
  @ApiAcceptedResponse({ type: NoticeAnswerDto })
  async strikeOff(
    @Asking() asking: SignedIn,
    @IdempotencyKey() key: string,
    @Param("id", ParseUUIDPipe) id: string,
    @Body() body: StrikeOffDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<NoticeAnswerDto> {
    return whenAllAnswered(response, await this.notices.strikeOff({ asking, key }, id, body), HttpStatus.OK);
  }

  @Post(":id/take-down")
  @Access("notice:make", "Takes the notice down early, with the reason, for every household on it")
  @IsCommand()
  @ApiOkResponse({ type: NoticeAnswerDto })
  @ApiAcceptedResponse({ type: NoticeAnswerDto })
  async takeDown(
    @Asking() asking: SignedIn,
    @IdempotencyKey() key: string,
    @Param("id", ParseUUIDPipe) id: string,
    @Body() body: TakeDownWholeNoticeDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<NoticeAnswerDto> {
    return whenAllAnswered(response, await this.notices.takeDown({ asking, key }, id, body), HttpStatus.OK);
  }

  @Post(":id/conclude")
  @Access(
    "notice:make",
    "Says with proof that the notice has hung its days; a household with an open objection stays",
  )
  @IsCommand()
  @ApiOkResponse({ type: NoticeAnswerDto })
  @ApiAcceptedResponse({ type: NoticeAnswerDto })
  async conclude(
    @Asking() asking: SignedIn,
    @IdempotencyKey() key: string,
    @Param("id", ParseUUIDPipe) id: string,
    @Body() body: ConcludeWholeNoticeDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<NoticeAnswerDto> {
    return whenAllAnswered(response, await this.notices.conclude({ asking, key }, id, body), HttpStatus.OK);
  }
}
