import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Params } from "nestjs-pino";
import { loggedFailure } from "./logged-failure";

/**
 * What is logged of a request: method, route, status, time and an id. Never a body, a header or a query's search text,
 * for any of them may name a person.
 */
export function loggerOptions(service: string): Params {
  return {
    pinoHttp: {
      name: service,
      level: process.env["LOG_LEVEL"] ?? "info",
      genReqId: (request: IncomingMessage, response: ServerResponse) => {
        const given = request.headers["x-request-id"];
        const requestId = typeof given === "string" && /^[\w-]{1,64}$/.test(given) ? given : randomUUID();
        response.setHeader("x-request-id", requestId);
        return requestId;
      },
      wrapSerializers: false,
      serializers: {
        req: ({ id, method, url }: { id: string; method: string; url: string }) => ({
          id,
          method,
          path: url.split("?")[0],
        }),
        res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
        err: (failure: unknown) => loggedFailure(failure),
      },
      autoLogging: {
        ignore: ({ url }: IncomingMessage) => url === "/metrics" || (url ?? "").includes("/health/"),
      },
      customLogLevel: (_request: IncomingMessage, response: ServerResponse, failure?: Error) =>
        failure !== undefined || response.statusCode >= 500 ? "error" : "info",
    },
  };
}
