import { day, startOf, type Month } from "../time/day";
import { hasBegun, isMissed, monthBefore, monthEndMoments } from "./month-end";

const march = "2026-03" as Month;
const monthly = { firstVisitMonth: "2026-01" as Month, visitEveryMonths: 1 };
const visits = (...days: string[]) => ({
  forgottenVisitOn: null,
  visits: days.map((each, index) => ({ id: String(index), day: day(each), voided: false })),
});

describe("a month's end", () => {
  it("stands as it was in the month's last instant, also when it is asked for later", () => {
    const ends = startOf(day("2026-04-01"));
    expect(monthEndMoments(march, ends + 5)).toMatchObject({ stoodAtMs: ends - 1, isOver: true });
    expect(monthEndMoments(march, ends - 1)).toMatchObject({ stoodAtMs: ends - 1, isOver: false });
    const within = startOf(day("2026-03-14"));
    expect(monthEndMoments(march, within)).toMatchObject({ stoodAtMs: within, isOver: false });
  });

  it("is there from the first day of the month on", () => {
    expect(hasBegun(march, startOf(day("2026-03-01")))).toBe(true);
    expect(hasBegun(march, startOf(day("2026-03-01")) - 1)).toBe(false);
    expect(monthBefore("2026-01" as Month)).toBe("2025-12");
  });
});

describe("a missed month", () => {
  it.each([
    ["is one without a visit", ["2026-02-10"], true],
    ["is not made good by a visit of a later month", ["2026-02-10", "2026-04-01"], true],
    ["is none when somebody came within it", ["2026-03-31"], false],
    ["is one also when the month before was missed", ["2026-01-31"], true],
  ])("%s", (_what, days, missed) => expect(isMissed(march, monthly, visits(...days))).toBe(missed));

  it("is none before a visit is owed, nor within a longer interval", () => {
    expect(isMissed(march, { ...monthly, firstVisitMonth: "2026-04" as Month }, visits())).toBe(false);
    const quarterly = { ...monthly, visitEveryMonths: 3 };
    expect(isMissed(march, quarterly, visits("2026-01-05"))).toBe(false);
    expect(isMissed(march, quarterly, visits("2025-12-31"))).toBe(true);
  });

  it("forgets a visit that was taken back, and remembers the last one on paper", () => {
    const voided = { ...visits("2026-03-05"), forgottenVisitOn: null };
    const taken = { ...voided, visits: voided.visits.map((visit) => ({ ...visit, voided: true })) };
    expect(isMissed(march, monthly, taken)).toBe(true);
    expect(isMissed(march, monthly, { visits: [], forgottenVisitOn: day("2026-03-01") })).toBe(false);
  });
});
