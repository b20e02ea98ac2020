/** What was reckoned last for an income year; the log has every reckoning. */
export interface IncomeOfYear {
  readonly incomeYear: number;
  /** Whole fen. */
  readonly perHeadFen: number;
  readonly seq: number;
}

export interface IncomeKept {
  /** Newest income year last. */
  readonly incomes: readonly IncomeOfYear[];
}
