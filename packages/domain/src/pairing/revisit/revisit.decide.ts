import type { CommandContext } from "../../case/case-kind";
import { accept, refuse, type Decision } from "../../case/decision";
import type { RefusalCode } from "../../case/refusal";
import { addMonths, dayAt } from "../../time/day";
import type { ClosingRequested } from "../closing/closing.events";
import { correctionOpen } from "../correction/correction.bars";
import { incomeOfYear } from "../income/income-year";
import type { PairingRules } from "../pairing.rules";
import type { PairingState } from "../pairing.state";
import { firstVisitMonth } from "../visit/visit-duty";
import { missedRevisits, notCompleted } from "./completion";
import { relapseLineOf } from "./relapse-line";
import type { RevisitEvent } from "./revisit.events";
import type { RevisitPayloads } from "./revisit.moves";

type Context = CommandContext<PairingRules>;
type Decided = Decision<RevisitEvent>;

export const DECIDE_REVISIT = {
  reportRelapse: decideReportRelapse,
  confirmRelapse: decideConfirmRelapse,
  dismissRelapse: decideDismissRelapse,
  offerHousehold: decideOfferHousehold,
  completeRevisits: decideCompleteRevisits,
};

const needsRelapse = ({ relapse }: PairingState): RefusalCode | null =>
  relapse === null ? "NO_RELAPSE_REPORTED" : null;

export const REVISIT_BARS = {
  reportRelapse: ({ relapse }: PairingState): RefusalCode | null =>
    relapse === null ? null : "RELAPSE_REPORTED_ALREADY",
  confirmRelapse: needsRelapse,
  dismissRelapse: needsRelapse,
  offerHousehold: ({ lifted }: PairingState): RefusalCode | null =>
    lifted?.isOffered === false ? null : "HOUSEHOLD_OFFERED_ALREADY",
  completeRevisits: (state: PairingState): RefusalCode | null =>
    state.lifted?.endedSeq == null ? "REVISITS_NOT_OVER" : (correctionOpen(state)?.code ?? null),
};

/** Below the policy's line of relapse, or a cause of poverty that returned. */
function decideReportRelapse(
  state: PairingState,
  payload: RevisitPayloads["reportRelapse"],
  { rules, actor, contentIds, nowMs }: Context,
): Decided {
  const { relapse } = state;
  if (relapse !== null) return refuse({ code: "RELAPSE_REPORTED_ALREADY", reportedSeq: relapse.seq });
  const reported = {
    type: "RelapseReported" as const,
    v: 1 as const,
    happenedOn: dayAt(nowMs),
    ground: payload.ground,
    cause: null,
    incomeYear: null,
    perHeadFen: null,
    relapseLineFen: null,
    reportedBy: actor.accountId,
    contentIds,
  };
  if (payload.ground === "cause-returned") return accept({ ...reported, cause: payload.cause });
  const { incomeYear } = payload;
  const income = incomeOfYear(state, incomeYear);
  if (income === undefined) return refuse({ code: "INCOME_NOT_RECORDED", incomeYear });
  const relapseLineFen = relapseLineOf(rules, incomeYear);
  if (relapseLineFen === undefined) return refuse({ code: "NO_LINE_FOR_INCOME_YEAR", incomeYear });
  const { perHeadFen } = income;
  if (perHeadFen >= relapseLineFen)
    return refuse({ code: "INCOME_NOT_BELOW_LINE", incomeYear, perHeadFen, lineFen: relapseLineFen });
  return accept({ ...reported, incomeYear, perHeadFen, relapseLineFen });
}

function decideConfirmRelapse(
  { relapse }: PairingState,
  _payload: RevisitPayloads["confirmRelapse"],
  { rules, actor, nowMs }: Context,
): Decided {
  if (relapse === null) return refuse({ code: "NO_RELAPSE_REPORTED" });
  if (relapse.reportedBy === actor.accountId)
    return refuse({ code: "RELAPSE_NEEDS_ANOTHER_PERSON", reportedSeq: relapse.seq });
  const today = dayAt(nowMs);
  return accept({
    type: "RelapseConfirmed",
    v: 1,
    happenedOn: today,
    confirmedBy: actor.accountId,
    termEndsOn: addMonths(today, rules.termMonths),
    firstVisitMonth: firstVisitMonth(today, today, rules.visit.firstMonthIfSignedByDay),
    visitEveryMonths: rules.visit.everyMonths,
  });
}

function decideDismissRelapse(
  { relapse }: PairingState,
  { reason }: RevisitPayloads["dismissRelapse"],
  { actor, contentIds, nowMs }: Context,
): Decided {
  if (relapse === null) return refuse({ code: "NO_RELAPSE_REPORTED" });
  if (relapse.reportedBy === actor.accountId)
    return refuse({ code: "RELAPSE_NEEDS_ANOTHER_PERSON", reportedSeq: relapse.seq });
  return accept({ type: "RelapseDismissed", v: 1, happenedOn: dayAt(nowMs), reason, contentIds });
}

function decideOfferHousehold(
  { lifted }: PairingState,
  payload: RevisitPayloads["offerHousehold"],
  { nowMs }: Context,
): Decided {
  if (lifted?.isOffered !== false) return refuse({ code: "HOUSEHOLD_OFFERED_ALREADY" });
  return accept({
    type: "HouseholdOffered",
    v: 1,
    happenedOn: dayAt(nowMs),
    subjectId: "subjectId" in payload ? payload.subjectId : null,
    reason: "reason" in payload ? payload.reason : null,
  });
}

/** Asked for when the time is over and every revisit was made, or it is known why not; another person looks and approves. */
function decideCompleteRevisits(
  state: PairingState,
  { gaps = [] }: RevisitPayloads["completeRevisits"],
  { rules, actor, contentIds, nowMs }: Context,
): Decision<ClosingRequested> {
  const { lifted } = state;
  const today = dayAt(nowMs);
  if (lifted?.endedSeq == null)
    return refuse({ code: "REVISITS_NOT_OVER", until: lifted?.until ?? null, today });
  const open = correctionOpen(state);
  if (open !== null) return refuse(open);
  const unmade = notCompleted(state, rules, gaps);
  if (unmade !== null) return refuse(unmade);
  const missed = missedRevisits(state);
  const explained = gaps.filter(({ month }) => missed.includes(month));
  return accept({
    type: "ClosingRequested",
    v: 1,
    happenedOn: today,
    reason: "revisits-completed",
    requestedBy: actor.accountId,
    ...(explained.length === 0 ? {} : { gaps: explained }),
    contentIds,
  });
}
