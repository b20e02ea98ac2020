import type { Day } from "../../time/day";
import type { PairingRules } from "../pairing.rules";
import type { IncomeKept, IncomeOfYear } from "./income.state";

export function incomeOfYear({ incomes }: IncomeKept, incomeYear: number): IncomeOfYear | undefined {
  return incomes.find((each) => each.incomeYear === incomeYear);
}

/** The line per head of an income year, in fen; undefined when the policy has none for it. */
export function lineOfYear({ income }: PairingRules, incomeYear: number): number | undefined {
  return income?.lines.find((each) => each.incomeYear === incomeYear)?.lineFen;
}

/** The income year in which a day lies: with a year from 1 October, 2015-10-01 lies in 2016. */
export function incomeYearOf(day: Day, yearBeginsOn: string): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5) >= yearBeginsOn && yearBeginsOn !== "01-01" ? year + 1 : year;
}
