import fc from "fast-check";
import {
  AREA_LEVELS,
  areaAt,
  isDivisionCode,
  levelOf,
  lies,
  prefixOf,
  type DivisionCode,
} from "./division-code";

const code = (text: string) => text as DivisionCode;
const BAOKANG_VILLAGE = code("420626100201");
const anyVillage = fc
  .tuple(
    fc.integer({ min: 11, max: 82 }),
    fc.integer({ min: 1, max: 90 }),
    fc.integer({ min: 1, max: 81 }),
    fc.integer({ min: 1, max: 999 }),
    fc.integer({ min: 1, max: 999 }),
  )
  .map(([province, prefecture, county, township, village]) =>
    code(
      [province, prefecture, county].map((each) => String(each).padStart(2, "0")).join("") +
        [township, village].map((each) => String(each).padStart(3, "0")).join(""),
    ),
  );

describe("a division code", () => {
  it("is twelve digits", () => {
    expect(isDivisionCode("420626100201")).toBe(true);
    for (const text of ["42062610020", "4206261002011", "42062610020a", "４２０６２６１００２０１", ""])
      expect(isDivisionCode(text)).toBe(false);
  });

  it.each([
    ["000000000000", "country", ""],
    ["420000000000", "province", "42"],
    ["420600000000", "prefecture", "4206"],
    ["420626000000", "county", "420626"],
    ["420626100000", "township", "420626100"],
    ["420626100201", "village", "420626100201"],
    ["500000000000", "province", "50"],
    ["421000000000", "prefecture", "4210"],
    ["429004000000", "county", "429004"],
  ])("%s is a %s and leads with %j", (text, level, prefix) => {
    expect(levelOf(code(text))).toBe(level);
    expect(prefixOf(code(text))).toBe(prefix);
  });

  it("names the areas that it lies in", () => {
    expect(AREA_LEVELS.map((level) => areaAt(BAOKANG_VILLAGE, level))).toEqual([
      "000000000000",
      "420000000000",
      "420600000000",
      "420626000000",
      "420626100000",
      "420626100201",
    ]);
  });

  it("lies in each of its higher areas, and in no sibling of them", () => {
    fc.assert(
      fc.property(anyVillage, anyVillage, (one, other) => {
        for (const level of AREA_LEVELS) {
          expect(levelOf(areaAt(one, level))).toBe(level);
          expect(lies(one, areaAt(one, level))).toBe(true);
          expect(lies(other, areaAt(one, level))).toBe(areaAt(other, level) === areaAt(one, level));
        }
      }),
    );
  });

  it("of a county does not lie in one of its townships", () => {
    expect(lies(code("420626000000"), code("420626100000"))).toBe(false);
  });
});
