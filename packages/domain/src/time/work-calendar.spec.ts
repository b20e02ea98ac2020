import fc from "fast-check";
import { addDays, day, daysBetween, weekdayOf, type Day } from "./day";
import {
  countWorkingDays,
  isWorkingDay,
  packYear,
  workingDaysBetween,
  type WorkCalendar,
} from "./work-calendar";

/** Spring Festival as it might be published: nine days off, the Saturday before made up for. */
const OFF = new Set(Array.from({ length: 9 }, (_, index): string => addDays(day("2026-02-15"), index)));
const MAKE_UP = new Set<string>(["2026-02-14", "2026-02-28"]);
const isPublishedWorkingDay = (each: Day) =>
  MAKE_UP.has(each) || (!OFF.has(each) && weekdayOf(each) !== 0 && weekdayOf(each) !== 6);
const CALENDAR: WorkCalendar = {
  version: "test-1",
  publishedYears: {
    "2024": packYear(2024, (each) => weekdayOf(each) === 3),
    "2026": packYear(2026, isPublishedWorkingDay),
  },
};
const dayOf2026 = fc.nat(364).map((offset) => addDays(day("2026-01-01"), offset));
const anyDay = fc.nat(3000).map((offset) => addDays(day("2023-06-01"), offset));

describe("a published year", () => {
  it("unpacks to the days that were packed, each one", () => {
    for (let each = day("2026-01-01"); each <= "2026-12-31"; each = addDays(each, 1))
      expect([each, isWorkingDay(CALENDAR, each)]).toEqual([each, isPublishedWorkingDay(each)]);
  });

  it("has a 366th day when it is a leap year", () => {
    const leap = {
      version: "leap",
      publishedYears: { "2024": packYear(2024, (each) => each === "2024-12-31") },
    };
    expect(isWorkingDay(leap, day("2024-12-31"))).toBe(true);
    expect(isWorkingDay(leap, day("2024-12-30"))).toBe(false);
  });

  it("unpacks to what was packed, whatever the days are", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1990, max: 2060 }),
        fc.nat(365),
        fc.integer({ min: 1, max: 9 }),
        (year, phase, every) => {
          const isWorking = (each: Day) => (daysBetween(day("1990-01-01"), each) + phase) % every === 0;
          const calendar = { version: "any", publishedYears: { [String(year)]: packYear(year, isWorking) } };
          const each = addDays(`${year}-01-01` as Day, phase % 365);
          expect(isWorkingDay(calendar, each)).toBe(isWorking(each));
        },
      ),
    );
  });

  it("is small enough to travel with a running case", () => {
    expect(CALENDAR.publishedYears["2026"]).toMatch(/^[0-9a-f]{92}$/);
  });
});

describe("working days", () => {
  it("skip the published holidays, count the make-up Saturday, and say so day by day", () => {
    expect(countWorkingDays(CALENDAR, day("2026-02-13"), 2)).toEqual({
      after: "2026-02-13",
      workingDays: 2,
      lastDay: "2026-02-24",
      daysOff: [...OFF],
      makeUpDays: ["2026-02-14"],
      provisional: false,
      calendarVersion: "test-1",
    });
  });

  it("in a year that is not published are Monday to Friday, and are said to be provisional", () => {
    const count = countWorkingDays(CALENDAR, day("2026-12-31"), 1);
    expect(count).toMatchObject({ lastDay: "2027-01-01", provisional: true });
    expect(countWorkingDays(CALENDAR, day("2027-01-01"), 1).daysOff).toEqual(["2027-01-02", "2027-01-03"]);
  });

  it("that begin in a year without a calendar stay provisional in a published one", () => {
    expect(countWorkingDays(CALENDAR, day("2025-12-30"), 2)).toMatchObject({
      lastDay: "2026-01-01",
      provisional: true,
    });
  });

  it("when none are to pass end on the day itself", () => {
    expect(countWorkingDays(CALENDAR, day("2026-02-15"), 0)).toMatchObject({
      lastDay: "2026-02-15",
      daysOff: [],
      provisional: false,
    });
  });

  it("count forward and back to the same number, and account for every day in between", () => {
    fc.assert(
      fc.property(anyDay, fc.nat(30), (after, workingDays) => {
        const count = countWorkingDays(CALENDAR, after, workingDays);
        expect(workingDaysBetween(CALENDAR, after, count.lastDay)).toBe(workingDays);
        expect(daysBetween(after, count.lastDay)).toBe(workingDays + count.daysOff.length);
        if (workingDays > 0) expect(isWorkingDay(CALENDAR, count.lastDay)).toBe(true);
      }),
    );
  });

  it("never end earlier when counted from a later day", () => {
    fc.assert(
      fc.property(dayOf2026, fc.nat(40), fc.integer({ min: 1, max: 30 }), (from, later, workingDays) =>
        expect(
          countWorkingDays(CALENDAR, from, workingDays).lastDay <=
            countWorkingDays(CALENDAR, addDays(from, later), workingDays).lastDay,
        ).toBe(true),
      ),
    );
  });

  it("are none from a day to itself or back", () => {
    expect(workingDaysBetween(CALENDAR, day("2026-03-10"), day("2026-03-10"))).toBe(0);
    expect(workingDaysBetween(CALENDAR, day("2026-03-10"), day("2026-03-02"))).toBe(0);
  });
});
