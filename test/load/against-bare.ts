import type { PartName, ProcessWorld } from "../support/process-world";
import { PARTS } from "../support/process-world";
import type { BareEngine } from "./bare-engine";
import { median, paceOf, type Pace } from "./pace";
import { cpuMsOf } from "./process-cost";
import type { Product } from "./product";

/** What one step cost a part of the system, in milliseconds of processor time. */
export type CpuMsOfStep = Partial<Record<PartName, number>>;
export interface Measured extends Pace {
  readonly cpuMs: CpuMsOfStep;
}
export interface Comparison {
  readonly name: "open" | "update";
  readonly clients: number;
  readonly bare: Measured;
  readonly product: Measured;
  /** Medians over the rounds, each round's product against the same round's bare engine. */
  readonly rateRatio: number;
  readonly p99Ratio: number;
}
export interface RoundOptions {
  readonly rounds: number;
  readonly secondsEach: number;
  readonly say: (line: string) => void;
}

const OPENING_CLIENTS = 32;
const MANY_CLIENTS = 32;
const FEW_CLIENTS = 4;
/** Updates go to so many cases: fewer than stay in the workers' caches. */
const CASES_IN_USE = 400;

/** Product and bare engine by turns, so that a slow minute of the machine strikes both. */
export async function compare(
  world: ProcessWorld,
  bare: BareEngine,
  product: Product,
  { rounds, secondsEach, say }: RoundOptions,
): Promise<Comparison[]> {
  const of = (side: "bare" | "product", clients: number, step: Parameters<typeof paceOf>[2]) =>
    withCost(world, side === "bare" ? bare.workerPid : undefined, () =>
      paceOf(clients, { forMs: secondsEach * 1_000 }, step),
    );
  const seen: Record<string, { bare: Measured; product: Measured }[]> = {};
  const keep = (name: string, pair: { bare: Measured; product: Measured }) => {
    (seen[name] ??= []).push(pair);
    say(
      `${name}: ${pair.product.perSecond.toFixed(1)}/s against ${pair.bare.perSecond.toFixed(1)}/s bare; ` +
        `p99 ${pair.product.p99Ms.toFixed(1)} against ${pair.bare.p99Ms.toFixed(1)} ms`,
    );
  };
  for (let round = 0; round < rounds; round += 1) {
    await product.prepare(secondsEach * 400);
    keep(`open ${OPENING_CLIENTS}`, {
      bare: await of("bare", OPENING_CLIENTS, () => bare.open()),
      product: await of("product", OPENING_CLIENTS, () => product.open()),
    });
    const bareCases = bare.cases.slice(-CASES_IN_USE);
    const productCases = product.cases.slice(-CASES_IN_USE);
    for (const clients of [MANY_CLIENTS, FEW_CLIENTS])
      keep(`update ${clients}`, {
        bare: await of("bare", clients, (client, number) =>
          bare.count(caseFor(bareCases, clients, client, number)),
        ),
        product: await of("product", clients, (client, number) =>
          product.visit(caseFor(productCases, clients, client, number)),
        ),
      });
  }
  return Object.entries(seen).map(([name, pairs]) => {
    const [step, clients] = name.split(" ");
    return {
      name: step as Comparison["name"],
      clients: Number(clients),
      bare: middleOf(pairs.map((pair) => pair.bare)),
      product: middleOf(pairs.map((pair) => pair.product)),
      rateRatio: median(pairs.map((pair) => pair.product.perSecond / pair.bare.perSecond)),
      p99Ratio: median(pairs.map((pair) => pair.product.p99Ms / pair.bare.p99Ms)),
    };
  });
}

/** Clients never meet on a case: what is compared is a step, not a queue. */
function caseFor(cases: readonly string[], clients: number, client: number, number: number): string {
  const own = Math.floor(cases.length / clients);
  const found = cases[client * own + (number % own)];
  if (found === undefined) throw new Error("too few cases were opened for so many clients");
  return found;
}

async function withCost(
  world: ProcessWorld,
  bareWorkerPid: number | undefined,
  measure: () => Promise<Pace>,
): Promise<Measured> {
  const pids = Object.fromEntries(PARTS.map((part) => [part, world.pidOf(part)])) as Record<
    PartName,
    number | undefined
  >;
  if (bareWorkerPid !== undefined) pids.worker = bareWorkerPid;
  const before = costsOf(pids);
  const pace = await measure();
  const after = costsOf(pids);
  const cpuMs: CpuMsOfStep = {};
  for (const part of PARTS) {
    const [begun, ended] = [before[part], after[part]];
    if (begun !== undefined && ended !== undefined) cpuMs[part] = (ended - begun) / pace.done;
  }
  return { ...pace, cpuMs };
}

function costsOf(pids: Readonly<Record<PartName, number | undefined>>): Partial<Record<PartName, number>> {
  return Object.fromEntries(PARTS.map((part) => [part, cpuMsOf(pids[part])]));
}

function middleOf(all: readonly Measured[]): Measured {
  const of = (read: (each: Measured) => number) => median(all.map(read));
  return {
    done: all.reduce((sum, each) => sum + each.done, 0),
    perSecond: of((each) => each.perSecond),
    p50Ms: of((each) => each.p50Ms),
    p99Ms: of((each) => each.p99Ms),
    cpuMs: Object.fromEntries(PARTS.map((part) => [part, of((each) => each.cpuMs[part] ?? NaN)])),
  };
}
