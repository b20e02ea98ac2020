import { createHistogram, performance } from "node:perf_hooks";

export interface Pace {
  readonly done: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

const MICROSECONDS = 1_000;

/** How long to go on: for so long, or for so many steps of each client. */
export type Until = { readonly forMs: number } | { readonly steps: number };

/** So many clients, each sending the next step when the last is answered; a failed step fails the measure. */
export async function paceOf(
  clients: number,
  until: Until,
  step: (client: number, number: number) => Promise<unknown>,
): Promise<Pace> {
  const histogram = createHistogram();
  const begunMs = performance.now();
  const goesOn = (number: number) =>
    "steps" in until ? number < until.steps : performance.now() - begunMs < until.forMs;
  const one = async (client: number) => {
    for (let number = 0; goesOn(number); number += 1) {
      const sentMs = performance.now();
      await step(client, number);
      histogram.record(Math.max(1, Math.round((performance.now() - sentMs) * MICROSECONDS)));
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => one(client)));
  const seconds = (performance.now() - begunMs) / 1_000;
  return {
    done: histogram.count,
    perSecond: histogram.count / seconds,
    p50Ms: histogram.percentile(50) / MICROSECONDS,
    p99Ms: histogram.percentile(99) / MICROSECONDS,
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
}
