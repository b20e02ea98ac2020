import { day } from "../../time/day";
import { incomeYearOf } from "./income-year";

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
