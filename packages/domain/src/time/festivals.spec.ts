import { addDays, day, daysBetween } from "./day";
import { FESTIVALS, festivalDay, firstFestivalAfter } from "./festivals";

/** From the calendars of those years. */
const KNOWN: readonly [number, ...string[]][] = [
  [2012, "2012-01-23", "2012-02-06", "2012-04-04", "2012-06-23", "2012-09-30", "2012-10-23"],
  [2013, "2013-02-10", "2013-02-24", "2013-04-04", "2013-06-12", "2013-09-19", "2013-10-13"],
  [2014, "2014-01-31", "2014-02-14", "2014-04-05", "2014-06-02", "2014-09-08", "2014-10-02"],
  [2015, "2015-02-19", "2015-03-05", "2015-04-05", "2015-06-20", "2015-09-27", "2015-10-21"],
  [2016, "2016-02-08", "2016-02-22", "2016-04-04", "2016-06-09", "2016-09-15", "2016-10-09"],
  [2017, "2017-01-28", "2017-02-11", "2017-04-04", "2017-05-30", "2017-10-04", "2017-10-28"],
  [2020, "2020-01-25", "2020-02-08", "2020-04-04", "2020-06-25", "2020-10-01", "2020-10-25"],
  [2023, "2023-01-22", "2023-02-05", "2023-04-05", "2023-06-22", "2023-09-29", "2023-10-23"],
  [2024, "2024-02-10", "2024-02-24", "2024-04-04", "2024-06-10", "2024-09-17", "2024-10-11"],
  [2025, "2025-01-29", "2025-02-12", "2025-04-04", "2025-05-31", "2025-10-06", "2025-10-29"],
  [2026, "2026-02-17", "2026-03-03", "2026-04-05", "2026-06-19", "2026-09-25", "2026-10-18"],
  [2030, "2030-02-03", "2030-02-17", "2030-04-05", "2030-06-05", "2030-09-12", "2030-10-05"],
];

describe("traditional festivals", () => {
  it.each(KNOWN)("of %i are on the days that its calendar had", (...of) => {
    const [year, ...days] = of;
    expect(FESTIVALS.map((festival) => festivalDay(festival, year))).toEqual(days);
  });

  it("keep what the moon and the sun prescribe, in every year of the table", () => {
    for (let year = 2010; year <= 2060; year += 1) {
      const [spring, lantern, qingming, boat, autumn, ninth] = FESTIVALS.map(
        (festival) => festivalDay(festival, year) ?? day("1900-01-01"),
      ) as [ReturnType<typeof day>, ...ReturnType<typeof day>[]];
      expect(spring >= `${year}-01-21` && spring <= `${year}-02-20`).toBe(true);
      expect(lantern).toBe(addDays(spring, 14));
      expect([`${year}-04-04`, `${year}-04-05`]).toContain(qingming);
      expect(daysBetween(autumn ?? spring, ninth ?? spring)).toBeGreaterThanOrEqual(23);
      expect(daysBetween(autumn ?? spring, ninth ?? spring)).toBeLessThanOrEqual(54);
      expect(daysBetween(boat ?? spring, autumn ?? spring)).toBeGreaterThanOrEqual(97);
    }
  });

  it("follow one another over the turn of the year, of those that are asked for only", () => {
    expect(firstFestivalAfter(day("2016-02-08"), FESTIVALS)).toMatchObject({
      festival: "lantern",
      year: 2016,
    });
    expect(firstFestivalAfter(day("2016-10-09"), FESTIVALS)).toEqual({
      festival: "spring-festival",
      year: 2017,
      day: "2017-01-28",
    });
    expect(firstFestivalAfter(day("2016-02-08"), ["mid-autumn"])).toMatchObject({ day: "2016-09-15" });
    expect(firstFestivalAfter(day("2016-02-08"), [])).toBeUndefined();
  });

  it("are not guessed beyond the table", () => {
    expect(festivalDay("qingming", 2061)).toBeUndefined();
    expect(firstFestivalAfter(day("2060-12-31"), FESTIVALS)).toBeUndefined();
  });
});
