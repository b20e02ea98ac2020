import { laterDay, type Day } from "../../time/day";
import type { IncomeOfYear } from "../income/income.state";
import type { PairingRules } from "../pairing.rules";
import type { PairingState } from "../pairing.state";
import { relapseLineOf } from "./relapse-line";

/** A reckoning below the line of relapse that somebody has to answer by reporting it. */
export interface RelapseOwed extends IncomeOfYear {
  readonly lineFen: number;
  readonly since: Day;
}

/**
 * The newest reckoning since the lift-out, if it lies below the line of relapse and no report is about it, neither open nor
 * dismissed; null while a relapse is reported: then its decision is owed.
 */
export function relapseToReport(
  { lifted, relapse, incomes }: PairingState,
  rules: PairingRules,
): RelapseOwed | null {
  if (lifted === null || relapse !== null) return null;
  const newest = incomes
    .filter(({ seq }) => seq > lifted.seq)
    .reduce<IncomeOfYear | null>((best, each) => (best === null || each.seq > best.seq ? each : best), null);
  if (newest === null || lifted.dismissed?.incomeSeqs.includes(newest.seq) === true) return null;
  const lineFen = relapseLineOf(rules, newest.incomeYear);
  if (lineFen === undefined || newest.perHeadFen >= lineFen) return null;
  const recordedOn = newest.recordedOn ?? lifted.on;
  return { ...newest, lineFen, since: laterDay(recordedOn, lifted.dismissed?.on ?? recordedOn) };
}
