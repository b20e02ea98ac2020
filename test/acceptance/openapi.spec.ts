import { execFile } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { routesOf } from "@jiedui/api";
import { TestWorld } from "../support/world";

const run = promisify(execFile);

describe("the document of the interface", () => {
  let world: TestWorld;
  beforeAll(async () => (world = await TestWorld.open()), 60_000);
  afterAll(() => world.close());

  it("is served, passes the linter, and names every route that is there", async () => {
    const answer = await fetch(`${world.baseUrl}/api/openapi.json`);
    const document = (await answer.json()) as { paths: Record<string, Record<string, unknown>> };
    const file = path.join(await mkdtemp(path.join(tmpdir(), "jiedui-openapi-")), "openapi.json");
    await writeFile(file, JSON.stringify(document));
    const linter = require.resolve("@redocly/cli/bin/cli.js");
    const { stderr } = await run(process.execPath, [linter, "lint", file, "--extends", "recommended"], {
      env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
    });
    expect(stderr).toContain("Your API description is valid");
    const told = Object.entries(document.paths).flatMap(([address, item]) =>
      Object.keys(item).map((method) => `${method} ${address}`),
    );
    const there = routesOf(world.api)
      .filter(({ path: address }) => !address.startsWith("/api/health") && address !== "/metrics")
      .map(({ method, path: address }) => `${method.toLowerCase()} ${address.replace(/:(\w+)/g, "{$1}")}`);
    expect(told.sort()).toEqual(there.sort());
  }, 60_000);

  it("can be read on a page of the server's own", async () => {
    const page = await fetch(`${world.baseUrl}/api/docs`);
    expect(page.status).toBe(200);
    expect(await page.text()).not.toMatch(/(src|href)="https?:/);
  });
});
