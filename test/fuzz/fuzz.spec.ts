import { addDays } from "@jiedui/domain";
import fc from "fast-check";
import { expectBooksToBalance } from "../support/books";
import { closingOf, newHelper, newHousehold, openPairing, recordVisit } from "../support/county";
import type { Visitor } from "../support/http";
import { COUNTY, OTHER_COUNTY, TOWN, TestWorld, VILLAGE } from "../support/world";
import { RequestArbitrary, type OpenApiDocument, type Operation } from "./request-arbitrary";

/** `npm run faults -- --fuzz MINUTES --seed S` sets these. */
const MINUTES = Number(process.env["JIEDUI_FUZZ_MINUTES"] ?? 0);
const SEED = Number(process.env["JIEDUI_FUZZ_SEED"] ?? 20160305);
const RUNS = 12;
const ROLES = ["administrator", "county-office", "township-office", "helper", "auditor", "engineer"];
/** It would end the session of the one who fuzzes. */
const NOT_FUZZED = ["delete /api/session"];

describe("the interface as its document describes it, and as nobody should use it", () => {
  let world: TestWorld;
  let arbitrary: RequestArbitrary;
  let operations: { name: string; method: "get" | "post" | "delete"; path: string; operation: Operation }[];
  const caseIds: string[] = [];

  beforeAll(async () => {
    world = await TestWorld.open({ world: "live" });
    const told = await fetch(`${world.baseUrl}/api/openapi.json`);
    const document = (await told.json()) as OpenApiDocument;
    operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        name: `${method} ${path}`,
        method: method as "get" | "post" | "delete",
        path,
        operation,
      })),
    );
    const known = await knownValues();
    arbitrary = new RequestArbitrary(document, (name) => known[name] ?? []);
  }, 120_000);
  afterAll(() => world.close());

  it.each(ROLES)(
    "answers a %s with what the document says, and never with a fault",
    async (role) => {
      const visitor = await visitorOf(role);
      expect(await fuzzed(visitor, SEED, RUNS)).toEqual([]);
    },
    180_000,
  );

  it("leaves every case alive and the books balanced", async () => {
    const clerk = await world.clerk();
    const open = await world.owner.query<{ caseId: string }[]>(
      "select case_id as \"caseId\" from case_file where stage <> 'closed'",
    );
    expect(open.length).toBeGreaterThan(0);
    const today = await world.today();
    for (const { caseId } of open.filter((each) => caseIds.includes(each.caseId)))
      expect(await recordVisit(clerk, caseId, today)).toBe(200);
    const all = await world.owner.query<{ caseId: string }[]>('select case_id as "caseId" from case_file');
    await expectBooksToBalance(
      world,
      all.map(({ caseId }) => caseId),
    );
  }, 120_000);

  if (MINUTES > 0)
    it(
      `goes on for ${MINUTES} minutes`,
      async () => {
        const until = Date.now() + MINUTES * 60_000;
        for (let round = 1; Date.now() < until; round += 1)
          for (const role of ROLES) {
            const wrong = await fuzzed(await visitorOf(role), SEED + round, 4 * RUNS);
            expect(wrong).toEqual([]);
          }
      },
      (MINUTES + 5) * 60_000,
    );

  /** Nothing is away here, so that an outcome is always known: 503 would hide a case that cannot go on. */
  async function fuzzed(visitor: Visitor, seed: number, numRuns: number): Promise<string[]> {
    const wrong: string[] = [];
    for (const { name, method, path, operation } of operations) {
      if (NOT_FUZZED.includes(name)) continue;
      const checked = await fc.check(
        fc.asyncProperty(arbitrary.of(path, operation), async (request) => {
          const headers: Record<string, string> = {};
          if (request.key !== undefined) headers["idempotency-key"] = request.key;
          const { status, body } = await visitor.send(method, request.path, request.body, headers);
          if (status >= 500 || status === 202) throw new Error(`${status} ${JSON.stringify(body)}`);
        }),
        { seed, numRuns, interruptAfterTimeLimit: 60_000 },
      );
      if (checked.failed)
        wrong.push(
          `${name} ${JSON.stringify(checked.counterexample)?.slice(0, 600)}: ${String(checked.errorInstance)}`,
        );
    }
    return wrong;
  }

  async function visitorOf(role: string): Promise<Visitor> {
    if (role !== "helper") return world.as(role);
    const [row] = await world.owner.query<{ id: string }[]>(
      "select lead_helper_id as id from pairing where known_to is null order by case_id limit 1",
    );
    return world.as("helper", null, row?.id ?? null);
  }

  /** Things that exist, some of them in another county, under the names by which requests call them. */
  async function knownValues(): Promise<Readonly<Record<string, readonly unknown[]>>> {
    const clerk = await world.clerk();
    const administrator = await world.as("administrator");
    const today = await world.today();
    const helpers = [await newHelper(clerk), await newHelper(clerk)];
    for (let number = 0; number < 6; number += 1)
      caseIds.push((await openPairing(world, { helper: helpers[number % 2] })).caseId);
    for (const caseId of caseIds.slice(0, 3)) {
      expect(await recordVisit(clerk, caseId, today)).toBe(200);
      const asked = closingOf("moved-away", today);
      expect((await clerk.post(`/api/pairings/${caseId}/request-closing`, asked)).status).toBe(200);
    }
    const foreign = await newHelper(administrator, { areaCode: OTHER_COUNTY });
    const subjects = [await newHousehold(clerk), await newHousehold(clerk)];
    const helperIds = [...helpers, foreign].map(({ id }) => id);
    const unitIds = [...helpers, foreign].map(({ unitId }) => unitId);
    const days = [today, addDays(today, -1), addDays(today, -40), addDays(today, 1), "2016-02-29"];
    const areas = [COUNTY, TOWN, VILLAGE, OTHER_COUNTY];
    const accounts = await world.owner.query<{ id: string }[]>("select id from account");
    return {
      caseId: [...caseIds, ...subjects, ...helperIds],
      subjectId: [...subjects, foreign.id],
      leadHelperId: helperIds,
      coHelperIds: helperIds,
      helperId: helperIds,
      helper: helperIds,
      unitId: unitIds,
      unit: unitIds,
      programmeId: ["baokang", "example", "nowhere"],
      accountId: accounts.map(({ id }) => id),
      seat: [...unitIds.map((id) => `unit-head:${id}`), "county-office:420626", "nobody"],
      areaCode: areas,
      area: areas,
      parent: areas,
      signedOn: days,
      happenedOn: days,
      fromDay: [...days, "2026-99-99"],
      basedOnSeq: [1, 2, 3, 4, 2 ** 31, 2 ** 53 - 1],
      seq: ["1", "2", "99", "2147483648"],
    };
  }
});
