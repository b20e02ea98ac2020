import { ProblemError } from "@jiedui/platform";
import { applyDecorators, createParamDecorator, type ExecutionContext } from "@nestjs/common";
import { ApiHeader } from "@nestjs/swagger";
import type { Request } from "express";

/** The sender's name for this command; sent again with the same key, it is done once and answered alike. */
export const IdempotencyKey = createParamDecorator((_data: unknown, context: ExecutionContext): string => {
  const key = context.switchToHttp().getRequest<Request>().header("idempotency-key");
  if (key === undefined || key === "") throw new ProblemError(400, "IDEMPOTENCY_KEY_MISSING");
  if (!/^[\x21-\x7e]{1,128}$/.test(key))
    throw new ProblemError(400, "BAD_INPUT", {
      issues: [{ path: "Idempotency-Key", problem: "format", detail: "1 to 128 visible ASCII characters" }],
    });
  return key;
});

/** Documents the two headers of a command. */
export const IsCommand = () =>
  applyDecorators(
    ApiHeader({
      name: "Idempotency-Key",
      required: true,
      schema: { type: "string", minLength: 1, maxLength: 128, pattern: "^[!-~]+$" },
    }),
    ApiHeader({ name: "X-CSRF-Token", required: true, schema: { type: "string" } }),
  );
