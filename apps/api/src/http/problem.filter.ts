import type { Problem, RequestProblemCode } from "@jiedui/http-contracts";
import { ProblemError } from "@jiedui/platform";
import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from "@nestjs/common";
import type { Request, Response } from "express";
import { ZodValidationException } from "nestjs-zod";
import { ZodError } from "zod";
import { countProblem } from "../health/request-metrics";
import { isUnreachable } from "./unreachable";

const CODE_OF_STATUS: Readonly<Record<number, RequestProblemCode>> = {
  400: "BAD_INPUT",
  401: "NOT_SIGNED_IN",
  403: "NOT_ALLOWED",
  404: "NOT_FOUND",
  413: "PAYLOAD_TOO_LARGE",
  415: "BAD_INPUT",
  429: "TOO_MANY_REQUESTS",
};

/** Every failure as `application/problem+json`; a fault is logged whole and told as a code only. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger("problem");

  catch(failure: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const response = http.getResponse<Response>();
    const { status, code, facts, headers } = problemOf(failure);
    countProblem(code);
    const requestId = http.getRequest<Request & { id?: unknown }>().id;
    if (status >= 500) this.log.error({ err: failure, code }, "a request failed");
    else if (status === 409) this.log.log({ code, facts, requestId }, "refused");
    const body: Problem = { type: "about:blank", title: code, status, code, facts: { ...facts } };
    response
      .status(status)
      .set(headers)
      .type("application/problem+json")
      .send(JSON.stringify(typeof requestId === "string" ? { ...body, requestId } : body));
  }
}

function problemOf(failure: unknown): Pick<ProblemError, "status" | "code" | "facts" | "headers"> {
  if (failure instanceof ProblemError) return failure;
  if (failure instanceof ZodValidationException) {
    const error = failure.getZodError();
    return new ProblemError(400, "BAD_INPUT", { issues: error instanceof ZodError ? issuesOf(error) : [] });
  }
  if (failure instanceof HttpException)
    return new ProblemError(failure.getStatus(), CODE_OF_STATUS[failure.getStatus()] ?? "INTERNAL_FAULT");
  const { status, limit } = failure as { status?: unknown; limit?: unknown };
  if (status === 413 && typeof limit === "number")
    return new ProblemError(413, "PAYLOAD_TOO_LARGE", { limitBytes: limit });
  if (typeof status === "number" && status >= 400 && status < 500)
    return new ProblemError(status, CODE_OF_STATUS[status] ?? "BAD_INPUT");
  if (isUnreachable(failure))
    return new ProblemError(503, "OUTCOME_UNKNOWN", {}, { headers: { "retry-after": "5" } });
  return new ProblemError(500, "INTERNAL_FAULT");
}

/** Where and what, without the value: it may name a person. */
function issuesOf({ issues }: ZodError): { path: string; problem: string; detail: string }[] {
  return issues.map((issue) => ({ path: issue.path.join("."), problem: issue.code, detail: issue.message }));
}
