import { problem } from "@jiedui/http-contracts";
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from "@nestjs/swagger";
import type { NestExpressApplication } from "@nestjs/platform-express";
import { cleanupOpenApiDoc } from "nestjs-zod";
import { z } from "zod";
import { DECORATORS } from "@nestjs/swagger/dist/constants";
import { routesOf } from "../access/route-walk";
import { SESSION_COOKIE } from "../session/session.service";

type Operation = {
  responses: Record<string, unknown>;
  operationId?: string;
  security?: unknown[];
  requestBody?: unknown;
};
const METHODS = ["get", "post", "put", "patch", "delete"] as const;

/** The document of the interface, and a page to read it on, both without any address outside. */
export function serveDocument(app: NestExpressApplication): void {
  SwaggerModule.setup("api/docs", app, () => openApiDocument(app), {
    jsonDocumentUrl: "api/openapi.json",
    raw: ["json"],
  });
}

export function openApiDocument(app: NestExpressApplication): OpenAPIObject {
  const base = new DocumentBuilder()
    .setTitle("Jiedui 结对")
    .setDescription(
      "Pairing assistance: every case kept alive, everything owed seen, every automatic step explained.",
    )
    .setVersion("0.1.0")
    .setLicense("Apache-2.0", "https://www.apache.org/licenses/LICENSE-2.0")
    .addServer("/")
    .addCookieAuth(SESSION_COOKIE)
    .build();
  const document = cleanupOpenApiDoc(
    SwaggerModule.createDocument(app, base, {
      operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, "")}_${method}`,
    }),
    { version: "3.0" },
  );
  return withProblems(withZodSchemas(app, document));
}

/** Every operation may answer with a problem; only signing in needs no session. */
function withProblems(document: OpenAPIObject): OpenAPIObject {
  const components = document.components ?? {};
  const { $schema: _schema, ...schema } = z.toJSONSchema(problem, { target: "openapi-3.0" });
  components.schemas = { ...components.schemas, Problem: schema as never };
  for (const [path, item] of Object.entries(document.paths))
    for (const method of METHODS) {
      const operation = (item as Partial<Record<(typeof METHODS)[number], Operation>>)[method];
      if (operation === undefined) continue;
      operation.security = path === "/api/session" && method === "post" ? [] : [{ [SESSION_COOKIE]: [] }];
      operation.responses = {
        ...operation.responses,
        "4XX": {
          description: "Refused, with code and facts",
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "503": {
          description: "Outcome unknown: send the same key again",
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      };
    }
  components.securitySchemes = { [SESSION_COOKIE]: { type: "apiKey", in: "cookie", name: SESSION_COOKIE } };
  return { ...document, components };
}

interface ZodClass {
  readonly name: string;
  readonly schema: z.ZodType;
}

/** The swagger module misreads what may be null, so bodies and answers are described by zod itself. */
function withZodSchemas(app: NestExpressApplication, document: OpenAPIObject): OpenAPIObject {
  const schemas = { ...document.components?.schemas };
  for (const { controller, method } of routesOf(app).map(({ target }) => target)) {
    const responses = (Reflect.getMetadata(DECORATORS.API_RESPONSE, controller[method] as object) ??
      {}) as Record<string, { type?: unknown }>;
    for (const { type } of Object.values(responses)) describe(schemas, type, "output");
    for (const type of (Reflect.getMetadata("design:paramtypes", controller, method) ?? []) as unknown[])
      describe(schemas, type, "input");
  }
  return { ...document, components: { ...document.components, schemas } };
}

function describe(schemas: Record<string, unknown>, type: unknown, io: "input" | "output"): void {
  if (!isZodClass(type) || !(type.name in schemas)) return;
  schemas[type.name] = z.toJSONSchema(type.schema, { target: "openapi-3.0", io, unrepresentable: "any" });
}

function isZodClass(type: unknown): type is ZodClass {
  return typeof type === "function" && "schema" in type && type.schema instanceof z.ZodType;
}
