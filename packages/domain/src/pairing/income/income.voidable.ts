import { noLongerCounts, restedOnByLiftOut, type Voidable } from "../correction/voiding";
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
    without: (state, { entry: { seq } }) => markedWhatRestedOn(withoutReckoning(state, seq), seq),
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

function markedWhatRestedOn(state: PairingState, voidedSeq: number): PairingState {
  const { liftOut, relapse } = state;
  return {
    ...state,
    liftOut:
      liftOut?.incomeSeqs?.includes(voidedSeq) === true ? { ...liftOut, fallsBackTo: "help" } : liftOut,
    relapse: relapse?.incomeSeq === voidedSeq ? { ...relapse, isUnfounded: true } : relapse,
  };
}
