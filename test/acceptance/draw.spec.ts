import { drawSample, type SampleRule } from "@jiedui/domain";
import { randomUUID } from "node:crypto";
import { expectBooksToBalance } from "../support/books";
import type { Visitor } from "../support/http";
import {
  lifeOf,
  move,
  moved,
  openWholeLife,
  ordered,
  passTogetherUntil,
  passUntil,
  proposeLiftOut,
  type LiftingPairing,
} from "../support/lift-out";
import { refusal } from "../support/refused";
import { COUNTY, TestWorld } from "../support/world";

const DRAW = { areaCode: COUNTY, programmeId: "whole-life", policyVersion: 1 };

interface Draw {
  readonly id: string;
  readonly seed: string;
  readonly rule: SampleRule;
  readonly isReproduced: boolean;
  readonly cases: { caseId: string; drawn: boolean; told: boolean; passed: boolean | null }[];
}

/** The made-up policy draws two of three. */
describe("the county's draw for an unannounced check", () => {
  let world: TestWorld;
  let standing: LiftingPairing[];
  let county: Visitor;
  let auditor: Visitor;
  beforeAll(async () => {
    world = await TestWorld.open();
    standing = [];
    while (standing.length < 3) standing.push(await openWholeLife(world));
    for (const each of standing) await proposeLiftOut(world, each);
    await passTogetherUntil(world, standing, "county-check");
    county = await world.clerk();
    auditor = await world.as("auditor");
  }, 240_000);
  afterAll(() => world.close());

  it("takes as many as the policy's rule says, and whoever has seed, group and rule can draw again", async () => {
    const before = await county.get<{ items: { toDraw: number; cases: { caseId: string }[] }[] }>(
      `/api/lift-out-draws/standing?area=${COUNTY}`,
    );
    expect(before.body.items).toMatchObject([{ toDraw: 2 }]);
    expect(before.body.items[0]?.cases.map(({ caseId }) => caseId).sort()).toEqual(ids(standing));
    await ordered(county, "/api/lift-out-draws", DRAW);
    const draw = await onlyDraw(auditor);
    const again = drawSample(ids(standing), draw.seed, draw.rule);
    expect(again).toHaveLength(2);
    expect(
      draw.cases
        .filter(({ drawn }) => drawn)
        .map(({ caseId }) => caseId)
        .sort(),
    ).toEqual([...again].sort());
    expect(draw).toMatchObject({ isReproduced: true });
    expect(draw.cases.every(({ told }) => told)).toBe(true);
    expect(await county.post("/api/lift-out-draws", DRAW)).toMatchObject(
      refusal("NOBODY_TO_DRAW", { areaCode: COUNTY }),
    );
  }, 60_000);

  it("is a secret of the county and the auditors: to everybody else, who was drawn and who was passed by look alike", async () => {
    for (const each of standing)
      for (const outsider of [each.cadre, each.township]) {
        const seen = await everythingSeenBy(outsider, each);
        expect(seen.step).toBe("county-check");
        expect(seen.obligationKinds).toEqual(["visit"]);
        expect(seen.all).not.toMatch(
          /CountyCheckDrawn|drawId|(county-check|approval):\d|"kind":"(county-check|approval)"/,
        );
      }
    const [one, two, three] = await Promise.all(standing.map(lookOfOutsider));
    expect(two).toEqual(one);
    expect(three).toEqual(one);
    expect((await everythingSeenBy(county, passedBy(await onlyDraw(county)))).step).toBe("approval");
    for (const outsider of [standing[0]?.township, standing[0]?.cadre])
      for (const address of ["/api/lift-out-draws", `/api/lift-out-draws/standing?area=${COUNTY}`])
        expect((await outsider?.get(address))?.status).toBe(403);
  }, 60_000);

  it("is not given away by a refusal, a single event, or the past", async () => {
    const draw = await onlyDraw(county);
    for (const { caseId, township, cadre } of standing) {
      const early = await move(township, caseId, "announce-lift-out", { happenedOn: await world.today() });
      expect(early).toMatchObject(refusal("LIFT_OUT_AT_ANOTHER_STEP", { present: "county-check" }));
      const log = await world.events(caseId);
      const drawn = log.find(({ type }) => type === "CountyCheckDrawn");
      for (const outsider of [township, cadre])
        expect((await outsider.get(`/api/pairings/${caseId}/events/${drawn?.seq ?? 0}`)).status).toBe(404);
      const { body } = await township.get(`/api/pairings/${caseId}?asOf=${await world.today()}`);
      expect(JSON.stringify(body)).not.toMatch(/approval:|"step":"approval"/);
    }
    expect((await auditor.get(`/api/pairings/${draw.cases[0]?.caseId ?? ""}/timeline`)).status).toBe(200);
  }, 60_000);

  it("is kept from those who look after the engine as well, in the raw history and in what they export of it", async () => {
    const engineer = await world.as("engineer");
    for (const { caseId } of standing) {
      const raw = await engineer.get(`/api/engine/pairings/${caseId}/history`);
      expect(JSON.stringify(raw.body)).toContain('"drawn":"kept-secret"');
      const { body } = await engineer.get(`/api/engine/pairings/${caseId}/history.json`);
      const payloads = [...JSON.stringify(body).matchAll(/"data":"([^"]+)"/g)].map(([, data = ""]) =>
        Buffer.from(data, "base64").toString("utf8"),
      );
      expect(payloads.join("\n")).toContain("CountyCheckDrawn");
      for (const text of [JSON.stringify(raw.body), ...payloads])
        expect(text).not.toMatch(/"drawn":(true|false)|approval:\d/);
      const known = await county.get(`/api/pairings/${caseId}/engine-history`);
      expect(JSON.stringify(known.body)).toMatch(/"drawn":(true|false)/);
    }
  }, 60_000);

  it("stays one while what is owed of it climbs its ladder", async () => {
    await world.advanceDays(18);
    for (const each of standing) {
      expect(await world.eventTypes(each.caseId)).toContain("ObligationEscalated");
      const seen = await everythingSeenBy(each.township, each);
      expect(seen.all).not.toMatch(/county-check:\d|approval:\d/);
    }
  }, 60_000);

  it("ends with the last check: whoever was passed by is approved after it, for sooner it would name the others", async () => {
    const draw = await onlyDraw(county);
    const free = passedBy(draw);
    const drawn = standing.filter(({ caseId }) => caseId !== free.caseId);
    const before = await lookOfOutsider(free);
    for (const [done, checked] of drawn.entries()) {
      const { seq, moves } = await pageOf(county, free.caseId);
      const code = "CHECKS_OF_DRAW_AWAITED";
      expect(await move(county, free.caseId, "approve-lift-out", { basedOnSeq: seq })).toMatchObject(
        refusal(code, { awaited: drawn.length - done }),
      );
      expect(moves).toContainEqual({ move: "approveLiftOut", allowed: false, code });
      expect(await lookOfOutsider(free)).toEqual(before);
      expect((await lifeOf(checked.township, checked.caseId)).life.liftOut?.step).toBe("county-check");
      await moved(county, checked.caseId, "record-county-check", {
        passed: true,
        happenedOn: await world.today(),
      });
      expect((await lifeOf(checked.township, checked.caseId)).life.liftOut?.step).toBe("approval");
    }
    expect((await onlyDraw(county)).cases.map(({ passed }) => passed).sort()).toEqual([null, true, true]);
    expect(await timelineTypes(free.township, free.caseId)).toContain("CountyCheckDrawn");
    await approve(free);
    expect((await everythingSeenBy(free.township, free)).step).toBe("announcement");
    await expectBooksToBalance(world, ids(standing));
  }, 60_000);

  it("leaves to a later draw whoever comes later; the area is a county", async () => {
    const later = await openWholeLife(world);
    await proposeLiftOut(world, later);
    await passUntil(world, later, "county-check");
    await ordered(county, "/api/lift-out-draws", DRAW);
    const { body } = await county.get<{ items: { id: string; group: number; drawn: number }[] }>(
      "/api/lift-out-draws",
    );
    expect(body.items.map(({ group, drawn }) => [group, drawn])).toEqual([
      [1, 1],
      [3, 2],
    ]);
    expect(await county.post("/api/lift-out-draws", { ...DRAW, areaCode: "420626100000" })).toMatchObject(
      refusal("AREA_OF_ANOTHER_LEVEL", {}),
    );
    expect((await county.get(`/api/lift-out-draws/${randomUUID()}`)).status).toBe(404);
  }, 120_000);

  async function onlyDraw(visitor: Visitor): Promise<Draw> {
    const { body } = await visitor.get<{ items: { id: string }[] }>("/api/lift-out-draws");
    const { body: draw } = await visitor.get<Draw>(`/api/lift-out-draws/${body.items[0]?.id ?? ""}`);
    return draw;
  }

  function passedBy(draw: Draw): LiftingPairing {
    const free = draw.cases.find(({ drawn }) => !drawn);
    const found = standing.find(({ caseId }) => caseId === free?.caseId);
    if (found === undefined) throw new Error("one was passed by");
    return found;
  }

  async function pageOf(visitor: Visitor, caseId: string) {
    return (await visitor.get<{ seq: number; moves: unknown[] }>(`/api/pairings/${caseId}`)).body;
  }

  async function approve({ caseId }: LiftingPairing): Promise<void> {
    await moved(county, caseId, "approve-lift-out", { basedOnSeq: (await lifeOf(county, caseId)).seq });
  }

  async function timelineTypes(visitor: Visitor, caseId: string): Promise<string[]> {
    const { body } = await visitor.get<{ items: { type: string }[] }>(
      `/api/pairings/${caseId}/timeline?limit=200`,
    );
    return body.items.map(({ type }) => type);
  }

  /** Page, timeline, obligations, list and inbox of somebody, as one text. */
  async function everythingSeenBy(visitor: Visitor, { caseId }: LiftingPairing) {
    const page = await visitor.get<{
      obligations: { kind: string }[];
      life: { liftOut: { step: string } | null };
    }>(`/api/pairings/${caseId}`);
    const others = [];
    for (const address of [
      `/api/pairings/${caseId}/timeline?limit=200`,
      `/api/pairings/${caseId}/obligations`,
      "/api/pairings",
      "/api/obligations",
      "/api/inbox",
    ])
      others.push((await visitor.get(address)).body);
    const { liftOut } = page.body.life;
    const steps = JSON.stringify({ ...page.body, life: null, moves: null });
    return {
      step: liftOut?.step,
      obligationKinds: page.body.obligations
        .map(({ kind }) => kind)
        .filter((kind) => kind !== "festival-visit"),
      all: [steps, ...others.map((each) => JSON.stringify(each))].join("\n"),
    };
  }

  /** What is on a case's page for its township, without what is the household's own. */
  async function lookOfOutsider({ township, caseId }: LiftingPairing) {
    const { body } = await township.get(`/api/pairings/${caseId}`);
    const { life, moves, stage, obligations } = body as {
      life: { liftOut: { step: string } };
      moves: unknown;
      stage: string;
      obligations: { kind: string; dueOn: string; rung: number }[];
    };
    return {
      step: life.liftOut.step,
      stage,
      moves,
      obligations: obligations.map(({ kind, dueOn, rung }) => [kind, dueOn, rung]),
      types: await timelineTypes(township, caseId),
    };
  }
});

function ids(standing: readonly LiftingPairing[]): string[] {
  return standing.map(({ caseId }) => caseId).sort();
}
