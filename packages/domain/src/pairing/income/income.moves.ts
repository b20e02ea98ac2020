/** Where a household's income comes from. */
export const INCOME_SOURCES = [
  "farming",
  "livestock",
  "wages",
  "business",
  "transfers",
  "property",
  "other",
] as const;
export type IncomeSource = (typeof INCOME_SOURCES)[number];

export interface IncomePayloads {
  recordIncome: {
    incomeYear: number;
    /** Persons among whom the income is reckoned. */
    members: number;
    /** Whole fen a source. */
    lines: readonly { source: IncomeSource; amountFen: number }[];
    /** What earning it cost, whole fen. */
    costsFen: number;
  };
}
export const INCOME_MOVES = ["recordIncome"] as const satisfies readonly (keyof IncomePayloads)[];
