import { day } from "../../time/day";
import { RULES, noonOf, openedPairing, refusalOf, type PairingLife } from "../pairing.spec-support";
import { GRAIN, PIGS, plannedPairing } from "../plan/plan.spec-support";
import type { MeasurePayloads } from "./measures.moves";
import { MEASURE } from "./measures.spec-support";
import { MEASURES_KEPT } from "./measures.state";
import { countedMeasures, measureTotals, plannedAndDone } from "./planned-and-done";

const record = (life: PairingLife, more: Partial<MeasurePayloads["recordMeasure"]> = {}) =>
  life.give("recordMeasure", { ...MEASURE, ...more });
const correct = (life: PairingLife, measureSeq: number, amount: number) =>
  life.give("correctMeasure", { measureSeq, amount, amountFen: 0, reason: "wrong-number" });
const counted = (life: PairingLife) =>
  countedMeasures(
    [...life.events("MeasureRecorded"), ...life.events("MeasureCorrected")].sort(
      (one, other) => one.seq - other.seq,
    ),
  );

describe("a measure", () => {
  it("is recorded with unit and amount, planned or not, in any programme", () => {
    const life = openedPairing({}, RULES);
    expect(record(life, { kind: "medical", amount: 1, amountFen: 320_00 }).accepted).toBe(true);
    expect(life.events("MeasureRecorded")).toMatchObject([
      { kind: "medical", unit: "person", amount: 1, amountFen: 320_00, planSeq: null, line: null },
    ]);
  });

  it("that is planned names its line of the plan in force, of the same kind", () => {
    const life = plannedPairing();
    record(life, { line: 1 });
    expect(life.events("MeasureRecorded")).toMatchObject([{ planSeq: 2, line: 1 }]);
    expect(refusalOf(record(life, { line: 2 }))).toEqual({
      code: "PLAN_LINE_OF_ANOTHER_KIND",
      line: 2,
      planned: "grain",
      measureKind: "in-kind",
    });
    expect(refusalOf(record(life, { line: 3 }))).toEqual({ code: "PLAN_LINE_NOT_FOUND", line: 3, lines: 2 });
  });

  it("lies neither in the future nor before the signing, and is told in the figures of its kind", () => {
    const life = plannedPairing();
    const told = (more: Partial<MeasurePayloads["recordMeasure"]>) => refusalOf(record(life, more)).code;
    expect(told({ happenedOn: day("2026-01-11") })).toBe("MEASURE_IN_FUTURE");
    expect(told({ happenedOn: day("2026-01-09") })).toBe("MEASURE_BEFORE_SIGNING");
    expect(told({ kind: "cash", amount: 3, amountFen: 100 })).toBe("MEASURE_AMOUNT_DOES_NOT_FIT");
    expect(told({ kind: "cash", amount: 0 })).toBe("MEASURE_AMOUNT_DOES_NOT_FIT");
    expect(told({ kind: "grain", amount: 50, amountFen: 100 })).toBe("MEASURE_AMOUNT_DOES_NOT_FIT");
  });
});

describe("a wrong figure", () => {
  it("is set right by a counter-entry with the difference; the wrong entry stays, and the sum is right", () => {
    const life = plannedPairing();
    record(life, { amount: 50, line: 1 });
    const measureSeq = life.state.seq;
    correct(life, measureSeq, 5);
    expect(life.events("MeasureRecorded")[0]?.amount).toBe(50);
    expect(life.events("MeasureCorrected")).toMatchObject([
      { measureSeq, byAmount: -45, byFen: 0, amount: 5, reason: "wrong-number" },
    ]);
    correct(life, measureSeq, 6);
    expect(life.events("MeasureCorrected")[1]).toMatchObject({ byAmount: 1 });
    expect(counted(life)).toMatchObject([
      { seq: measureSeq, amount: 6, correctedBySeqs: [measureSeq + 1, measureSeq + 2] },
    ]);
    expect(refusalOf(correct(life, measureSeq, 6))).toEqual({ code: "MEASURE_UNCHANGED", measureSeq });
  });

  it("may be taken back wholly, and then counts nowhere", () => {
    const life = plannedPairing();
    record(life);
    correct(life, life.state.seq, 0);
    expect(measureTotals(counted(life))).toEqual([]);
  });

  it("of a measure that is too long ago to be remembered is refused, with the oldest that is", () => {
    const life = plannedPairing();
    record(life);
    const measureSeq = life.state.seq;
    for (let more = 0; more < MEASURES_KEPT; more += 1) record(life);
    expect(refusalOf(correct(life, measureSeq, 1))).toEqual({
      code: "MEASURE_NOT_FOUND",
      measureSeq,
      oldestSeq: measureSeq + 1,
    });
  });
});

describe("a project", () => {
  it("goes on stage by stage, or over several, never back, and can be given up until it earns", () => {
    const life = plannedPairing().passTo(noonOf("2026-03-01"));
    record(life, { kind: "project", amount: 1, happenedOn: day("2026-02-01") });
    const projectSeq = life.state.seq;
    const advance = (projectStage: MeasurePayloads["advanceProject"]["projectStage"], on = "2026-02-20") =>
      life.give("advanceProject", { projectSeq, projectStage, happenedOn: day(on) });
    expect(refusalOf(advance("started", "2026-01-31"))).toMatchObject({
      code: "PROJECT_DAY_OUT_OF_RANGE",
      from: "2026-02-01",
    });
    expect(advance("producing").accepted).toBe(true);
    expect(refusalOf(advance("started"))).toEqual({
      code: "PROJECT_STAGE_NOT_AHEAD",
      present: "producing",
      projectStage: "started",
    });
    expect(advance("given-up").accepted).toBe(true);
    expect(refusalOf(advance("earning")).code).toBe("PROJECT_STAGE_NOT_AHEAD");
    expect(refusalOf(life.ask("advanceProject", { projectSeq: 1, projectStage: "earning" })).code).toBe(
      "PROJECT_NOT_FOUND",
    );
  });
});

describe("what was planned beside what was done", () => {
  it("says line by line how much, when last, and whether it is done, under way, not begun or late", () => {
    const life = plannedPairing().passTo(noonOf("2026-03-01"));
    record(life, { amount: 3, line: 1, happenedOn: day("2026-02-01") });
    record(life, { amount: 2, line: 1, happenedOn: day("2026-02-20") });
    record(life, { kind: "grain", amount: 50, line: 2 });
    record(life, { amount: 9 });
    const plan = { seq: 2, lines: [PIGS, GRAIN, { ...PIGS, amount: 1 }] };
    const at = (today: string) => plannedAndDone(plan, counted(life), day(today));
    expect(at("2026-03-01")).toMatchObject([
      { line: 1, amount: 5, doneAmount: 5, lastOn: "2026-02-20", standing: "done" },
      { line: 2, amount: 200, doneAmount: 50, lastOn: "2026-01-10", standing: "under-way" },
      { line: 3, doneAmount: 0, lastOn: null, standing: "not-begun" },
    ]);
    expect(at("2035-07-01").map(({ standing }) => standing)).toEqual(["done", "late", "late"]);
  });

  it("sums by kind and by the year in which help was given", () => {
    const life = plannedPairing().passTo(noonOf("2027-02-01"));
    record(life, { amount: 3 });
    record(life, { amount: 4, happenedOn: day("2026-12-31") });
    record(life, { kind: "cash", amount: 0, amountFen: 500_00, happenedOn: day("2027-01-01") });
    expect(measureTotals(counted(life))).toEqual([
      { kind: "in-kind", unit: "item", year: 2026, count: 2, amount: 7, amountFen: 0 },
      { kind: "cash", unit: null, year: 2027, count: 1, amount: 0, amountFen: 500_00 },
    ]);
  });
});
