import { handOverRequest, moveAnswer, movesAnswer, openPairingRequest } from "@jiedui/http-contracts";
import { Body, Controller, HttpCode, HttpStatus, Post, Res } from "@nestjs/common";
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOkResponse, ApiTags } from "@nestjs/swagger";
import { createZodDto } from "nestjs-zod";
import type { Response } from "express";
import { Access, Asking, type SignedIn } from "../access/access.decorator";
import { IdempotencyKey, IsCommand } from "../http/idempotency-key";
import { addMoveHandlers, withStatus } from "./move-handlers";
import { PairingCommandsService } from "./pairing-commands.service";

class OpenPairingDto extends createZodDto(openPairingRequest) {}
class HandOverDto extends createZodDto(handOverRequest) {}
class MovesAnswerDto extends createZodDto(movesAnswer) {}
class MoveAnswerDto extends createZodDto(moveAnswer) {}

/** One route a move. 200: it stands in the record. 202: taken on, ask again with the same key. */
@ApiTags("pairings")
@Controller("api/pairings")
@ApiAcceptedResponse({ type: MoveAnswerDto })
export class PairingCommandsController {
  constructor(private readonly pairings: PairingCommandsService) {}

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

  @Post("hand-over")
  @HttpCode(HttpStatus.OK)
  @Access(
    "pairing:propose-handover",
    "Names a successor in several pairings; each is proposed or refused by itself",
  )
  @IsCommand()
  @ApiOkResponse({ type: MovesAnswerDto })
  handOver(
    @Asking() asking: SignedIn,
    @IdempotencyKey() key: string,
    @Body() { caseIds, ...proposal }: HandOverDto,
  ): Promise<MovesAnswerDto> {
    return this.pairings.moveEach("proposeHandover", { asking, key }, caseIds, proposal);
  }
}
addMoveHandlers(PairingCommandsController.prototype, MoveAnswerDto);
