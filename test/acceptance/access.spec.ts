import { randomUUID } from "node:crypto";
import { PERMISSIONS, mayDo, routesOf, type Permission, type Route } from "@jiedui/api";
import { Controller, Get } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { assertEveryRouteHasARule } from "@jiedui/api";
import { ROLES, type Role } from "@jiedui/http-contracts";
import { newHelper, newUnit, openPairing, recordVisit, type OpenedPairing } from "../support/county";
import { Visitor } from "../support/http";
import { refusal } from "../support/refused";
import { OTHER_COUNTY, TestWorld } from "../support/world";

describe("who may do what", () => {
  let world: TestWorld;
  let pairing: OpenedPairing;
  let accountId: string;
  let holdingId: string;
  let month = "";
  beforeAll(async () => {
    world = await TestWorld.open();
    pairing = await openPairing(world);
    await recordVisit(await world.clerk(), pairing.caseId, await world.today());
    const [row] = await world.owner.query<{ id: string }[]>("select id from account limit 1");
    accountId = row?.id ?? "";
    month = (await world.today()).slice(0, 7);
    const held = await (
      await world.clerk()
    ).post("/api/seats", {
      seat: `unit-head:${pairing.helper.unitId}`,
      accountId,
      fromDay: await world.today(),
      toDay: null,
      deputy: false,
    });
    holdingId = String(held.body["id"]);
  }, 60_000);
  afterAll(() => world.close());

  it("a route without a rule keeps the api from starting, and is named", async () => {
    @Controller("api/forgotten")
    class ForgottenController {
      @Get()
      open(): string {
        return "anybody may read this";
      }
    }
    class ForgottenModule {}
    const app = await NestFactory.create(
      { module: ForgottenModule, controllers: [ForgottenController] },
      { logger: false },
    );
    await app.init();
    expect(() => assertEveryRouteHasARule(app)).toThrow("ForgottenController.open");
    await app.close();
  });

  it("every route has a rule, and every rule is used", () => {
    const rules = routesOf(world.api).map(({ rule }) => rule);
    expect(rules).not.toContain(undefined);
    expect([...new Set(rules)].filter((rule) => rule !== "public").sort()).toEqual(
      Object.keys(PERMISSIONS).sort(),
    );
  });

  it.each(ROLES)(
    "every route as %s in its own area: what the table allows, and nothing else",
    async (role) => {
      const visitor = await inOwnArea(role);
      for (const route of guarded()) {
        const { status, body } = await visit(visitor, route);
        const told = `${role} ${route.method} ${route.path}: ${status} ${JSON.stringify(body)}`;
        if (!mayDo(role, route.rule as Permission))
          expect([told, status, body["code"]]).toEqual([told, 403, "NOT_ALLOWED"]);
        else expect([told, status < 500 && status !== 401 && status !== 403]).toEqual([told, true]);
      }
    },
    120_000,
  );

  it.each(["county-office", "township-office", "helper"] as const)(
    "as %s of a foreign area nothing is seen, and no hint is given",
    async (role) => {
      const visitor = await inForeignArea(role);
      for (const route of guarded().filter(
        ({ path, rule }) =>
          path.includes(":") &&
          // A month is everybody's; its lists are asked for below.
          !path.includes(":month") &&
          rule !== "engine:read" &&
          mayDo(role, rule as Permission),
      )) {
        const { status, body } = await visit(visitor, route, true);
        const told = `${role} ${route.method} ${route.path}: ${status} ${JSON.stringify(body)}`;
        expect([told, status]).toEqual([told, 404]);
        expect(JSON.stringify(body)).not.toContain("保康");
      }
      for (const list of [
        "/api/pairings",
        "/api/pairings?stage=closed",
        "/api/subjects",
        "/api/helpers",
        "/api/obligations",
        "/api/inbox",
        `/api/month-ends/${month}/units`,
        `/api/month-ends/${month}/lists/opened`,
        `/api/month-ends/${month}/lists/visits-missed`,
        ...(role === "helper" ? [] : ["/api/sham-signs"]),
      ]) {
        const { body } = await visitor.get<{ items: unknown[] }>(list);
        expect(JSON.stringify(body.items)).not.toContain(pairing.caseId);
        expect(JSON.stringify(body.items)).not.toContain(pairing.subjectId);
      }
      const { body } = await visitor.get<{ figures: { households: number }[] }>(`/api/month-ends/${month}`);
      expect(body.figures.every(({ households }) => households === 0)).toBe(true);
      const clerk = await world.clerk();
      expect((await visitor.get(`/api/subjects/${pairing.subjectId}`)).status).toBe(404);
      expect((await clerk.get(`/api/subjects/${pairing.subjectId}`)).status).toBe(200);
    },
    120_000,
  );

  it("a seat is given away only by its own area, only if it is there, and to nobody twice at a time", async () => {
    const clerk = await world.clerk();
    const foreign = await world.as("county-office", OTHER_COUNTY);
    const holding = { accountId, fromDay: "2026-01-01", toDay: null, deputy: true };
    const give = (who: Visitor, seat: string) => who.post("/api/seats", { seat, ...holding });
    const unit = `unit-head:${pairing.helper.unitId}`;
    for (const seat of [unit, `lead-helper:${pairing.helper.id}`, "county-office:420626"])
      expect(await give(foreign, seat)).toMatchObject({ status: 404, body: { code: "NOT_FOUND" } });
    for (const seat of ["county-office:620524", "county-office:429999", `unit-head:${randomUUID()}`])
      expect(await give(clerk, seat)).toMatchObject({ status: 404, body: { code: "NOT_FOUND" } });
    expect((await give(clerk, "township-office:420626100")).status).toBe(201);
    expect(await give(clerk, "township-office:420626100")).toMatchObject({
      status: 409,
      body: { code: "DUPLICATE_ENTRY" },
    });
    expect(await give(clerk, unit)).toMatchObject({ status: 409, body: { code: "DUPLICATE_ENTRY" } });
    const seen = await foreign.get<{ items: unknown[] }>("/api/seats");
    expect(seen.body.items).toEqual([]);
  });

  it("an account has the area or the helper that its role needs, and no other", async () => {
    const administrator = await world.as("administrator");
    const wrong = [
      { role: "county-office", areaCode: null, helperId: null },
      { role: "county-office", areaCode: "420626100000", helperId: null },
      { role: "township-office", areaCode: "420626000000", helperId: null },
      { role: "helper", areaCode: null, helperId: null },
      { role: "engineer", areaCode: "420626000000", helperId: null },
      { role: "administrator", areaCode: "420626000000", helperId: null },
      { role: "auditor", areaCode: null, helperId: pairing.helper.id },
    ];
    for (const [index, each] of wrong.entries())
      expect(
        await administrator.post("/api/accounts", { login: `wrong.${index}`, displayName: "某人", ...each }),
      ).toMatchObject({ status: 400, body: { code: "BAD_INPUT" } });
  });

  it("a helper has one account in use: two would be four eyes of one person", async () => {
    const administrator = await world.as("administrator");
    const helper = await newHelper(await world.clerk());
    const account = { displayName: "某人", role: "helper", areaCode: null, helperId: helper.id };
    const first = await administrator.post("/api/accounts", { login: "one.person", ...account });
    expect(first.status).toBe(201);
    expect(await administrator.post("/api/accounts", { login: "same.person", ...account })).toMatchObject(
      refusal("HELPER_HAS_ACCOUNT", { login: "one.person" }),
    );
    await administrator.post(`/api/accounts/${String(first.body["id"])}/disable`, {});
    expect((await administrator.post("/api/accounts", { login: "same.person", ...account })).status).toBe(
      201,
    );
  });

  it("nobody who is not signed in gets anything but a 401", async () => {
    const stranger = new Visitor(world.baseUrl);
    for (const route of guarded()) {
      const { status, body } = await visit(stranger, route);
      expect([route.path, status, body["code"]]).toEqual([route.path, 401, "NOT_SIGNED_IN"]);
    }
  });

  it("a command without the session's CSRF token is refused", async () => {
    const clerk = await world.clerk();
    const answer = await clerk.send(
      "post",
      "/api/organisations",
      { name: "x" },
      { "x-csrf-token": "somebody else's", "idempotency-key": "k" },
    );
    expect(answer).toMatchObject({ status: 403, body: { code: "CSRF_TOKEN_WRONG" } });
  });

  it("a helper cannot be put into a unit of another area", async () => {
    const foreign = await world.as("county-office", OTHER_COUNTY);
    const unitId = await newUnit(await world.clerk());
    const helper = { name: "外人", rank: "general", unitId, areaCode: OTHER_COUNTY };
    expect(await foreign.post("/api/helpers", helper)).toMatchObject({
      status: 404,
      body: { code: "NOT_FOUND", facts: { what: "unit" } },
    });
  });

  it("an auditor reads all and changes nothing; an engineer sees no name", async () => {
    const engineer = await world.as("engineer");
    const { body } = await engineer.get(`/api/engine/pairings/${pairing.caseId}/history`);
    expect(JSON.stringify(body)).not.toMatch(/[\u4e00-\u9fff]/);
    expect((await engineer.get("/api/pairings")).status).toBe(403);
    const writes = routesOf(world.api).filter(
      ({ method, rule }) =>
        method === "POST" && rule !== "public" && rule !== "session:own" && rule !== "inbox:own",
    );
    expect(writes.filter(({ rule }) => mayDo("auditor", rule as Permission))).toEqual([]);
  });

  function guarded(): Route[] {
    return routesOf(world.api).filter(
      ({ rule, path }) => rule !== "public" && path !== "/api/session/password" && !(path === "/api/session"),
    );
  }

  /** Asks a route about the county's pairing; commands come without a key unless the whole way is wanted. */
  function visit(visitor: Visitor, route: Route, whole = false) {
    const path = route.path
      .replace(":seq", "1")
      .replace(":month", month)
      .replace(":list", "visits-missed")
      .replace(":id", idFor(route.path));
    if (route.method === "GET") return visitor.get(path);
    return whole ? visitor.post(path, bodyFor(path), randomUUID()) : visitor.send("post", path, {});
  }

  function idFor(path: string): string {
    if (path.includes("/helpers")) return pairing.helper.id;
    if (path.includes("/subjects")) return pairing.subjectId;
    if (path.includes("/accounts")) return accountId;
    return path.includes("/seats") ? holdingId : pairing.caseId;
  }

  function bodyFor(path: string): unknown {
    const move = path.slice(path.lastIndexOf("/") + 1);
    if (move === "propose-handover") return handoverTo(pairing.helper.id);
    if (move === "hand-over") return { caseIds: [pairing.caseId], ...handoverTo(pairing.helper.id) };
    return BODIES[move] ?? {};
  }

  function inOwnArea(role: Role): Promise<Visitor> {
    return role === "helper" ? world.as("helper", null, pairing.helper.id) : world.as(role);
  }

  async function inForeignArea(role: Role): Promise<Visitor> {
    if (role === "county-office") return world.as(role, OTHER_COUNTY);
    if (role === "township-office") return world.as(role, "620524100000");
    const clerk = await world.as("county-office", OTHER_COUNTY);
    const unitId = await newUnit(clerk, OTHER_COUNTY);
    const { body } = await clerk.post<{ id: string }>("/api/helpers", {
      name: "外县人",
      rank: "general",
      unitId,
      areaCode: OTHER_COUNTY,
    });
    return world.as("helper", null, body.id);
  }
});

const DAY = "2026-01-01";
const handoverTo = (successorId: string) => ({ successorId, reason: "retired", happenedOn: DAY });
/** A body that fits, of each move that asks for one. */
const BODIES: Readonly<Record<string, unknown>> = {
  "record-visit": { happenedOn: DAY, form: { situation: "别处来的" } },
  "void-visit": { basedOnSeq: 1, visitId: randomUUID(), reason: "wrong-day" },
  "submit-plan": {
    texts: {},
    lines: [{ kind: "project", amount: 1, amountFen: 100, until: DAY, isProducing: true }],
  },
  "approve-plan": { basedOnSeq: 1 },
  "send-back-plan": { basedOnSeq: 1, grounds: ["detached"] },
  "record-measure": { kind: "grain", amount: 1, amountFen: 0, happenedOn: DAY },
  "correct-measure": { measureSeq: 1, amount: 1, amountFen: 0, reason: "wrong-number" },
  "advance-project": { projectSeq: 1, projectStage: "earning", happenedOn: DAY },
  "report-occasion": { occasion: "illness", happenedOn: DAY },
  begin: {},
  "strike-off": { caseId: randomUUID(), reason: "data-wrong" },
  "take-down": { reason: "damaged" },
  conclude: { note: "照片" },
  judge: { judgement: "real", note: "入户核实" },
  "record-income": { incomeYear: 2025, members: 3, lines: [] },
  "propose-lift-out": { criteria: [] },
  "record-appraisal": { entitled: 3, present: 3, inFavour: 3, against: 0, happenedOn: DAY, note: "会议记录" },
  "record-on-site-check": { confirmed: true, perHeadFen: 1, happenedOn: DAY },
  "record-acknowledgement": { form: "signed", happenedOn: DAY, note: "确认书" },
  "raise-objection": { happenedOn: DAY, note: "不同意" },
  "answer-objection": { objectionId: randomUUID(), upheld: false, note: "查无此事" },
  "record-township-review": { basedOnSeq: 1, passed: true },
  "record-county-check": { passed: true, happenedOn: DAY },
  "approve-lift-out": { basedOnSeq: 1 },
  "announce-lift-out": { happenedOn: DAY },
  "send-back-lift-out": { basedOnSeq: 1, grounds: ["proof-missing"] },
  "report-relapse": { because: { ground: "cause-returned", cause: "illness" } },
  "confirm-relapse": { basedOnSeq: 1 },
  "dismiss-relapse": { basedOnSeq: 1, reason: "help-arrived" },
  "offer-household": { offer: { reason: "none-left" } },
  "complete-revisits": { basedOnSeq: 1, note: "回访台账已核对" },
  "review-term": { outcome: "goes-on" },
  "add-co-helper": { helperId: randomUUID(), happenedOn: DAY },
  "end-co-helper": { helperId: randomUUID(), reason: "unable", happenedOn: DAY },
  "record-household-change": { change: "new-head", memberId: randomUUID(), happenedOn: DAY },
  "split-household": {
    leavingIds: [randomUUID()],
    newHeadId: randomUUID(),
    headId: randomUUID(),
    happenedOn: DAY,
  },
  "move-household": { toAreaCode: "420626100001", happenedOn: DAY },
  "settle-new-household": { subjectId: randomUUID(), outcome: "not-in-need" },
  "accept-handover": { basedOnSeq: 1 },
  "report-lead-gone": { reason: "retired", goneOn: "2026-03-02" },
  "decline-handover": { basedOnSeq: 1, reason: "withdrawn" },
  "request-void": { basedOnSeq: 1, entrySeq: 1, reason: "wrong-day" },
  "approve-void": { basedOnSeq: 1, requestedSeq: 1 },
  "decline-void": { basedOnSeq: 1, requestedSeq: 1, reason: "entry-is-right" },
  reopen: { basedOnSeq: 1, reason: "closed-by-mistake" },
  "request-closing": { reason: "died", happenedOn: DAY },
  "approve-closing": { basedOnSeq: 1 },
  "reject-closing": { basedOnSeq: 1, reason: "evidence-missing" },
  retire: { retiredOn: DAY },
};
