import { lineOfYear } from "../income/income-year";
import type { PairingRules } from "../pairing.rules";

/** What an income per head is held against after lift-out: so many of a hundred of the year's line, in fen. */
export function relapseLineOf(rules: PairingRules, incomeYear: number): number | undefined {
  const lineFen = lineOfYear(rules, incomeYear);
  return lineFen === undefined
    ? undefined
    : Math.ceil((lineFen * (rules.revisit?.relapseLinePercent ?? 100)) / 100);
}
