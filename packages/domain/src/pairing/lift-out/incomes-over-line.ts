import type { Refusal } from "../../case/refusal";
import type { Day } from "../../time/day";
import { incomeOfYear, incomeYearOf, lineOfYear } from "../income/income-year";
import type { PairingRules } from "../pairing.rules";
import type { PairingState } from "../pairing.state";
import type { LiftOutProposed } from "./lift-out.events";

/**
 * The last completed income years, each with its income per head over the line of that very year; or what is missing.
 * A policy without income years asks for none.
 */
export function incomesOverLine(
  state: PairingState,
  rules: PairingRules,
  years: number,
  today: Day,
): { readonly years: LiftOutProposed["incomes"] } | Refusal {
  const { income } = rules;
  if (income === undefined) return { years: [] };
  const running = incomeYearOf(today, income.yearBeginsOn);
  const over: LiftOutProposed["incomes"][number][] = [];
  for (let incomeYear = running - years; incomeYear < running; incomeYear += 1) {
    const lineFen = lineOfYear(rules, incomeYear);
    if (lineFen === undefined) return { code: "NO_LINE_FOR_INCOME_YEAR", incomeYear };
    const found = incomeOfYear(state, incomeYear);
    if (found === undefined) return { code: "INCOME_NOT_RECORDED", incomeYear };
    const { perHeadFen } = found;
    if (perHeadFen <= lineFen) return { code: "INCOME_NOT_OVER_LINE", incomeYear, perHeadFen, lineFen };
    over.push({ incomeYear, perHeadFen, lineFen });
  }
  return { years: over };
}
