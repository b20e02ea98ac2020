import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { divisionsOfRelease } from "@jiedui/database";
import { dayAt, isDay } from "@jiedui/domain";
import { placesOfWushan } from "./wushan/places";
import { WUSHAN, wushanRoster, type Roster } from "./wushan/roster";
import { workbookOf } from "./wushan/workbook";

const USAGE = `npm run make-roster -- wushan.xlsx
  --cadres N       cadres who help (${WUSHAN.cadres})
  --households N   households that are helped (${WUSHAN.households})
  --broken PERCENT rows of each sheet that cannot be taken over (2)
  --until DAY      nothing in the tables is later (today)
  --seed N         the same numbers give the same file (1)`;

const say = (line: string) => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      cadres: { type: "string", default: String(WUSHAN.cadres) },
      households: { type: "string", default: String(WUSHAN.households) },
      broken: { type: "string", default: "2" },
      until: { type: "string", default: dayAt(Date.now()) },
      seed: { type: "string", default: "1" },
    },
  });
  const [file] = positionals;
  if (file === undefined || !isDay(values.until)) throw new Error(USAGE);
  const roster = wushanRoster({
    places: placesOfWushan(await divisionsOfRelease()),
    until: values.until,
    seed: numberOf(values.seed),
    cadres: numberOf(values.cadres),
    households: numberOf(values.households),
    brokenPercent: numberOf(values.broken),
  });
  writeFileSync(path.resolve(file), await workbookOf(roster));
  tell(file, roster);
}

function tell(file: string, { sheets, broken, units }: Roster): void {
  say(
    `${file}: ${sheets.map(({ name, rows }) => `${name} ${rows.length}`).join(", ")}; ${units.length} units`,
  );
  const counts = new Map<string, number>();
  for (const { part, how } of broken) counts.set(`${part} ${how}`, (counts.get(`${part} ${how}`) ?? 0) + 1);
  say(`${broken.length} rows cannot be taken over:`);
  for (const [how, count] of counts) say(`  ${how}: ${count}`);
}

function numberOf(text: string): number {
  const number = Number(text);
  if (!(number >= 0)) throw new Error(`${text} is no number\n${USAGE}`);
  return number;
}

main().catch((failure: unknown) => {
  process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
  process.exitCode = 1;
});
