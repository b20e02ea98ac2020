import fc from "fast-check";
import {
  addDays,
  addMonths,
  addToMonth,
  day,
  dayAt,
  daysBetween,
  firstDayOf,
  isDay,
  lastDayOf,
  laterDay,
  monthOf,
  monthsBetween,
  startOf,
  weekdayOf,
  type Day,
} from "./day";

const anyDay = fc.integer({ min: 0, max: 91_000 }).map((days) => addDays(day("1900-01-01"), days));
const anyInstant = fc.integer({ min: -2_000_000_000_000, max: 7_000_000_000_000 });

describe("a day", () => {
  it.each(["2024-02-29", "1900-01-01", "2199-12-31"])("%s exists", (text) => expect(isDay(text)).toBe(true));
  it.each([
    "2023-02-29",
    "2100-02-29",
    "2026-02-30",
    "2026-04-31",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "2026-1-1",
    "1899-12-31",
    "2200-01-01",
    "2026-01-01T00:00:00Z",
    " 2026-01-01",
    "",
  ])("%j does not exist", (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => day(text)).toThrow(RangeError);
  });

  it("begins at midnight in China, whatever the zone of the machine", () => {
    expect(startOf(day("2026-03-01"))).toBe(Date.UTC(2026, 1, 28, 16));
    expect(dayAt(Date.UTC(2026, 1, 28, 16))).toBe("2026-03-01");
    expect(dayAt(Date.UTC(2026, 1, 28, 16) - 1)).toBe("2026-02-28");
  });

  it("contains its first instant and its last, and no other day's", () => {
    fc.assert(
      fc.property(anyDay, (each) => {
        expect(dayAt(startOf(each))).toBe(each);
        expect(dayAt(startOf(addDays(each, 1)) - 1)).toBe(each);
      }),
    );
  });

  it("is never later than the day of a later instant", () => {
    fc.assert(
      fc.property(anyInstant, fc.nat(1_000_000_000), (instant, laterBy) =>
        expect(dayAt(instant) <= dayAt(instant + laterBy)).toBe(true),
      ),
    );
  });

  it("is as many days away as were added to it", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -3000, max: 3000 }), (each, days) =>
        expect(daysBetween(each, addDays(each, days))).toBe(days),
      ),
    );
  });

  it("has the weekday of the calendar on the wall", () => {
    expect(weekdayOf(day("2026-03-01"))).toBe(0);
    expect(weekdayOf(day("2026-03-07"))).toBe(6);
  });

  it("is told apart from an earlier one", () => {
    expect(laterDay(day("2026-01-31"), day("2026-02-01"))).toBe("2026-02-01");
    expect(laterDay(day("2026-02-01"), day("2026-01-31"))).toBe("2026-02-01");
  });
});

describe("a month", () => {
  it("has its own last day, leap years included", () => {
    expect(lastDayOf(monthOf(day("2024-02-11")))).toBe("2024-02-29");
    expect(lastDayOf(monthOf(day("2026-02-11")))).toBe("2026-02-28");
    expect(lastDayOf(monthOf(day("2026-12-11")))).toBe("2026-12-31");
  });

  it("ends on the day before the next one begins", () => {
    fc.assert(
      fc.property(anyDay, (each) => {
        const month = monthOf(each);
        expect(addDays(lastDayOf(month), 1)).toBe(firstDayOf(addToMonth(month, 1)));
        expect(firstDayOf(month) <= each && each <= lastDayOf(month)).toBe(true);
      }),
    );
  });

  it("is as many months away as were added to it", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (each, months) =>
        expect(monthsBetween(monthOf(each), addToMonth(monthOf(each), months))).toBe(months),
      ),
    );
  });
});

describe("a term of months", () => {
  it.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-02-29", 36, "2027-02-28"],
    ["2026-03-15", 36, "2029-03-15"],
    ["2026-11-30", 3, "2027-02-28"],
    ["2026-01-15", -1, "2025-12-15"],
  ])("from %s over %i months ends on %s", (from, months, to) =>
    expect(addMonths(day(from), months)).toBe(to),
  );

  it("ends on the same day of the month, or on the month's last day", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 120 }), (from, months) => {
        const to: Day = addMonths(from, months);
        expect(isDay(to)).toBe(true);
        expect(monthsBetween(monthOf(from), monthOf(to))).toBe(months);
        expect(
          to.slice(8) === from.slice(8) || (to === lastDayOf(monthOf(to)) && to.slice(8) < from.slice(8)),
        ).toBe(true);
      }),
    );
  });
});
