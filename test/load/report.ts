import os from "node:os";
import type { Comparison } from "./against-bare";
import type { Footprint } from "./memory";
import type { LivesFigure } from "./side-by-side";
import { takeOverSentence, type TakeOverFigure } from "./take-over";
import type { PartName } from "../support/process-world";
import { PARTS } from "../support/process-world";

export interface Figures {
  readonly comparisons: readonly Comparison[];
  readonly threeYearsSeconds: readonly number[];
  readonly lives: LivesFigure;
  readonly takeOver: TakeOverFigure;
  readonly lists: readonly ListFigure[];
  readonly listPairings: number;
  readonly footprints: {
    readonly begun: Footprint;
    readonly opened: Footprint;
    readonly ended: Footprint;
    readonly cases: number;
  };
  readonly versions: Readonly<Record<string, string>>;
  readonly takenOn: string;
}
export interface ListFigure {
  readonly name: string;
  readonly asOf: boolean;
  readonly requests: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}
interface Target {
  readonly what: string;
  readonly measured: string;
  readonly target: string;
  readonly met: boolean;
}

const LEAST_OPENING_RATIO = 0.6;
const LEAST_VISIT_RATIO = 0.45;
const MOST_P99_RATIO = 3;
const MOST_THREE_YEARS_SECONDS = 5;
const MOST_LIST_P99_MS = 100;
const MEBIBYTE = 1_048_576;

export function targetsOf({ comparisons, threeYearsSeconds, lists, listPairings }: Figures): Target[] {
  const of = (name: Comparison["name"], clients: number) => {
    const found = comparisons.find((each) => each.name === name && each.clients === clients);
    if (found === undefined) throw new Error(`${name} with ${clients} clients was not measured`);
    return found;
  };
  const [opening, visits, few] = [of("open", 32), of("update", 32), of("update", 4)];
  const slowest = Math.max(...threeYearsSeconds);
  const worst = Math.max(...lists.map((each) => each.p99Ms));
  return [
    {
      what: "Openings by HTTP, against bare starts with one update, 32 clients",
      measured: `${rate(opening)} = **${opening.rateRatio.toFixed(2)}**`,
      target: `≥ ${LEAST_OPENING_RATIO}`,
      met: opening.rateRatio >= LEAST_OPENING_RATIO,
    },
    {
      what: "Visits by HTTP, against bare updates, 32 clients",
      measured: `${rate(visits)} = **${visits.rateRatio.toFixed(2)}**`,
      target: `≥ ${LEAST_VISIT_RATIO} (aim 0.7)`,
      met: visits.rateRatio >= LEAST_VISIT_RATIO,
    },
    {
      what: "p99 of a visit by HTTP, against a bare update, 4 clients",
      measured: `${few.product.p99Ms.toFixed(1)} ms / ${few.bare.p99Ms.toFixed(1)} ms = **${few.p99Ratio.toFixed(2)}**`,
      target: `≤ ${MOST_P99_RATIO} (aim 1.5)`,
      met: few.p99Ratio <= MOST_P99_RATIO,
    },
    {
      what: `Three years of one case: 36 visits by HTTP in virtual time, slowest of ${threeYearsSeconds.length}`,
      measured: `**${slowest.toFixed(1)} s**`,
      target: `< ${MOST_THREE_YEARS_SECONDS} s`,
      met: slowest < MOST_THREE_YEARS_SECONDS,
    },
    {
      what: `Lists over ${listPairings.toLocaleString("en")} pairings under row-level security, slowest p99`,
      measured: `**${worst.toFixed(0)} ms**`,
      target: `< ${MOST_LIST_P99_MS} ms`,
      met: worst < MOST_LIST_P99_MS,
    },
  ];
}

/** The report as it is kept in docs/benchmarks.md, from the first heading of a table on. */
export function reportOf(figures: Figures): string {
  const { takenOn, versions } = figures;
  return [
    `Taken on ${takenOn} on ${machine()}.`,
    Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(" · "),
    "",
    "## Against the targets",
    "",
    table(
      ["what", "measured", "target", "met"],
      targetsOf(figures).map((each) => [each.what, each.measured, each.target, each.met ? "yes" : "**no**"]),
    ),
    "",
    "## Product and bare engine, by turns in one run",
    "",
    "Medians of the rounds. Both sides share the machine with their clients.",
    "",
    paceTable(figures.comparisons),
    "",
    "Processor time of one step, in milliseconds:",
    "",
    cpuTable(figures.comparisons),
    "",
    "## Whole lives side by side",
    "",
    livesSentence(figures.lives),
    "",
    "## A county taken over from its workbook",
    "",
    takeOverSentence(figures.takeOver),
    "",
    `## Lists over ${figures.listPairings.toLocaleString("en")} pairings`,
    "",
    "By HTTP, as the api's own role under row-level security, one client.",
    "",
    listTable(figures.lists),
    "",
    "## Memory and disk",
    "",
    memoryTable(figures.footprints),
    "",
  ].join("\n");
}

function machine(): string {
  const [cpu] = os.cpus();
  return `${os.cpus().length} × ${cpu?.model.trim() ?? "unknown processor"}, ${Math.round(os.totalmem() / MEBIBYTE / 1_024)} GiB, ${os.type()} ${os.arch()}`;
}

function rate({ product, bare }: Comparison): string {
  return `${product.perSecond.toFixed(0)}/s / ${bare.perSecond.toFixed(0)}/s`;
}

function livesSentence({ lives, minutes, events, virtualYears }: LivesFigure): string {
  return (
    `${lives} pairings from the signing over three years of visits, lift-out in all its steps and two years of revisits ` +
    `to their closing, in one rehearsal of ${virtualYears} years: **${minutes.toFixed(1)} minutes**, ` +
    `${events.toLocaleString("en")} events.`
  );
}

function paceTable(comparisons: readonly Comparison[]): string {
  return table(
    ["step", "clients", "side", "steps", "per second", "p50 ms", "p99 ms"],
    comparisons.flatMap(({ name, clients, bare, product }) =>
      (["bare", "product"] as const).map((side) => {
        const { done, perSecond, p50Ms, p99Ms } = side === "bare" ? bare : product;
        return [
          name,
          String(clients),
          side,
          String(done),
          perSecond.toFixed(1),
          p50Ms.toFixed(1),
          p99Ms.toFixed(1),
        ];
      }),
    ),
  );
}

function cpuTable(comparisons: readonly Comparison[]): string {
  const cell = (part: PartName, cpuMs: Partial<Record<PartName, number>>) =>
    Number.isFinite(cpuMs[part]) ? (cpuMs[part] ?? 0).toFixed(1) : "–";
  return table(
    ["step", "clients", "side", ...PARTS],
    comparisons.flatMap(({ name, clients, bare, product }) => [
      [
        name,
        String(clients),
        "bare",
        ...PARTS.map((part) => (part === "api" ? "–" : cell(part, bare.cpuMs))),
      ],
      [name, String(clients), "product", ...PARTS.map((part) => cell(part, product.cpuMs))],
    ]),
  );
}

function listTable(lists: readonly ListFigure[]): string {
  return table(
    ["list", "as of", "requests", "p50 ms", "p99 ms"],
    lists.map(({ name, asOf, requests, p50Ms, p99Ms }) => [
      name,
      asOf ? "a past day" : "now",
      String(requests),
      p50Ms.toFixed(1),
      p99Ms.toFixed(1),
    ]),
  );
}

function memoryTable({ begun, opened, ended, cases }: Figures["footprints"]): string {
  const mebibytes = (bytes: number | undefined) =>
    bytes === undefined ? "–" : (bytes / MEBIBYTE).toFixed(0);
  const aCase = (later: number | undefined, earlier: number | undefined) =>
    later === undefined || earlier === undefined
      ? "–"
      : Math.round((later - earlier) / cases).toLocaleString("en");
  return table(
    [
      "part",
      "at rest, MiB",
      `after ${cases.toLocaleString("en")} openings, MiB`,
      "at the end, MiB",
      "bytes a case opened",
    ],
    [
      ...PARTS.map((part) => [
        part,
        mebibytes(begun.memoryBytes[part]),
        mebibytes(opened.memoryBytes[part]),
        mebibytes(ended.memoryBytes[part]),
        aCase(opened.memoryBytes[part], begun.memoryBytes[part]),
      ]),
      ...(["recordsBytes", "engineBytes"] as const).map((store) => [
        store === "recordsBytes" ? "records on disk" : "engine's history on disk",
        mebibytes(begun[store]),
        mebibytes(opened[store]),
        mebibytes(ended[store]),
        aCase(opened[store], begun[store]),
      ]),
    ],
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
