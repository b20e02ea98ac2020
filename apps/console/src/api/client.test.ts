import { afterEach, describe, expect, it, vi } from "vitest";
import { keepCsrfToken, queryString, send } from "./client";
import { ApiProblem } from "./problem";

function answering(status: number, body: unknown, headers: Record<string, string> = {}) {
  const fetching = vi.fn<typeof fetch>(() =>
    Promise.resolve(
      new Response(body === null ? null : JSON.stringify(body), {
        status,
        headers: { "Content-Type": "application/problem+json", ...headers },
      }),
    ),
  );
  vi.stubGlobal("fetch", fetching);
  return fetching;
}
afterEach(() => {
  vi.unstubAllGlobals();
  keepCsrfToken(null);
});

describe("the client", () => {
  it("sends key and token with a command, and only to this server", async () => {
    const fetching = answering(200, {});
    keepCsrfToken("token");
    await send("POST", "/pairings", { body: { a: 1 }, idempotencyKey: "key" });
    const [address, sent] = fetching.mock.calls[0] ?? [];
    expect(address).toBe("/api/pairings");
    expect(sent?.headers).toMatchObject({ "Idempotency-Key": "key", "X-CSRF-Token": "token" });
  });

  it("reads a problem's code, facts, request and when to ask again", async () => {
    answering(503, { code: "OUTCOME_UNKNOWN", facts: { a: 1 }, requestId: "r" }, { "Retry-After": "3" });
    const problem = await send("POST", "/pairings").catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(ApiProblem);
    expect(problem).toMatchObject({
      code: "OUTCOME_UNKNOWN",
      facts: { a: 1 },
      requestId: "r",
      retryAfterSeconds: 3,
      isOutcomeUnknown: true,
    });
  });

  it("says that the api is away when nothing answers", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("network")));
    await expect(send("GET", "/session")).rejects.toMatchObject({ code: "API_AWAY", isOutcomeUnknown: true });
  });

  it("leaves out of an address what is not asked for", () => {
    expect(queryString({ area: undefined, search: "张", overdue: true, helper: null, stage: "" })).toBe(
      "?search=%E5%BC%A0&overdue=true",
    );
  });
});
