import { expectBooksToBalance } from "../support/books";
import { openPairing } from "../support/county";
import type { Answer, Visitor } from "../support/http";
import { openWholeLife, type LiftingPairing } from "../support/lift-out";
import { refusal } from "../support/refused";
import { TestWorld } from "../support/world";

interface Measured {
  measures: {
    planned: { line: number; amount: number; doneAmount: number; doneFen: number; standing: string }[];
    totals: { kind: string; unit: string | null; count: number; amount: number; amountFen: number }[];
    newest: { seq: number; amount: number; corrected: boolean; correctable: boolean; line: number | null }[];
    projects: { seq: number; stage: string }[];
  };
}

describe("measures", () => {
  let world: TestWorld;
  let lifting: LiftingPairing;
  beforeAll(async () => {
    world = await TestWorld.open();
    lifting = await openWholeLife(world);
  }, 90_000);
  afterAll(() => world.close());

  it("are recorded against the plan, set right by a counter-entry, and held against what was planned", async () => {
    const { caseId, cadre } = lifting;
    const on = await world.today();
    expect(
      (await measure({ kind: "in-kind", amount: 50, happenedOn: on, line: 1, note: "仔猪" })).status,
    ).toBe(200);
    expect((await measure({ kind: "grain", amount: 200, happenedOn: on, line: 2 })).status).toBe(200);
    expect((await measure({ kind: "cash", amountFen: 80_000, happenedOn: on })).status).toBe(200);
    const wrong = (await measured()).newest.find(({ line }) => line === 1);
    expect(wrong).toMatchObject({ amount: 50, corrected: false, correctable: true });

    const right = { measureSeq: wrong?.seq, amount: 5, reason: "wrong-number", note: "多打了一个零" };
    const key = "correct-the-piglets";
    expect((await cadre.post(`/api/pairings/${caseId}/correct-measure`, right, key)).status).toBe(200);
    expect((await cadre.post(`/api/pairings/${caseId}/correct-measure`, right, key)).status).toBe(200);
    expect(await cadre.post(`/api/pairings/${caseId}/correct-measure`, right)).toMatchObject(
      refusal("MEASURE_UNCHANGED", { measureSeq: wrong?.seq }),
    );
    const log = await world.log(caseId);
    expect(log.filter(({ type }) => type === "MeasureCorrected")).toMatchObject([
      { measureSeq: wrong?.seq, byAmount: -45, amount: 5, reason: "wrong-number" },
    ]);
    expect(log.find(({ seq }) => seq === wrong?.seq)).toMatchObject({ amount: 50 });
    expect(JSON.stringify(log)).not.toContain("仔猪");

    const { planned, totals, newest } = await measured();
    expect(planned).toMatchObject([
      { line: 1, amount: 5, doneAmount: 5, standing: "done" },
      { line: 2, amount: 200, doneAmount: 200, standing: "done" },
      { line: 3, doneAmount: 0, standing: "not-begun" },
    ]);
    expect(totals).toMatchObject([
      { kind: "cash", unit: null, count: 1, amountFen: 80_000 },
      { kind: "in-kind", unit: "item", count: 1, amount: 5 },
      { kind: "grain", unit: "kilogram", amount: 200 },
    ]);
    expect(newest[2]).toMatchObject({ seq: wrong?.seq, amount: 5, corrected: true });
    await expectBooksToBalance(world, [caseId]);
  }, 60_000);

  it("of a project go on stage by stage, never back", async () => {
    const { caseId, cadre } = lifting;
    const on = await world.today();
    expect(
      (await measure({ kind: "project", amount: 1, amountFen: 300_000, happenedOn: on, line: 3 })).status,
    ).toBe(200);
    const [project] = (await measured()).projects;
    expect(project).toMatchObject({ stage: "prepared" });
    const advance = (projectStage: string) =>
      cadre.post(`/api/pairings/${caseId}/advance-project`, {
        projectSeq: project?.seq,
        projectStage,
        happenedOn: on,
      });
    expect((await advance("producing")).status).toBe(200);
    expect(await advance("started")).toMatchObject(
      refusal("PROJECT_STAGE_NOT_AHEAD", { present: "producing", projectStage: "started" }),
    );
    expect((await measured()).planned[2]).toMatchObject({
      doneAmount: 1,
      doneFen: 300_000,
      standing: "done",
    });
    await expectBooksToBalance(world, [caseId]);
  });

  it("that do not fit are refused with the facts, and nothing is lost", async () => {
    const on = await world.today();
    const before = await measured();
    expect(await measure({ kind: "cash", amount: 3, happenedOn: on })).toMatchObject(
      refusal("MEASURE_AMOUNT_DOES_NOT_FIT", { measureKind: "cash", unit: null, money: "asked" }),
    );
    expect(await measure({ kind: "grain", amount: 10, happenedOn: on, line: 1 })).toMatchObject(
      refusal("PLAN_LINE_OF_ANOTHER_KIND", { line: 1, planned: "in-kind", measureKind: "grain" }),
    );
    expect((await measure({ kind: "gold", amount: 1, happenedOn: on })).status).toBe(400);
    expect((await measure({ kind: "grain", amount: -1, happenedOn: on })).status).toBe(400);
    expect(await measured()).toEqual(before);
  });

  it("are counted in the usual units where a programme says nothing of them", async () => {
    const { caseId, helper } = await openPairing(world);
    const cadre = await world.as("helper", null, helper.id);
    const given = { kind: "medical", amount: 1, amountFen: 32_000, happenedOn: await world.today() };
    expect((await cadre.post(`/api/pairings/${caseId}/record-measure`, given)).status).toBe(200);
    expect((await measured(cadre, caseId)).totals).toMatchObject([{ kind: "medical", unit: "person" }]);
    await expectBooksToBalance(world, [caseId]);
  });

  function measure(body: Record<string, unknown>): Promise<Answer> {
    return lifting.cadre.post(`/api/pairings/${lifting.caseId}/record-measure`, body);
  }

  async function measured(visitor: Visitor = lifting.cadre, caseId = lifting.caseId) {
    return (await visitor.get<Measured & Record<string, unknown>>(`/api/pairings/${caseId}`)).body.measures;
  }
});
