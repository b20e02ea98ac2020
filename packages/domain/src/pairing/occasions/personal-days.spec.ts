import { day } from "../../time/day";
import { daysOfYearWithin } from "./personal-days";

describe("days of the year that come round", () => {
  it("go on over the turn of the year", () => {
    expect(daysOfYearWithin(day("2026-12-30"), 3)).toEqual([
      { monthDay: 1230, on: "2026-12-30" },
      { monthDay: 1231, on: "2026-12-31" },
      { monthDay: 101, on: "2027-01-01" },
      { monthDay: 102, on: "2027-01-02" },
    ]);
  });

  it("keep a leap day on 28 February in other years, and on its own in a leap year", () => {
    const daysOf = (today: string) => daysOfYearWithin(day(today), 1).map(({ monthDay }) => monthDay);
    expect(daysOf("2026-02-28")).toEqual([228, 229, 301]);
    expect(daysOf("2028-02-28")).toEqual([228, 229]);
    expect(daysOfYearWithin(day("2028-02-28"), 1)[1]).toEqual({ monthDay: 229, on: "2028-02-29" });
  });
});
