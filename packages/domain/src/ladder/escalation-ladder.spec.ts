import fc from "fast-check";
import { addDays, day, startOf } from "../time/day";
import { countWorkingDays, type WorkCalendar } from "../time/work-calendar";
import { climb, type FiredRung, type LadderRung } from "./escalation-ladder";

const CALENDAR: WorkCalendar = { version: "none-published", publishedYears: {} };
const LADDER: readonly LadderRung[] = [
  { seat: "lead-helper", workingDays: 3 },
  { seat: "unit-head", workingDays: 5 },
  { seat: "county-office", workingDays: 10 },
];
const SATURDAY = day("2026-02-28");
const anyLadder = fc.array(
  fc.record({
    seat: fc.constantFrom("lead-helper", "unit-head", "township-office", "county-office"),
    workingDays: fc.nat(15),
  }),
  { minLength: 1, maxLength: 5 },
);
const anyDay = fc.nat(2000).map((offset) => addDays(day("2025-01-01"), offset));

describe("an escalation ladder", () => {
  it("leaves the one who owes the matter the first working days as grace", () => {
    const position = climb(LADDER, SATURDAY, null, CALENDAR, 60_000, 0);
    expect(position).toMatchObject({ rung: 0, seat: "lead-helper", nextStep: "escalate" });
    expect(position.reckoning.lastDay).toBe("2026-03-04");
    expect(position.nextAtMs).toBe(startOf(day("2026-03-05")) + 60_000);
  });

  it("counts each further rung from the day on which it was told", () => {
    const firedAtMs = startOf(day("2026-06-01")) + 12_345;
    const position = climb(LADDER, SATURDAY, { rung: 1, firedAtMs }, CALENDAR, 0, 0);
    expect(position).toMatchObject({ rung: 1, seat: "unit-head", nextStep: "escalate" });
    expect(position.reckoning).toMatchObject({ after: "2026-06-01", lastDay: "2026-06-08" });
  });

  it("tells its highest rung again and again", () => {
    const fired: FiredRung = { rung: 2, firedAtMs: startOf(day("2026-06-01")) };
    expect(climb(LADDER, SATURDAY, fired, CALENDAR, 0, 0)).toMatchObject({
      rung: 2,
      seat: "county-office",
      nextStep: "repeat",
    });
  });

  it("stays on its highest rung when a newer policy has a shorter ladder", () => {
    const fired: FiredRung = { rung: 4, firedAtMs: startOf(day("2026-06-01")) };
    expect(climb(LADDER, SATURDAY, fired, CALENDAR, 0, 0)).toMatchObject({ rung: 2, nextStep: "repeat" });
  });

  it("is not climbed for a matter found late before it was found", () => {
    const foundAtMs = startOf(day("2026-09-09")) + 1;
    expect(climb(LADDER, SATURDAY, null, CALENDAR, 0, foundAtMs).nextAtMs).toBe(foundAtMs);
  });

  it("goes on from the rung that was told last, whenever the matter was found", () => {
    const fired: FiredRung = { rung: 1, firedAtMs: startOf(day("2026-06-01")) };
    const foundAtMs = startOf(day("2026-09-09"));
    expect(climb(LADDER, SATURDAY, fired, CALENDAR, 0, foundAtMs).nextAtMs).toBe(startOf(day("2026-06-09")));
  });

  it("without a rung is a fault of the policy", () => {
    expect(() => climb([], SATURDAY, null, CALENDAR, 0, 0)).toThrow(RangeError);
  });

  it("never moves twice on one day, however late a step was taken", () => {
    fc.assert(
      fc.property(anyLadder, anyDay, fc.nat(1_799_999), fc.nat(400), (ladder, dueOn, jitterMs, lateDays) => {
        let fired: FiredRung | null = null;
        let nowMs = startOf(addDays(dueOn, lateDays));
        for (let step = 0; step < 8; step += 1) {
          const position = climb(ladder, dueOn, fired, CALENDAR, jitterMs, 0);
          nowMs = Math.max(nowMs, position.nextAtMs);
          if (fired !== null) {
            expect(position.nextAtMs).toBeGreaterThan(fired.firedAtMs);
            expect(position.nextAtMs).toBeGreaterThanOrEqual(startOf(addDays(position.reckoning.after, 1)));
          }
          expect(position.rung).toBeLessThan(ladder.length);
          expect(position.reckoning).toEqual(
            countWorkingDays(CALENDAR, position.reckoning.after, ladder[position.rung]?.workingDays ?? -1),
          );
          fired = { rung: Math.min(position.rung + 1, ladder.length - 1), firedAtMs: nowMs };
        }
      }),
    );
  });
});
