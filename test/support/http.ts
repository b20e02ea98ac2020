import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import type { OpenAPIObject } from "@nestjs/swagger";
import jestOpenAPI from "jest-openapi";
import request, { type Response } from "supertest";

export interface Answer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Record<string, string>;
}

/** Somebody signed in, who speaks HTTP; every answer is held against the api's own document. */
export class Visitor {
  private cookie = "";
  private csrf = "";

  constructor(private readonly baseUrl: string) {}

  async signIn(login: string, password: string): Promise<Answer> {
    const answer = await this.send("post", "/api/session", { login, password });
    this.csrf = typeof answer.body["csrfToken"] === "string" ? answer.body["csrfToken"] : "";
    return answer;
  }

  /** What a request must carry to be this visitor's. */
  get credentials(): Readonly<Record<string, string>> {
    return { cookie: this.cookie, "x-csrf-token": this.csrf };
  }

  get<Body = Record<string, unknown>>(path: string): Promise<Answer<Body>> {
    return this.send("get", path) as Promise<Answer<Body>>;
  }

  /** A command; without a key of the test's own it gets a fresh one. */
  post<Body = Record<string, unknown>>(
    path: string,
    body: unknown,
    key: string = randomUUID(),
  ): Promise<Answer<Body>> {
    return this.send("post", path, body, { "idempotency-key": key }) as Promise<Answer<Body>>;
  }

  /** A photograph or scan, as it is. */
  async sendFile<Body = Record<string, unknown>>(
    path: string,
    bytes: Uint8Array,
    type = "application/octet-stream",
  ): Promise<Answer<Body>> {
    const response = await request(this.baseUrl)
      .post(path)
      .set(this.credentials)
      .set("content-type", type)
      .send(Buffer.from(bytes));
    expectToFitDocument(response);
    return { status: response.status, body: response.body as Body, headers: response.headers };
  }

  /** What lies there, byte by byte; not held against the document, which says no more than that it is a file. */
  async download(
    path: string,
  ): Promise<{ status: number; headers: Record<string, string>; bytes: Uint8Array }> {
    const response = await fetch(`${this.baseUrl}${path}`, { headers: this.credentials });
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, headers: headersOf(response.headers), bytes };
  }

  async send(
    method: "get" | "post" | "delete",
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    let asked = request(this.baseUrl)[method](path).set(this.credentials).set(headers);
    if (body !== undefined) asked = asked.set("content-type", "application/json").send(body as object);
    const response = await asked;
    const cookies: unknown = response.headers["set-cookie"];
    if (Array.isArray(cookies)) this.cookie = String(cookies[0]).split(";")[0] ?? "";
    expectToFitDocument(response);
    return {
      status: response.status,
      body: response.body as Record<string, unknown>,
      headers: response.headers,
    };
  }
}

function headersOf(headers: Headers): Record<string, string> {
  const found: Record<string, string> = {};
  headers.forEach((value, name) => (found[name] = value));
  return found;
}

export function baseUrlOf(server: { address(): AddressInfo | string | null }): string {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server listens on a port");
  return `http://127.0.0.1:${address.port}`;
}

let documentKnown = false;
export function holdAnswersAgainst(document: OpenAPIObject): void {
  jestOpenAPI(withRangesSpelledOut(document) as never);
  documentKnown = true;
}

function expectToFitDocument(response: Response): void {
  if (documentKnown) expect(response).toSatisfyApiSpec();
}

/** The checker knows no ranges such as `4XX`: each status that the api uses is spelled out. */
function withRangesSpelledOut(document: OpenAPIObject): OpenAPIObject {
  const copy = structuredClone(document);
  for (const item of Object.values(copy.paths))
    for (const operation of Object.values(item as Record<string, { responses?: Record<string, unknown> }>)) {
      const range = operation.responses?.["4XX"];
      if (range === undefined || operation.responses === undefined) continue;
      for (const status of ["400", "401", "403", "404", "409", "413", "415", "422", "423", "429"])
        operation.responses[status] ??= range;
      delete operation.responses["4XX"];
    }
  return copy;
}
