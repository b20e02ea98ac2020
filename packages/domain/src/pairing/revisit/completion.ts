import type { Refusal } from "../../case/refusal";
import { addToMonth, lastDayOf, monthOf, type Month } from "../../time/day";
import type { PairingRules } from "../pairing.rules";
import { openedOf, type PairingState } from "../pairing.state";
import { visitAfter } from "../visit/visit-duty";
import { relapseToReport } from "./relapse-owed";
import type { ExplainedGap } from "./revisit.moves";

/**
 * The months, up to the end of the revisits, whose revisit was not made in its time. A later visit makes good what is owed
 * from then on; it does not make the household seen in the months before, and who says that every revisit was made has to
 * say what became of these.
 */
export function missedRevisits(state: PairingState): Month[] {
  const { lifted, visits, forgottenVisitOn } = state;
  if (lifted === null) return [];
  const { visitEveryMonths } = openedOf(state);
  const visited = visits.filter(({ voided }) => !voided).map(({ day }) => monthOf(day));
  const wasClosed = (month: Month) =>
    lifted.closedMonths?.some(({ from, before }) => from <= month && month < before) === true;
  const missed: Month[] = [];
  // Visits that a case keeps in mind no longer were made before those sixty that it does: the walk begins after them.
  const { firstOwedMonth, on } = lifted;
  const liftedIn = firstOwedMonth === undefined ? monthOf(on) : addToMonth(firstOwedMonth, -visitEveryMonths);
  const forgotten = forgottenVisitOn === null ? liftedIn : monthOf(forgottenVisitOn);
  let seen = forgotten > liftedIn ? forgotten : liftedIn;
  for (;;) {
    const due = addToMonth(seen, visitEveryMonths);
    if (lastDayOf(due) > lifted.until) return missed;
    const within = visited.filter((month) => month > seen && month <= due).sort();
    if (within.length === 0 && !wasClosed(due)) missed.push(due);
    seen = within.at(-1) ?? due;
  }
}

/** Why the revisits are not completed, with these reasons for what was missed; null: they are. */
export function notCompleted(
  state: PairingState,
  rules: PairingRules,
  gaps: readonly ExplainedGap[] = [],
): Refusal | null {
  const { relapse, visits } = state;
  if (relapse !== null) return { code: "RELAPSE_REPORTED_ALREADY", reportedSeq: relapse.seq };
  const toReport = relapseToReport(state, rules);
  if (toReport !== null) {
    const { incomeYear, perHeadFen, lineFen } = toReport;
    return { code: "RELAPSE_NOT_REPORTED", incomeYear, perHeadFen, lineFen };
  }
  const isExplained = (month: Month) =>
    gaps.some(
      (gap) =>
        gap.month === month && (gap.reason !== "made-up-later" || visitAfter(month, visits) !== undefined),
    );
  const months = missedRevisits(state).filter((month) => !isExplained(month));
  return months.length === 0 ? null : { code: "REVISIT_OWED", months };
}
