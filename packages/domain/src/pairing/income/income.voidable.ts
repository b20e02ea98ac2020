import { noLongerCounts, restedOnByLiftOut, type Voidable } from "../correction/voiding";
import { incomeOfYear } from "./income-year";
import type { PairingState } from "../pairing.state";
import type { IncomeOfYear } from "./income.state";

/** A reckoning that is wrong: the year's one before it counts again, if there is one. */
export const INCOME_VOIDABLE: { readonly IncomeRecorded: Voidable } = {
  IncomeRecorded: {
    barred: (state, entry) => {
      const { incomes, earlierIncomes } = state;
      const isKept = [...incomes, ...earlierIncomes].some(({ seq }) => seq === entry.seq);
      return isKept ? restedOnByLiftOut(state, entry) : noLongerCounts(entry);
    },
    isBuiltOn: ({ liftOut, relapse }, { seq }) =>
      liftOut?.incomeSeqs?.includes(seq) === true || relapse?.incomeSeq === seq,
    without: (state, { entry: { seq } }) => {
      const incomeYear = state.incomes.find((each) => each.seq === seq)?.incomeYear;
      return markedWhatRestedOn(withoutReckoning(state, seq), { incomeYear, seq });
    },
  },
};

function withoutReckoning(state: PairingState, voidedSeq: number): PairingState {
  const counted = state.incomes.find(({ seq }) => seq === voidedSeq);
  const others = ({ seq }: IncomeOfYear) => seq !== voidedSeq;
  if (counted === undefined) return { ...state, earlierIncomes: state.earlierIncomes.filter(others) };
  const again = state.earlierIncomes.filter(({ incomeYear }) => incomeYear === counted.incomeYear).at(-1);
  const incomes = [...state.incomes.filter(others), ...(again === undefined ? [] : [again])];
  return {
    ...state,
    incomes: incomes.sort((one, other) => one.incomeYear - other.incomeYear),
    earlierIncomes: state.earlierIncomes.filter((each) => each !== again),
  };
}

/** A lift-out falls only with the reckoning that counted, and not where one on which it rested before counts again. */
function markedWhatRestedOn(
  state: PairingState,
  { incomeYear, seq }: { incomeYear: number | undefined; seq: number },
): PairingState {
  const { liftOut, relapse } = state;
  const rested = liftOut?.incomeSeqs?.includes(seq) === true;
  const again = incomeYear === undefined ? undefined : incomeOfYear(state, incomeYear);
  const isCarried =
    incomeYear === undefined || (again !== undefined && liftOut?.incomeSeqs?.includes(again.seq) === true);
  return {
    ...state,
    liftOut: liftOut !== null && rested && !isCarried ? { ...liftOut, fallsBackTo: "help" } : liftOut,
    relapse: relapse?.incomeSeq === seq ? { ...relapse, isUnfounded: true } : relapse,
  };
}
