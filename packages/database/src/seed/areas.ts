import { readFile } from "node:fs/promises";
import path from "node:path";
import { areaAt, levelOf, type AreaLevel, type DivisionCode } from "@jiedui/domain";
import type { EntityManager } from "typeorm";
import { createDataSource } from "../data-source";
import { readDivisions, type Division } from "./divisions";

const ROWS_AT_ONCE = 5_000;
const PARENT_LEVELS: Readonly<Partial<Record<AreaLevel, AreaLevel>>> = {
  prefecture: "province",
  county: "prefecture",
  township: "county",
  village: "township",
};
/** Names of levels that are no place of their own, left out of full names. */
const NOT_A_PLACE = ["市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"];

/** Stores the areas that come with this release; those that are there stay as they are. */
export async function seedAreas(manager: EntityManager): Promise<number> {
  const divisions = await divisionsOfRelease();
  await insert(manager, divisions, new Map());
  return divisions.length;
}

/** The programmes' places down to their villages, and every county of the country. */
export async function divisionsOfRelease(): Promise<Division[]> {
  const text = await readFile(path.join(__dirname, "..", "..", "seed", "areas.tsv"), "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line): Division => {
      const [code = "", name = "", pinyin = "", initials = ""] = line.split("\t");
      return { code, name, pinyin, initials };
    });
}

/**
 * Loads a whole province down to its villages.
 * @param province the first two digits of its division code
 * @returns how many areas it has
 */
export async function loadProvince(
  ownerUrl: string,
  province: string,
  progress: (loaded: number) => void,
): Promise<number> {
  const dataSource = createDataSource(ownerUrl, { poolSize: 1, applicationName: "load-province" });
  await dataSource.initialize();
  try {
    return await dataSource.transaction(async (manager) => {
      const names = new Map<string, string>();
      let batch: Division[] = [];
      let loaded = 0;
      for await (const division of readDivisions(() => true, province)) {
        batch.push(division);
        if (batch.length < ROWS_AT_ONCE) continue;
        await insert(manager, batch, names);
        progress((loaded += batch.length));
        batch = [];
      }
      await insert(manager, batch, names);
      return loaded + batch.length;
    });
  } finally {
    await dataSource.destroy();
  }
}

/** @param names names of higher areas by code, filled as they come by */
async function insert(
  manager: EntityManager,
  divisions: readonly Division[],
  names: Map<string, string>,
): Promise<void> {
  const rows = divisions.map((division) => {
    const code = division.code as DivisionCode;
    const level = levelOf(code);
    names.set(code, division.name);
    const parentLevel = PARENT_LEVELS[level];
    return {
      ...division,
      level,
      fullName: fullNameOf(code, level, names),
      parentCode: parentLevel === undefined ? null : areaAt(code, parentLevel),
    };
  });
  for (let first = 0; first < rows.length; first += ROWS_AT_ONCE)
    await manager.query(
      `insert into area (code, name, full_name, level, parent_code, pinyin, initials)
       select code, name, "fullName", level, "parentCode", pinyin, initials
       from jsonb_to_recordset($1) as a(code text, name text, "fullName" text, level text, "parentCode" text, pinyin text, initials text)
       on conflict (code) do nothing`,
      [JSON.stringify(rows.slice(first, first + ROWS_AT_ONCE))],
    );
}

function fullNameOf(code: DivisionCode, level: AreaLevel, names: ReadonlyMap<string, string>): string {
  const levels: AreaLevel[] = ["province", "prefecture", "county", "township", "village"];
  return levels
    .slice(0, levels.indexOf(level) + 1)
    .map((each) => names.get(areaAt(code, each)) ?? "")
    .filter((name) => !NOT_A_PLACE.includes(name))
    .join("");
}
