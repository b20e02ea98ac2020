import { addDays, addMonths, day, dayAt, daysBetween, startOf } from "../time/day";
import { packYear } from "../time/work-calendar";
import { CALENDAR, noonOf, openedPairing, type PairingLife } from "./pairing.spec-support";
import { MEASURE } from "./measures/measures.spec-support";
import { MEASURES_KEPT } from "./measures/measures.state";
import { PIGS, PLAN, plannedPairing } from "./plan/plan.spec-support";
import { isVisitKey } from "./visit/visit-duty";
import { PAST_ESCALATIONS_KEPT } from "./visit/visit.state";

const RUNNING_CASE_MOST_BYTES = 32 * 1024;

describe("ten years", () => {
  const publishedYears = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [String(2026 + index), packYear(2026 + index, () => true)]),
  );
  const bytesOf = ({ inHand }: PairingLife) =>
    Buffer.byteLength(
      JSON.stringify({ ...inHand, calendar: { ...CALENDAR, publishedYears: { ...publishedYears } } }),
    );
  const uuid = (ordinal: number) => `5b0c7a52-1d0e-4c55-9d9c-${String(ordinal).padStart(12, "0")}`;

  it("unattended leave a matter with its highest rung, and a running case under 32 KB", () => {
    const life = openedPairing().passTo(noonOf("2036-01-10"));
    expect(life.obligation("visit")).toMatchObject({ key: "visit:2026-01", rung: 3, nextStep: "repeat" });
    expect(life.events("ObligationEscalated").length).toBeGreaterThan(200);
    expect(bytesOf(life)).toBeLessThan(RUNNING_CASE_MOST_BYTES);
  });

  it("of daily visits leave a running case under 32 KB", () => {
    const life = openedPairing();
    for (let on = day("2026-01-10"); on < "2036-01-10"; on = addDays(on, 1)) {
      life.passTo(noonOf(on));
      life.visit(on, uuid(daysBetween(day("2026-01-10"), on)));
    }
    expect(
      life.events("ObligationEscalated").filter(({ obligationKey }) => isVisitKey(obligationKey)),
    ).toEqual([]);
    expect(bytesOf(life)).toBeLessThan(RUNNING_CASE_MOST_BYTES);
  });

  it("of weekly measures, half of them corrected, and of yearly plans leave a running case under 32 KB", () => {
    const life = plannedPairing();
    const lines = Array.from({ length: 20 }, () => ({ ...PIGS, until: day("2037-01-01") }));
    for (let on = day("2026-01-17"); on < "2036-01-10"; on = addDays(on, 7)) {
      life.passTo(noonOf(on));
      if (life.state.planOwed !== null) {
        life.give("submitPlan", { ...PLAN, lines }, { by: uuid(1) });
        life.give("approvePlan", {}, { by: uuid(2) });
      }
      life.give("recordMeasure", {
        ...MEASURE,
        kind: "project",
        amount: 1,
        amountFen: 5_000_00,
        happenedOn: on,
      });
      const measureSeq = life.state.measures.at(-1)?.seq ?? 0;
      if (measureSeq % 2 === 0)
        life.give("correctMeasure", { measureSeq, amount: 1, amountFen: 4_000_00, reason: "wrong-number" });
    }
    expect(life.events("PlanYearEnded")).toHaveLength(9);
    expect(life.events("MeasureRecorded")).toHaveLength(521);
    expect(life.state.measures).toHaveLength(MEASURES_KEPT);
    expect(bytesOf(life)).toBeLessThan(RUNNING_CASE_MOST_BYTES);
  });

  it("of late visits, each escalated before, leave a running case under 32 KB", () => {
    const life = openedPairing();
    for (let ordinal = 0; ordinal < 60; ordinal += 1) {
      life.passTo(startOf(addMonths(day("2026-03-28"), 2 * ordinal)));
      life.visit(dayAt(life.nowMs), uuid(ordinal));
    }
    expect(life.events("EscalationSettled")).toHaveLength(60);
    expect(life.state.pastEscalations).toHaveLength(PAST_ESCALATIONS_KEPT);
    expect(bytesOf(life)).toBeLessThan(RUNNING_CASE_MOST_BYTES);
  });
});
