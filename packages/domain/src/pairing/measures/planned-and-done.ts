import type { Recorded } from "../../case/case-kind";
import { laterDay, type Day } from "../../time/day";
import type { PlannedMeasure } from "../plan/plan.moves";
import type { MeasureCorrected, MeasureRecorded } from "./measures.events";
import { MEASURE_KINDS, type MeasureKind, type MeasureUnit } from "./measures.moves";

type Entry = Recorded<MeasureRecorded> | Recorded<MeasureCorrected>;

/** A measure with everything that was corrected in it. */
export interface CountedMeasure {
  readonly seq: number;
  readonly kind: MeasureKind;
  readonly unit: MeasureUnit | null;
  readonly on: Day;
  readonly amount: number;
  readonly amountFen: number;
  readonly planSeq: number | null;
  readonly line: number | null;
  readonly correctedBySeqs: readonly number[];
}

/** What the log says was given, each measure once, as it counts after its counter-entries; in the order of the log. */
export function countedMeasures(entries: readonly Entry[]): readonly CountedMeasure[] {
  const counted = new Map<number, CountedMeasure>();
  for (const entry of entries)
    if (entry.type === "MeasureRecorded") {
      const { seq, kind, unit, happenedOn: on, amount, amountFen, planSeq, line } = entry;
      counted.set(seq, { seq, kind, unit, on, amount, amountFen, planSeq, line, correctedBySeqs: [] });
    } else {
      const wrong = counted.get(entry.measureSeq);
      if (wrong !== undefined)
        counted.set(wrong.seq, {
          ...wrong,
          amount: wrong.amount + entry.byAmount,
          amountFen: wrong.amountFen + entry.byFen,
          correctedBySeqs: [...wrong.correctedBySeqs, entry.seq],
        });
    }
  return [...counted.values()];
}

export const LINE_STANDINGS = ["done", "under-way", "not-begun", "late"] as const;
/** How a planned measure stands on a day: late once its last day is over and something is missing. */
export type LineStanding = (typeof LINE_STANDINGS)[number];

export interface PlannedAndDone extends PlannedMeasure {
  readonly line: number;
  readonly doneAmount: number;
  readonly doneFen: number;
  readonly lastOn: Day | null;
  readonly standing: LineStanding;
}

/** What was planned, line by line, beside what was done of it by that day. */
export function plannedAndDone(
  plan: { readonly seq: number; readonly lines: readonly PlannedMeasure[] },
  measures: readonly CountedMeasure[],
  today: Day,
): readonly PlannedAndDone[] {
  return plan.lines.map((planned, index) => {
    const line = index + 1;
    const mine = measures.filter(
      (each) => each.planSeq === plan.seq && each.line === line && (each.amount > 0 || each.amountFen > 0),
    );
    const doneAmount = mine.reduce((sum, { amount }) => sum + amount, 0);
    const doneFen = mine.reduce((sum, { amountFen }) => sum + amountFen, 0);
    const lastOn = mine.reduce<Day | null>((last, { on }) => (last === null ? on : laterDay(last, on)), null);
    const standing = standingOf(planned, { doneAmount, doneFen, isBegun: mine.length > 0 }, today);
    return { ...planned, line, doneAmount, doneFen, lastOn, standing };
  });
}

function standingOf(
  { amount, amountFen, until }: PlannedMeasure,
  done: { readonly doneAmount: number; readonly doneFen: number; readonly isBegun: boolean },
  today: Day,
): LineStanding {
  if (done.doneAmount >= amount && done.doneFen >= amountFen) return "done";
  if (until < today) return "late";
  return done.isBegun ? "under-way" : "not-begun";
}

export interface MeasureTotal {
  readonly kind: MeasureKind;
  readonly unit: MeasureUnit | null;
  readonly year: number;
  readonly count: number;
  readonly amount: number;
  readonly amountFen: number;
}

/** Sums by kind and calendar year of the day on which help was given, in that order; what was taken back is in none. */
export function measureTotals(measures: readonly CountedMeasure[]): readonly MeasureTotal[] {
  const totals = new Map<string, MeasureTotal>();
  for (const { kind, unit, on, amount, amountFen } of measures) {
    if (amount === 0 && amountFen === 0) continue;
    const year = Number(on.slice(0, 4));
    const before = totals.get(`${kind}:${year}`);
    totals.set(`${kind}:${year}`, {
      kind,
      unit,
      year,
      count: (before?.count ?? 0) + 1,
      amount: (before?.amount ?? 0) + amount,
      amountFen: (before?.amountFen ?? 0) + amountFen,
    });
  }
  return [...totals.values()].sort(
    (one, other) =>
      one.year - other.year || MEASURE_KINDS.indexOf(one.kind) - MEASURE_KINDS.indexOf(other.kind),
  );
}
