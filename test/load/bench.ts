import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { consoleLog } from "@jiedui/infra";
import { dayAt } from "@jiedui/domain";
import { ProcessWorld } from "../support/process-world";
import { ROOT } from "../support/root";
import { compare } from "./against-bare";
import { BareEngine } from "./bare-engine";
import { measureLists } from "./lists";
import { footprintOf } from "./memory";
import { Product } from "./product";
import { reportOf, targetsOf, type Figures } from "./report";
import { livesSideBySide } from "./side-by-side";
import { measureTakeOver, takeOverSentence, type TakeOverFigure } from "./take-over";
import { threeYearsOfOneCase } from "./three-years";
import { WUSHAN } from "./wushan/roster";

const REPORT = path.join(ROOT, "docs", "benchmarks.md");
/** Everything below this line of the report is written by `npm run bench -- --write`. */
const FROM_HERE = "<!-- figures -->";
const OPENED_FOR_MEMORY = 1_000;
const LIVES = 3;

const say = (line: string) => void process.stdout.write(`${line}\n`);

/**
 * `npm run bench -- --rounds 3 --seconds 15 --pairings 40000 --lives 100 --write`; the take-over alone in a minute:
 * `npm run bench -- --take-over-only --cadres 60 --households 300`; the lists alone: `npm run bench -- --lists-only`,
 * with `--named inbox` only those with that word in their name.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: "string", default: "3" },
      seconds: { type: "string", default: "15" },
      pairings: { type: "string", default: "40000" },
      lives: { type: "string", default: "100" },
      cadres: { type: "string", default: String(WUSHAN.cadres) },
      households: { type: "string", default: String(WUSHAN.households) },
      "take-over-only": { type: "boolean", default: false },
      "lists-only": { type: "boolean", default: false },
      named: { type: "string", default: "" },
      write: { type: "boolean", default: false },
    },
  });
  const world = await ProcessWorld.open({ log: consoleLog(), fsync: true });
  process.env["JIEDUI_TEST_STACK"] = world.stackFile;
  const county = { cadres: Number(values.cadres), households: Number(values.households) };
  try {
    if (values["take-over-only"]) return say(takeOverSentence(await takeOverAlone(world, county)));
    const pairings = Number(values.pairings);
    if (values["lists-only"]) {
      await measureLists({ world, pairings, named: values.named, say });
      return;
    }
    const figures = await figuresOf(world, {
      ...county,
      rounds: Number(values.rounds),
      secondsEach: Number(values.seconds),
      pairings,
      lives: Number(values.lives),
    });
    const report = reportOf(figures);
    say(`\n${report}`);
    if (values.write) keep(report);
    for (const { what, target, met } of targetsOf(figures)) if (!met) say(`Not met: ${what}, ${target}`);
  } finally {
    await world.close();
  }
}

async function figuresOf(
  world: ProcessWorld,
  options: {
    rounds: number;
    secondsEach: number;
    pairings: number;
    lives: number;
    cadres: number;
    households: number;
  },
): Promise<Figures> {
  const bare = await BareEngine.start(world.client, world.stack.temporalAddress);
  const product = await Product.begin(world);
  try {
    const begun = await footprintOf(world);
    await product.prepare(OPENED_FOR_MEMORY);
    for (let opened = 0; opened < OPENED_FOR_MEMORY; opened += 10)
      await Promise.all(Array.from({ length: 10 }, () => product.open()));
    const opened = await footprintOf(world);
    const comparisons = await compare(world, bare, product, { ...options, say });
    const ended = await footprintOf(world);
    const threeYearsSeconds: number[] = [];
    for (let life = 0; life < LIVES; life += 1) threeYearsSeconds.push(await threeYearsOfOneCase());
    say(`three years: ${threeYearsSeconds.map((seconds) => seconds.toFixed(1)).join(", ")} s`);
    const lives = await livesSideBySide(options.lives, say);
    const takeOver = await measureTakeOver({ world, bare, ...options, say });
    const lists = await measureLists({ world, pairings: options.pairings, say });
    return {
      comparisons,
      threeYearsSeconds,
      lives,
      takeOver,
      lists,
      listPairings: options.pairings,
      footprints: { begun, opened, ended, cases: OPENED_FOR_MEMORY },
      versions: await versionsOf(world),
      takenOn: dayAt(Date.now()),
    };
  } finally {
    product.end();
    await bare.stop();
  }
}

async function takeOverAlone(
  world: ProcessWorld,
  county: { cadres: number; households: number },
): Promise<TakeOverFigure> {
  const bare = await BareEngine.start(world.client, world.stack.temporalAddress);
  try {
    return await measureTakeOver({ world, bare, ...county, say });
  } finally {
    await bare.stop();
  }
}

async function versionsOf(world: ProcessWorld): Promise<Record<string, string>> {
  const [row] = await world.owner.query<{ version: string }[]>(
    "select current_setting('server_version') as version",
  );
  const { version: sdk } = JSON.parse(
    readFileSync(require.resolve("@temporalio/worker/package.json"), "utf8"),
  ) as { version: string };
  return {
    Temporal: world.stack.engineVersion,
    "Temporal SDK": sdk,
    PostgreSQL: row?.version ?? "unknown",
    "Node.js": process.versions.node,
  };
}

function keep(report: string): void {
  const [above] = readFileSync(REPORT, "utf8").split(FROM_HERE);
  writeFileSync(REPORT, `${above ?? ""}${FROM_HERE}\n\n${report}`);
  say("docs/benchmarks.md is written; format it with npm run format.");
}

main().catch((failure: unknown) => {
  process.stderr.write(
    `${failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)}\n`,
  );
  process.exitCode = 1;
});
