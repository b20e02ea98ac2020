import type { CommandContext, Recorded, RuleContext } from "../../case/case-kind";
import type { CaseTime } from "../../case/case-time";
import { accept, refuse, type Decision } from "../../case/decision";
import type { RefusalCode } from "../../case/refusal";
import { addDays, addMonths, dayAt, startOf } from "../../time/day";
import { becauseOf, type Matter } from "../pairing.matters";
import type { PairingRules } from "../pairing.rules";
import { openedOf, type PairingState } from "../pairing.state";
import { withPlanOwed } from "../plan/plan.evolve";
import type { TermEvent, TermRenewed } from "./term.events";
import type { TermPayloads } from "./term.moves";

/** The end of the term, while the household is not lifted out. */
export function termTimes(state: PairingState): CaseTime[] {
  const { opened, lifted, stage, jitterMs } = state;
  if (opened === null || lifted !== null || stage === "closed") return [];
  const { termEndsOn } = opened;
  return [{ key: `term:${termEndsOn}`, atMs: startOf(addDays(termEndsOn, 1)) + jitterMs }];
}

/** Never silently closed: the term is renewed in whole terms until it ends ahead of now, and somebody reviews that. */
export function onTermEnd(
  state: PairingState,
  time: CaseTime,
  { rules, nowMs }: RuleContext<PairingRules>,
): TermRenewed {
  const { termEndsOn } = openedOf(state);
  const today = dayAt(nowMs);
  let terms = 1;
  while (addMonths(termEndsOn, terms * rules.termMonths) < today) terms += 1;
  return {
    type: "TermRenewed",
    v: 1,
    happenedOn: today,
    reason: "not-lifted-out",
    terms,
    termEndsOn: addMonths(termEndsOn, terms * rules.termMonths),
    because: becauseOf(
      { rule: "term-renewed-until-lifted-out", dueOn: termEndsOn, reckoning: null, nextAtMs: time.atMs },
      nowMs,
    ),
  };
}

export const DECIDE_TERM = { reviewTerm: decideReviewTerm };
export const TERM_BARS = {
  reviewTerm: ({ termReview }: PairingState): RefusalCode | null =>
    termReview === null ? "NO_TERM_TO_REVIEW" : null,
};

function decideReviewTerm(
  { termReview }: PairingState,
  { outcome }: TermPayloads["reviewTerm"],
  { actor, contentIds, nowMs }: CommandContext<PairingRules>,
): Decision<TermEvent> {
  if (termReview === null) return refuse({ code: "NO_TERM_TO_REVIEW" });
  return accept({
    type: "TermReviewed",
    v: 1,
    happenedOn: dayAt(nowMs),
    outcome,
    reviewedBy: actor.accountId,
    contentIds,
  });
}

export function evolveTerm(state: PairingState, event: Recorded<TermEvent>): PairingState {
  if (event.type === "TermReviewed") {
    const reviewed = { ...state, termReview: null, reviewedSeq: event.seq };
    const since = dayAt(event.recordedAtMs);
    if (event.outcome === "plan-to-change") return withPlanOwed(reviewed, event, since, "review-of-term");
    return event.outcome === "helper-to-change"
      ? { ...reviewed, leadToChange: state.leadToChange ?? { seq: event.seq, since } }
      : reviewed;
  }
  return {
    ...state,
    opened: { ...openedOf(state), termEndsOn: event.termEndsOn },
    termReview: { seq: event.seq, since: event.happenedOn },
    reviewedSeq: null,
  };
}

export function termMatters(state: PairingState, rules: PairingRules): Matter[] {
  const { termReview } = state;
  if (termReview === null) return [];
  return [
    {
      key: `term-review:${termReview.seq}`,
      kind: "term-review",
      rule: "term-reviewed-in-time",
      ladder: (rules.term ?? rules.closing).ladder,
      since: termReview.since,
      armedBySeq: termReview.seq,
      answering: openedOf(state),
    },
  ];
}
