import { divisionsOfRelease } from "@jiedui/database";
import { checkResidentId, day } from "@jiedui/domain";
import { BREAKAGES } from "./breakages";
import { placesOfWushan, type Place } from "./places";
import { WUSHAN, wushanRoster, type Roster, type RosterOptions } from "./roster";
import { textOf, type RosterPart } from "./sheets";
import { workbookOf } from "./workbook";

const UNTIL = day("2026-11-23");
const PARTS: readonly RosterPart[] = ["helpers", "households", "pairs"];

describe("a made-up workbook of Wushan", () => {
  let places: Place[];
  let whole: Roster;
  const rosterOf = (options: Partial<RosterOptions>) => wushanRoster({ places, until: UNTIL, ...options });
  const rowsOf = (roster: Roster, part: RosterPart) =>
    roster.sheets.find((sheet) => sheet.part === part)?.rows ?? [];
  const brokenIn = (roster: Roster, part: RosterPart) =>
    roster.broken.filter((row) => row.part === part && row.how !== "follows");

  beforeAll(async () => {
    places = placesOfWushan(await divisionsOfRelease());
    whole = rosterOf({});
  });

  it("has the county's cadres, households and villages, beside the rows that stand there twice", () => {
    const again = (how: string) => whole.broken.filter((row) => row.how === how).length;
    expect(rowsOf(whole, "helpers")).toHaveLength(WUSHAN.cadres + again("helper-twice"));
    expect(rowsOf(whole, "households")).toHaveLength(WUSHAN.households + again("household-twice"));
    expect(rowsOf(whole, "pairs")).toHaveLength(WUSHAN.households + again("household-paired-twice"));
    expect(places).toHaveLength(357);
    expect(new Set(places.map(({ township, village }) => `${township}${village}`)).size).toBe(357);
    const lived = new Set(
      rowsOf(whole, "households").map((row) => textOf(row, "乡镇") + textOf(row, "行政村")),
    );
    for (const { township, village } of places) expect(lived).toContain(`${township}${village}`);
  });

  it("is the same for the same seed, to the byte of its file, and another for another", async () => {
    const small = { cadres: 30, households: 120 };
    const [one, again, other] = [rosterOf(small), rosterOf(small), rosterOf({ ...small, seed: 2 })];
    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
    expect((await workbookOf(again)).equals(await workbookOf(one))).toBe(true);
  });

  it("breaks so many of a hundred rows of each sheet, in each way that has a name", () => {
    for (const part of PARTS) {
      const found = brokenIn(whole, part);
      const clean = part === "helpers" ? WUSHAN.cadres : WUSHAN.households;
      expect(found).toHaveLength(Math.round(clean * 0.02));
      expect([...new Set(found.map(({ how }) => how))].sort()).toEqual([...BREAKAGES[part]].sort());
      expect(new Set(found.map(({ line }) => line)).size).toBe(found.length);
    }
    expect(rosterOf({ cadres: 30, households: 120, brokenPercent: 0 }).broken).toEqual([]);
  });

  it("gives every household that is not broken a number that is right and its own", () => {
    const broken = new Set(brokenIn(whole, "households").map(({ line }) => line));
    const ids = rowsOf(whole, "households")
      .filter((_row, index) => !broken.has(index + 2))
      .map((row) => textOf(row, "户主身份证号"));
    expect(ids.filter((id) => checkResidentId(id) !== "ok")).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("leaves no cadre without a household, and none with more than may be held", () => {
    const held = new Map<string, number>();
    for (const row of rowsOf(rosterOf({ brokenPercent: 0 }), "pairs")) {
      const cadre = textOf(row, "所在单位") + textOf(row, "帮扶干部");
      held.set(cadre, (held.get(cadre) ?? 0) + 1);
    }
    expect(held.size).toBe(WUSHAN.cadres);
    expect(Math.max(...held.values())).toBeLessThanOrEqual(8);
    expect(() => rosterOf({ mostHouseholdsOfCadre: 5 })).toThrow("cannot hold");
  });
});
