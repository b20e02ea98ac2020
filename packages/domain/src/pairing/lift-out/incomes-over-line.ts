import type { Refusal } from "../../case/refusal";
import type { Day } from "../../time/day";
import { incomeOfYear, incomeYearOf, isForecast, lineOfYear } from "../income/income-year";
import type { PairingRules } from "../pairing.rules";
import type { PairingState } from "../pairing.state";
import type { LiftOutProposed } from "./lift-out.events";
import type { LiftOutUnderWay } from "./lift-out.state";

export interface AskedIncome {
  readonly incomeYear: number;
  /** Per head, in fen; null while nothing is recorded for the year. */
  readonly perHeadFen: number | null;
  /** Per head, in fen; null while the policy has no line for the year. */
  readonly lineFen: number | null;
  /** The day of a reckoning that was made before the year was over, and has to be made anew; null: it counts. */
  readonly forecastOn: Day | null;
}

/** The completed income years that a lift-out is held against, oldest first; none under a policy without income years. */
export function incomesAsked(
  state: PairingState,
  { income, ...rules }: PairingRules,
  today: Day,
): AskedIncome[] {
  if (income === undefined) return [];
  const years = rules.liftOut?.incomeYearsOverLine ?? 0;
  const running = incomeYearOf(today, income.yearBeginsOn);
  return Array.from({ length: years }, (_, index) => {
    const incomeYear = running - years + index;
    const reckoned = incomeOfYear(state, incomeYear);
    const isEarly = reckoned !== undefined && isForecast(reckoned, income.yearBeginsOn);
    return {
      incomeYear,
      perHeadFen: reckoned?.perHeadFen ?? null,
      forecastOn: isEarly ? (reckoned.recordedOn ?? null) : null,
      lineFen: lineOfYear({ income, ...rules }, incomeYear) ?? null,
    };
  });
}

/** Each asked income year with its income per head over the line of that very year; or what is missing. */
export function incomesOverLine(
  state: PairingState,
  rules: PairingRules,
  today: Day,
): { readonly years: LiftOutProposed["incomes"] } | Refusal {
  const years: LiftOutProposed["incomes"][number][] = [];
  for (const { incomeYear, perHeadFen, lineFen, forecastOn } of incomesAsked(state, rules, today)) {
    if (lineFen === null) return { code: "NO_LINE_FOR_INCOME_YEAR", incomeYear };
    if (perHeadFen === null) return { code: "INCOME_NOT_RECORDED", incomeYear };
    if (forecastOn !== null) return { code: "INCOME_IS_FORECAST", incomeYear, recordedOn: forecastOn };
    if (perHeadFen <= lineFen) return { code: "INCOME_NOT_OVER_LINE", incomeYear, perHeadFen, lineFen };
    years.push({ incomeYear, perHeadFen, lineFen });
  }
  return { years };
}

/** The income years that a lift-out under way rests on; of one of an older release, those asked for at its step. */
export function yearsRestedOn(
  state: PairingState,
  liftOut: LiftOutUnderWay,
  rules: PairingRules,
): readonly number[] {
  return (
    liftOut.incomeYears ?? incomesAsked(state, rules, liftOut.stepSince).map(({ incomeYear }) => incomeYear)
  );
}

/** Whether one of them was reckoned anew since the proposal, and is not over its line by what counts now. */
export function incomesNoLongerOverLine(
  state: PairingState,
  liftOut: LiftOutUnderWay,
  rules: PairingRules,
): boolean {
  return yearsRestedOn(state, liftOut, rules).some((incomeYear) => {
    const counting = incomeOfYear(state, incomeYear);
    const lineFen = lineOfYear(rules, incomeYear);
    return (
      counting !== undefined &&
      counting.seq > liftOut.seq &&
      lineFen !== undefined &&
      counting.perHeadFen <= lineFen
    );
  });
}
