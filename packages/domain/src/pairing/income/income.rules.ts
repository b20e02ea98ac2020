/** When an income year begins, and what a household has to be over in each. */
export interface IncomeRules {
  /** `MM-DD`. An income year has the number of the calendar year in which it ends. */
  readonly yearBeginsOn: string;
  /** The poverty line per head of each income year, in fen. */
  readonly lines: readonly { readonly incomeYear: number; readonly lineFen: number }[];
}
