import type { CommandContext, Recorded } from "../../case/case-kind";
import { accept, refuse, type Decision } from "../../case/decision";
import { dayAt } from "../../time/day";
import type { LiftOutUnderWay } from "../lift-out/lift-out.state";
import type { PairingRules } from "../pairing.rules";
import type { PairingState } from "../pairing.state";
import { incomeYearOf } from "./income-year";
import type { IncomeEvent } from "./income.events";
import type { IncomePayloads } from "./income.moves";
import type { IncomeRules } from "./income.rules";
import { EARLIER_INCOMES_KEPT, INCOMES_KEPT, RECKONINGS_KEPT } from "./income.state";

/** Calendar years where a policy says nothing: then an income year is the year. */
const USUAL: IncomeRules = { yearBeginsOn: "01-01", lines: [] };

/** What was earned less what that cost, a head; whole fen, rounded down, so that nobody is lifted out by rounding. */
export function perHeadFenOf({
  lines,
  costsFen,
  members,
}: Pick<IncomePayloads["recordIncome"], "lines" | "costsFen" | "members">): number {
  const earnedFen = lines.reduce((sum, { amountFen }) => sum + amountFen, 0);
  return Math.floor((earnedFen - costsFen) / members);
}

export const DECIDE_INCOME = { recordIncome: decideRecordIncome };

function decideRecordIncome(
  _state: PairingState,
  payload: IncomePayloads["recordIncome"],
  { rules, actor, contentIds, nowMs }: CommandContext<PairingRules>,
): Decision<IncomeEvent> {
  const today = dayAt(nowMs);
  const { incomeYear, members, lines, costsFen } = payload;
  const running = incomeYearOf(today, (rules.income ?? USUAL).yearBeginsOn);
  if (incomeYear > running) return refuse({ code: "INCOME_YEAR_IN_FUTURE", incomeYear, running });
  return accept({
    type: "IncomeRecorded",
    v: 1,
    happenedOn: today,
    incomeYear,
    members,
    lines,
    costsFen,
    perHeadFen: perHeadFenOf(payload),
    recordedBy: actor.accountId,
    contentIds,
  });
}

export function evolveIncome(
  state: PairingState,
  { incomeYear, perHeadFen, seq, recordedAtMs }: Recorded<IncomeEvent>,
): PairingState {
  const others = state.incomes.filter((each) => each.incomeYear !== incomeYear);
  const replaced = state.incomes.filter((each) => each.incomeYear === incomeYear);
  const incomes = [...others, { incomeYear, perHeadFen, seq, recordedOn: dayAt(recordedAtMs) }]
    .sort((one, other) => one.incomeYear - other.incomeYear)
    .slice(-INCOMES_KEPT);
  return {
    ...state,
    incomes,
    earlierIncomes: [...state.earlierIncomes, ...replaced].slice(-EARLIER_INCOMES_KEPT),
    liftOut: restingOn(state.liftOut, incomeYear, seq),
  };
}

/** A lift-out under way rests on what was reckoned last of its years; whether that carries it, its `reconcile` says. */
function restingOn(liftOut: LiftOutUnderWay | null, incomeYear: number, seq: number): LiftOutUnderWay | null {
  if (liftOut?.incomeYears?.includes(incomeYear) !== true) return liftOut;
  return { ...liftOut, incomeSeqs: [...(liftOut.incomeSeqs ?? []), seq].slice(-RECKONINGS_KEPT) };
}
