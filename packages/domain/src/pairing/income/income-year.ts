import type { Day } from "../../time/day";
import type { PairingRules } from "../pairing.rules";
import type { IncomeLine } from "./income.rules";
import type { IncomeKept, IncomeOfYear } from "./income.state";

export function incomeOfYear({ incomes }: IncomeKept, incomeYear: number): IncomeOfYear | undefined {
  return incomes.find((each) => each.incomeYear === incomeYear);
}

/** The line per head of an income year, in fen, the newest that covers it; undefined when the policy has none for it. */
export function lineOfYear({ income }: Pick<PairingRules, "income">, incomeYear: number): number | undefined {
  const covering = (income?.lines ?? []).filter((line) => covers(line, incomeYear));
  const newest = covering.reduce<IncomeLine | undefined>(
    (best, line) => (best === undefined || line.incomeYear > best.incomeYear ? line : best),
    undefined,
  );
  return newest?.lineFen;
}

function covers({ incomeYear: from, untilIncomeYear = from }: IncomeLine, incomeYear: number): boolean {
  return from <= incomeYear && (untilIncomeYear === null || incomeYear <= untilIncomeYear);
}

/** The income year in which a day lies: with a year from 1 October, 2015-10-01 lies in 2016. */
export function incomeYearOf(day: Day, yearBeginsOn: string): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5) >= yearBeginsOn && yearBeginsOn !== "01-01" ? year + 1 : year;
}
