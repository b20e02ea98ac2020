import path from "node:path";
import type { NestExpressApplication } from "@nestjs/platform-express";
import type { NextFunction, Request, Response } from "express";

const A_YEAR_SECONDS = 31_536_000;

/** The built console: hashed assets for ever, its one page never from a cache; every address of the console is that page. */
export function serveConsole(app: NestExpressApplication, directory: string): void {
  app.useStaticAssets(directory, {
    index: false,
    setHeaders: (response: Response, file) =>
      response.setHeader(
        "cache-control",
        file.includes(`${path.sep}assets${path.sep}`)
          ? `public, max-age=${A_YEAR_SECONDS}, immutable`
          : "no-cache",
      ),
  });
  app.use((request: Request, response: Response, next: NextFunction) => {
    const isPage =
      request.method === "GET" &&
      !request.path.startsWith("/api/") &&
      request.path !== "/metrics" &&
      request.accepts("html") !== false;
    if (!isPage || path.extname(request.path) !== "") return next();
    response.setHeader("cache-control", "no-cache");
    response.sendFile(path.join(directory, "index.html"));
  });
}
