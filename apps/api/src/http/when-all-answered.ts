import { HttpStatus } from "@nestjs/common";
import type { Response } from "express";

/** 202 while some cases of a document have not answered: the same key asks on. */
export function whenAllAnswered<Answer extends { readonly asking: number }>(
  response: Response,
  answer: Answer,
  status: HttpStatus,
): Answer {
  response.status(answer.asking === 0 ? status : HttpStatus.ACCEPTED);
  return answer;
}
