import { addDays, day, type Day } from "../../time/day";
import type { PairingRules } from "../pairing.rules";
import type { IncomeLine } from "./income.rules";
import type { IncomeKept, IncomeOfYear } from "./income.state";

export function incomeOfYear({ incomes }: IncomeKept, incomeYear: number): IncomeOfYear | undefined {
  return incomes.find((each) => each.incomeYear === incomeYear);
}

/** The last day of an income year: with a year from 1 October, 2016 ends on 30 September 2016. */
export function lastDayOfIncomeYear(incomeYear: number, yearBeginsOn: string): Day {
  const nextBeginsIn = yearBeginsOn === "01-01" ? incomeYear + 1 : incomeYear;
  return addDays(day(`${nextBeginsIn}-${yearBeginsOn}`), -1);
}

/** Whether it was reckoned before its year was over: what may still be earned is no income. Unknown counts as reckoned after. */
export function isForecast({ incomeYear, recordedOn }: IncomeOfYear, yearBeginsOn: string): boolean {
  return recordedOn !== undefined && recordedOn <= lastDayOfIncomeYear(incomeYear, yearBeginsOn);
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
