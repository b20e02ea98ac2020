import type { NextFunction, Request, Response } from "express";
import { Counter, Histogram } from "prom-client";

const requestSeconds = new Histogram({
  name: "jiedui_http_request_seconds",
  help: "Time until a request was answered",
  labelNames: ["method", "route", "status"],
  buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
});
const problems = new Counter({
  name: "jiedui_http_problems_total",
  help: "Requests that were answered with a problem, by its code",
  labelNames: ["code"],
});

/** Counts by route and not by address: an address names a case. */
export function measureRequest(request: Request, response: Response, next: NextFunction): void {
  const answered = requestSeconds.startTimer();
  response.once("finish", () => {
    const { route } = request as { route?: { path?: unknown } };
    const path = typeof route?.path === "string" ? route.path : "none";
    answered({ method: request.method, route: path, status: response.statusCode });
  });
  next();
}

export function countProblem(code: string): void {
  problems.inc({ code });
}
