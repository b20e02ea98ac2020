import type { Day } from "../../time/day";

/** What was reckoned last for an income year; the log has every reckoning. */
export interface IncomeOfYear {
  readonly incomeYear: number;
  /** Whole fen. */
  readonly perHeadFen: number;
  readonly seq: number;
  /** Absent in cases of an older release: nobody knows any more. */
  readonly recordedOn?: Day;
}

export interface IncomeKept {
  /** Newest income year last. */
  readonly incomes: readonly IncomeOfYear[];
}
export interface EarlierIncomesKept {
  /** Reckonings that a later one of the same year has replaced, oldest first: one counts again when that is voided. */
  readonly earlierIncomes: readonly IncomeOfYear[];
}

/** Income years that a running case keeps in mind; the log has all of them. */
export const INCOMES_KEPT = 12;
export const EARLIER_INCOMES_KEPT = 12;
/** What counts, and what was replaced: a reckoning that is kept in neither is none that could count again. */
export const RECKONINGS_KEPT = INCOMES_KEPT + EARLIER_INCOMES_KEPT;
