import type { Of } from "../../case/event-of";
import type { IncomeSource } from "./income.moves";

/** A year's income as it was reckoned; a later reckoning of the same year counts instead, and both stay on record. */
export interface IncomeRecorded extends Of<"IncomeRecorded"> {
  readonly incomeYear: number;
  readonly members: number;
  readonly lines: readonly { readonly source: IncomeSource; readonly amountFen: number }[];
  readonly costsFen: number;
  readonly perHeadFen: number;
  readonly recordedBy: string;
  readonly contentIds: readonly string[];
}

export type IncomeEvent = IncomeRecorded;
