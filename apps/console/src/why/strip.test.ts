import { describe, expect, it } from "vitest";
import { stripOf } from "./strip";

/** National Day of 2015: off from the 1st to the 7th, made up on Saturday the 10th. */
const NATIONAL_DAY = {
  after: "2015-09-30",
  workingDays: 3,
  lastDay: "2015-10-10",
  daysOff: ["2015-10-01", "2015-10-02", "2015-10-03", "2015-10-04", "2015-10-05", "2015-10-06", "2015-10-07"],
  makeUpDays: ["2015-10-10"],
  provisional: false,
  calendarVersion: "1",
};

describe("the strip of a reckoning", () => {
  it("counts a make-up Saturday and leaves holidays and weekends out", () => {
    const strip = stripOf(NATIONAL_DAY);
    expect(strip.filter(({ ordinal }) => ordinal !== null).map(({ day }) => day)).toEqual([
      "2015-10-08",
      "2015-10-09",
      "2015-10-10",
    ]);
    expect(strip.find(({ day }) => day === "2015-10-10")).toMatchObject({
      kind: "make-up",
      ordinal: 3,
      isLast: true,
    });
    expect(strip.find(({ day }) => day === "2015-10-01")?.kind).toBe("holiday");
    expect(strip.find(({ day }) => day === "2015-10-03")?.kind).toBe("weekend");
  });

  it("counts as many days as the reckoning says, from the day after its start", () => {
    const strip = stripOf(NATIONAL_DAY);
    expect(strip[0]).toMatchObject({ day: "2015-09-30", kind: "start", ordinal: null });
    expect(strip.at(-1)?.ordinal).toBe(NATIONAL_DAY.workingDays);
  });

  it("is a single day when nothing was counted", () => {
    expect(
      stripOf({ ...NATIONAL_DAY, workingDays: 0, lastDay: "2015-09-30", daysOff: [], makeUpDays: [] }),
    ).toHaveLength(1);
  });
});
