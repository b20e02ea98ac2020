import { moveAnswer, openPairingRequest } from "@jiedui/http-contracts";
import { Body, Controller, HttpStatus, Post, Res } from "@nestjs/common";
import { ApiAcceptedResponse, ApiCreatedResponse, ApiTags } from "@nestjs/swagger";
import { createZodDto } from "nestjs-zod";
import type { Response } from "express";
import { Access, Asking, type SignedIn } from "../access/access.decorator";
import { IdempotencyKey, IsCommand } from "../http/idempotency-key";
import { addMoveHandlers, withStatus } from "./move-handlers";
import { PairingCommandsService } from "./pairing-commands.service";

class OpenPairingDto extends createZodDto(openPairingRequest) {}
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
}
addMoveHandlers(PairingCommandsController.prototype, MoveAnswerDto);
