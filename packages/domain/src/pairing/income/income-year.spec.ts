import { addDays, day } from "../../time/day";
import { incomeYearOf, isForecast, lastDayOfIncomeYear, lineOfYear } from "./income-year";

describe("an income year", () => {
  it.each([
    ["2015-09-30", "10-01", 2015],
    ["2015-10-01", "10-01", 2016],
    ["2015-12-31", "10-01", 2016],
    ["2016-01-01", "10-01", 2016],
    ["2016-01-01", "01-01", 2016],
    ["2016-12-31", "01-01", 2016],
  ])("%s lies, where years begin on %s, in %d", (text, yearBeginsOn, year) => {
    expect(incomeYearOf(day(text), yearBeginsOn)).toBe(year);
  });
});

describe("the line of an income year", () => {
  const income = {
    yearBeginsOn: "10-01",
    lines: [
      { incomeYear: 2014, lineFen: 280_000 },
      { incomeYear: 2016, untilIncomeYear: 2017, lineFen: 295_200 },
      { incomeYear: 2020, untilIncomeYear: null, lineFen: 400_000 },
      { incomeYear: 2023, lineFen: 450_000 },
    ],
  };

  it.each([
    [2013, undefined, "is not guessed before the first line"],
    [2014, 280_000, "is the one that was set for it"],
    [2015, undefined, "is not guessed between two lines"],
    [2017, 295_200, "is the one that holds until then"],
    [2018, undefined, "is not one whose years are over"],
    [2022, 400_000, "is the last one that holds until further notice"],
    [2023, 450_000, "is the newest where two cover it"],
    [2040, 400_000, "is again the one that holds"],
  ])("%d: %s, it %s", (year, lineFen, _how) => {
    expect(lineOfYear({ income }, year)).toBe(lineFen);
  });

  it("is none under a policy without income years", () => {
    expect(lineOfYear({}, 2020)).toBeUndefined();
  });
});

describe("a reckoning that was made before its year was over", () => {
  it.each([
    ["10-01", "2016-09-30"],
    ["01-01", "2016-12-31"],
    ["07-01", "2016-06-30"],
  ])("is a forecast, where years begin on %s, up to %s", (yearBeginsOn, last) => {
    const reckonedOn = (text?: string) =>
      isForecast(
        { incomeYear: 2016, perHeadFen: 1, seq: 1, ...(text === undefined ? {} : { recordedOn: day(text) }) },
        yearBeginsOn,
      );
    expect(lastDayOfIncomeYear(2016, yearBeginsOn)).toBe(last);
    expect(reckonedOn(last)).toBe(true);
    expect(reckonedOn(addDays(day(last), 1))).toBe(false);
    expect(reckonedOn()).toBe(false);
  });
});
