import { addDays, day } from "../time/day";
import { LONGEST_AWAY_DAYS, refusalOfAbsence } from "./own-deputy";

const TODAY = day("2026-03-02");

describe("a helper's own absence", () => {
  it("may begin today and last half a year, first and last day counted", () => {
    expect(refusalOfAbsence(TODAY, TODAY, TODAY)).toBeUndefined();
    expect(refusalOfAbsence(TODAY, addDays(TODAY, LONGEST_AWAY_DAYS - 1), TODAY)).toBeUndefined();
  });

  it("is refused for days that are over: who was responsible then is on record", () => {
    expect(refusalOfAbsence(day("2026-03-01"), day("2026-03-10"), TODAY)).toEqual({
      code: "AWAY_IN_PAST",
      fromDay: "2026-03-01",
      today: TODAY,
    });
  });

  it("is refused when it is longer, and says until when it may last: then the households are handed over", () => {
    expect(refusalOfAbsence(TODAY, addDays(TODAY, LONGEST_AWAY_DAYS), TODAY)).toEqual({
      code: "AWAY_TOO_LONG",
      days: LONGEST_AWAY_DAYS + 1,
      allowed: LONGEST_AWAY_DAYS,
      until: addDays(TODAY, LONGEST_AWAY_DAYS - 1),
    });
  });
});
