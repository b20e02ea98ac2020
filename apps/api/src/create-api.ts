import "reflect-metadata";
import type { NestExpressApplication } from "@nestjs/platform-express";
import { NestFactory } from "@nestjs/core";
import compression from "compression";
import helmet from "helmet";
import { Logger } from "nestjs-pino";
import type { ApiConfig } from "./api.config";
import { ApiModule } from "./api.module";
import { measureRequest } from "./health/request-metrics";
import { serveConsole } from "./http/console-files";
import { serveDocument } from "./http/openapi";
import { assertEveryRouteHasARule } from "./access/route-walk";

const LARGEST_BODY = "256kb";

/** The api, ready to listen. Refuses to start when a route has no access rule. */
export async function createApi(config: ApiConfig): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.for(config), {
    bufferLogs: true,
    bodyParser: false,
  });
  app.useLogger(app.get(Logger));
  app.useBodyParser("json", { limit: LARGEST_BODY });
  app.use(measureRequest);
  app.use(compression());
  app.disable("x-powered-by");
  app.use(
    helmet({
      contentSecurityPolicy: {
        directives: {
          defaultSrc: ["'self'"],
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", "data:"],
          fontSrc: ["'self'"],
          upgradeInsecureRequests: null,
        },
      },
      strictTransportSecurity: false,
    }),
  );
  serveDocument(app);
  if (config.consoleDir !== undefined) serveConsole(app, config.consoleDir);
  await app.init();
  assertEveryRouteHasARule(app);
  return app;
}
