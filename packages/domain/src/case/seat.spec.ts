import type { DivisionCode } from "../area/division-code";
import { mayHoldSeat, type SeatId } from "./seat";

const COUNTY = "420626000000" as DivisionCode;
const TOWN = "420626100000" as DivisionCode;
const OTHER_TOWN = "420626101000" as DivisionCode;

describe("a seat", () => {
  it.each([
    ["administrator", null, "county-office:420626", COUNTY, true],
    ["county-office", COUNTY, "county-office:420626", COUNTY, true],
    ["county-office", COUNTY, "township-office:420626100", TOWN, true],
    ["township-office", TOWN, "township-office:420626100", TOWN, true],
    ["township-office", OTHER_TOWN, "township-office:420626100", TOWN, false],
    ["township-office", TOWN, "county-office:420626", COUNTY, false],
    ["helper", null, "township-office:420626100", TOWN, false],
    ["auditor", null, "township-office:420626100", TOWN, false],
    ["helper", null, "lead-helper:somebody", COUNTY, true],
    ["helper", null, "unit-head:some-unit", COUNTY, true],
    ["township-office", TOWN, "unit-head:some-unit", COUNTY, true],
    ["auditor", COUNTY, "unit-head:some-unit", COUNTY, false],
    ["engineer", null, "lead-helper:somebody", COUNTY, false],
  ] as const)(
    "given to an account of the role %s and the area %s, as %s of %s: %s",
    (role, areaCode, seat, seatArea, may) => {
      expect(mayHoldSeat({ role, areaCode }, seat as SeatId, seatArea)).toBe(may);
    },
  );
});
