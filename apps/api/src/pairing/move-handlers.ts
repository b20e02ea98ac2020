import { Body, HttpCode, HttpStatus, Param, ParseUUIDPipe, Post, Res } from "@nestjs/common";
import { ApiOkResponse } from "@nestjs/swagger";
import type { Response } from "express";
import { createZodDto, type ZodDto } from "nestjs-zod";
import type { z } from "zod";
import { Access, Asking, type SignedIn } from "../access/access.decorator";
import { IdempotencyKey, IsCommand } from "../http/idempotency-key";
import type { RoutedMove } from "./move-route";
import { MOVE_ROUTES, routedMoves } from "./move-routes";
import type { MoveAnswer, PairingCommandsService } from "./pairing-commands.service";

interface Controller {
  readonly pairings: PairingCommandsService;
}

/**
 * Gives a controller one handler for each move of the table: `POST /api/pairings/{id}/record-visit` for `recordVisit`.
 * They differ in nothing but what the table says.
 */
export function addMoveHandlers(prototype: object, answer: ZodDto): void {
  for (const move of routedMoves())
    if (MOVE_ROUTES[move].byDocument !== true) addMoveHandler(prototype, move, answer);
}

function addMoveHandler(prototype: object, move: RoutedMove, answer: ZodDto): void {
  const { request, permission, summary } = MOVE_ROUTES[move];
  const Request = dtoOf(move, request);
  const { [move]: handler } = {
    async [move](
      this: Controller,
      asking: SignedIn,
      key: string,
      caseId: string,
      body: Record<string, unknown>,
      response: Response,
    ): Promise<MoveAnswer> {
      return withStatus(response, await this.pairings.move(move, { asking, key }, caseId, body));
    },
  };
  const descriptor = { value: handler, writable: true, configurable: true, enumerable: false };
  Object.defineProperty(prototype, move, descriptor);
  const onMethod = [
    Post(`:id/${kebabOf(move)}`),
    HttpCode(HttpStatus.OK),
    Access(permission, summary),
    IsCommand(),
    ApiOkResponse({ type: answer }),
  ];
  for (const decorate of onMethod) decorate(prototype, move, descriptor);
  const onParameters = [
    Asking(),
    IdempotencyKey(),
    Param("id", ParseUUIDPipe),
    Body(),
    Res({ passthrough: true }),
  ];
  onParameters.forEach((decorate, place) => decorate(prototype, move, place));
  Reflect.defineMetadata("design:paramtypes", [Object, String, String, Request, Object], prototype, move);
}

/** A class with the move's name, which the description of the interface shows. */
function dtoOf(move: RoutedMove, request: z.ZodObject): object {
  const named = {
    [`${move.charAt(0).toUpperCase()}${move.slice(1)}Dto`]: class extends createZodDto(request) {},
  };
  return Object.values(named)[0] ?? {};
}

function kebabOf(move: RoutedMove): string {
  return move.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
}

export function withStatus<Answer extends { readonly recorded: boolean }>(
  response: Response,
  answer: Answer,
  recorded: HttpStatus = HttpStatus.OK,
): Answer {
  response.status(answer.recorded ? recorded : HttpStatus.ACCEPTED);
  return answer;
}
