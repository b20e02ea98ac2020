// Makes data/work-calendar.json from the published holiday notices that chinese-days carries.
// Run it when a new year's notice is out: node packages/policies/scripts/make-calendar.mjs
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);
const { packYear } = require("@jiedui/domain");
const { isWorkday, isHoliday } = require("chinese-days");

const publishedYears = {};
for (let year = 2004; year < 2100; year += 1) {
  if (!isHoliday(`${year}-10-01`) || !isHoliday(`${year}-01-01`) || !hasNotice(year)) continue;
  publishedYears[year] = packYear(year, (day) => isWorkday(day));
}

/** Without a notice the library answers plain weekends: a year in which no weekday is off has none. */
function hasNotice(year) {
  for (
    let day = new Date(Date.UTC(year, 0, 1));
    day.getUTCFullYear() === year;
    day.setUTCDate(day.getUTCDate() + 1)
  ) {
    const weekday = day.getUTCDay();
    if (weekday > 0 && weekday < 6 && !isWorkday(day.toISOString().slice(0, 10))) return true;
  }
  return false;
}

const years = Object.keys(publishedYears);
const file = path.join(import.meta.dirname, "..", "data", "work-calendar.json");
writeFileSync(
  file,
  `${JSON.stringify({ version: `${years.at(-1)}`, source: `State Council holiday notices ${years[0]}-${years.at(-1)}, as carried by chinese-days`, publishedYears }, null, 1)}\n`,
);
console.log(`${years.length} years, ${years[0]}-${years.at(-1)}`);
