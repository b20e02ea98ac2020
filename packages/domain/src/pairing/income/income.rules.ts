/** When an income year begins, and what a household has to be over in each. */
export interface IncomeRules {
  /** `MM-DD`. An income year has the number of the calendar year in which it ends. */
  readonly yearBeginsOn: string;
  /** The poverty line per head, in fen, by the income years for which it was set. */
  readonly lines: readonly IncomeLine[];
}

export interface IncomeLine {
  readonly incomeYear: number;
  /** The last income year that it holds for; null: until a later line says otherwise; absent: that one year. */
  readonly untilIncomeYear?: number | null;
  /** Per head, in whole fen. */
  readonly lineFen: number;
}
