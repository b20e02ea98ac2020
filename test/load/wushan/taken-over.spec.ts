import { divisionsOfRelease, type Division } from "@jiedui/database";
import {
  day,
  judgeRows,
  PlaceFinder,
  readRows,
  recogniseTable,
  startOf,
  type DivisionCode,
  type RosterCell,
} from "@jiedui/domain";
import { MADE_UP_POLICIES, pairingRulesOf } from "@jiedui/policies";
import { placesOfWushan } from "./places";
import { wushanRoster } from "./roster";
import type { RosterCell as WrittenCell } from "./sheets";

const COUNTY = "620524000000" as DivisionCode;
const UNTIL = day("2026-11-23");

describe("the made-up county's tables, read by the rules of a take-over", () => {
  let divisions: readonly Division[];
  let finder: PlaceFinder;
  beforeAll(async () => {
    divisions = await divisionsOfRelease();
    finder = new PlaceFinder(
      divisions
        .filter(({ code }) => code.startsWith("620524"))
        .map(({ code, name }) => ({ code: code as DivisionCode, name })),
    );
  });

  it("find each of the county's villages by the names that its papers give", () => {
    for (const { code, township, village } of placesOfWushan(divisions))
      expect([township, village, finder.find(township, village)]).toEqual([
        township,
        village,
        { found: code },
      ]);
  });

  it("fail in exactly the rows that were broken, and in no other", () => {
    const roster = wushanRoster({ places: placesOfWushan(divisions), until: UNTIL });
    const rows = roster.sheets.flatMap(({ name, headings, rows: written }, sheet) => {
      const lines = [[...headings], ...written.map((row) => headings.map((each) => asRead(row[each] ?? "")))];
      const table = recogniseTable({ name, hidden: false, lines, formulas: new Set(), merged: [] });
      return readRows(table, sheet, finder);
    });
    const policy = MADE_UP_POLICIES.find(({ programmeId }) => programmeId === "whole-life");
    if (policy === undefined) throw new Error("there is no such programme");
    const judged = judgeRows(rows, {
      register: {
        units: roster.units.map(({ name }, index) => ({ id: `unit-${index}`, name, areaCode: COUNTY })),
        helpers: [],
        people: new Map(),
      },
      rules: {
        ...pairingRulesOf(policy),
        areaCode: null,
        householdsPerHelper: { none: 8, general: 8, section: 8, county: 8, "vice-city": 8 },
      },
      areaCode: COUNTY,
      nowMs: startOf(UNTIL) + 12 * 3_600_000,
      idOf: (ordinal) => `new-${ordinal}`,
    });
    const partOf = {
      helper: "helpers",
      household: "households",
      pair: "pairs",
      "co-helper": "pairs",
      unit: "units",
    } as const;
    const failed = judged
      .filter(({ state }) => state === "failed")
      .map(({ part, line }) => `${partOf[part]} ${line}`);
    expect(failed.sort()).toEqual(roster.broken.map(({ part, line }) => `${part} ${line}`).sort());
  });
});

function asRead(cell: WrittenCell): RosterCell {
  if (cell === "") return null;
  return typeof cell === "number" ? { number: String(cell) } : cell;
}
