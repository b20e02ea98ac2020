import { moveAnswer } from "@jiedui/http-contracts";
import { Body, Controller, HttpCode, HttpStatus, Param, ParseUUIDPipe, Post, Res } from "@nestjs/common";
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOkResponse, ApiTags } from "@nestjs/swagger";
import { createZodDto } from "nestjs-zod";
import type { Response } from "express";
import { Access, Asking, type SignedIn } from "../access/access.decorator";
import { IdempotencyKey, IsCommand } from "../http/idempotency-key";
import { MOVE_REQUESTS } from "./move-requests";
import { PairingCommandsService } from "./pairing-commands.service";

class OpenPairingDto extends createZodDto(MOVE_REQUESTS.open) {}
class RecordVisitDto extends createZodDto(MOVE_REQUESTS.recordVisit) {}
class VoidVisitDto extends createZodDto(MOVE_REQUESTS.voidVisit) {}
class RequestClosingDto extends createZodDto(MOVE_REQUESTS.requestClosing) {}
class ApproveClosingDto extends createZodDto(MOVE_REQUESTS.approveClosing) {}
class RejectClosingDto extends createZodDto(MOVE_REQUESTS.rejectClosing) {}
class MoveAnswerDto extends createZodDto(moveAnswer) {}

/** One route a move. 200: it stands in the record. 202: taken on, ask again with the same key. */
@ApiTags("pairings")
@Controller("api/pairings")
@ApiAcceptedResponse({ type: MoveAnswerDto })
export class PairingCommandsController {
  constructor(private readonly pairings: PairingCommandsService) {}

  /** Opens a pairing: a subject, its helpers, the day of signing. */
  @Post()
  @Access("pairing:open", "Opens a pairing: a subject, its helpers, the day of signing")
  @IsCommand()
  @ApiCreatedResponse({ type: MoveAnswerDto })
  async open(
    @Asking() asking: SignedIn,
    @IdempotencyKey() key: string,
    @Body() body: OpenPairingDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MoveAnswerDto> {
    const answer = await this.pairings.open({ asking, key }, body);
    response.location(`/api/pairings/${answer.caseId}`);
    return withStatus(response, answer, HttpStatus.CREATED);
  }

  /** Records a visit with the unified form; its day may lie in the past. */
  @Post(":id/record-visit")
  @HttpCode(200)
  @Access("pairing:record-visit", "Records a visit with the unified form; its day may lie in the past")
  @IsCommand()
  @ApiOkResponse({ type: MoveAnswerDto })
  async recordVisit(
    @Asking() asking: SignedIn,
    @IdempotencyKey() key: string,
    @Param("id", ParseUUIDPipe) id: string,
    @Body() body: RecordVisitDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MoveAnswerDto> {
    return withStatus(response, await this.pairings.recordVisit({ asking, key }, id, body));
  }

  /** Takes back a visit that was entered wrongly. */
  @Post(":id/void-visit")
  @HttpCode(200)
  @Access("pairing:void-visit", "Takes back a visit that was entered wrongly")
  @IsCommand()
  @ApiOkResponse({ type: MoveAnswerDto })
  async voidVisit(
    @Asking() asking: SignedIn,
    @IdempotencyKey() key: string,
    @Param("id", ParseUUIDPipe) id: string,
    @Body() body: VoidVisitDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MoveAnswerDto> {
    return withStatus(response, await this.pairings.voidVisit({ asking, key }, id, body));
  }

  /** Asks for the pairing to be closed, with a reason; somebody else decides. */
  @Post(":id/request-closing")
  @HttpCode(200)
  @Access(
    "pairing:request-closing",
    "Asks for the pairing to be closed, with a reason; somebody else decides",
  )
  @IsCommand()
  @ApiOkResponse({ type: MoveAnswerDto })
  async requestClosing(
    @Asking() asking: SignedIn,
    @IdempotencyKey() key: string,
    @Param("id", ParseUUIDPipe) id: string,
    @Body() body: RequestClosingDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MoveAnswerDto> {
    return withStatus(response, await this.pairings.requestClosing({ asking, key }, id, body));
  }

  /** Closes the pairing, unless something that matters has happened since. */
  @Post(":id/approve-closing")
  @HttpCode(200)
  @Access("pairing:decide-closing", "Closes the pairing, unless something that matters has happened since")
  @IsCommand()
  @ApiOkResponse({ type: MoveAnswerDto })
  async approveClosing(
    @Asking() asking: SignedIn,
    @IdempotencyKey() key: string,
    @Param("id", ParseUUIDPipe) id: string,
    @Body() body: ApproveClosingDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MoveAnswerDto> {
    return withStatus(response, await this.pairings.approveClosing({ asking, key }, id, body));
  }

  /** Sends the request for closing back; help goes on. */
  @Post(":id/reject-closing")
  @HttpCode(200)
  @Access("pairing:decide-closing", "Sends the request for closing back; help goes on")
  @IsCommand()
  @ApiOkResponse({ type: MoveAnswerDto })
  async rejectClosing(
    @Asking() asking: SignedIn,
    @IdempotencyKey() key: string,
    @Param("id", ParseUUIDPipe) id: string,
    @Body() body: RejectClosingDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MoveAnswerDto> {
    return withStatus(response, await this.pairings.rejectClosing({ asking, key }, id, body));
  }
}

function withStatus<Answer extends { readonly recorded: boolean }>(
  response: Response,
  answer: Answer,
  recorded: HttpStatus = HttpStatus.OK,
): Answer {
  response.status(answer.recorded ? recorded : HttpStatus.ACCEPTED);
  return answer;
}
