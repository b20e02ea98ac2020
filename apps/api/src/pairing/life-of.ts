import {
  CLOSING_REASONS,
  closingKindOf,
  entryOf,
  incomesAsked,
  lineOfYear,
  missedRevisits,
  reopenWithinDaysOf,
  reopenableUntil,
  voidableOf,
  type ClosingReason,
  type Day,
  type IncomeRecorded,
  type PairingEvent,
  type PairingRules,
  type PairingState,
  type Recorded,
} from "@jiedui/domain";
import type { lifeView } from "@jiedui/http-contracts";
import type { z } from "zod";

/** Where a pairing stands in its life, as its page shows it: all from the case's own log. */
export function lifeOf(
  state: PairingState,
  rules: PairingRules,
  log: readonly Recorded<PairingEvent>[],
  today: Day,
  documents: ReadonlySet<string>,
): z.output<typeof lifeView> {
  const { liftOut, lifted, relapse, termReview } = state;
  return {
    liftOut:
      liftOut === null
        ? null
        : {
            proposedSeq: liftOut.seq,
            step: liftOut.step,
            steps: [...liftOut.steps],
            notice:
              liftOut.notice === null
                ? null
                : { ...liftOut.notice, isDocument: documents.has(liftOut.notice.id) },
            objections: liftOut.objections.map(({ id, seq, since, isAnswered }) => ({
              id,
              seq,
              since,
              answered: isAnswered,
            })),
          },
    criteria: [...(rules.liftOut?.criteria ?? [])],
    incomesAsked: incomesAsked(state, rules, today),
    lifted: lifted === null ? null : liftedView(lifted, state),
    closing: {
      kinds: CLOSING_REASONS.map((reason) => closingKindView(reason, rules)),
      reopenableUntil: reopenableUntil(state, rules),
      reopenWithinDays: reopenWithinDaysOf(rules),
    },
    corrections: state.corrections.map(({ seq, entry, reason, requestedOn }) => ({
      requestedSeq: seq,
      entrySeq: entry.seq,
      entryType: entry.type,
      reason,
      requestedOn,
    })),
    correctable: correctableOf(state, log),
    relapseReported: relapse !== null,
    termToReview: termReview !== null,
    incomes: incomesOf(state, rules, log),
  };
}

function liftedView({ on, until, endedSeq }: NonNullable<PairingState["lifted"]>, state: PairingState) {
  const ended = endedSeq !== null;
  return { on, until, ended, missed: ended ? missedRevisits(state) : [] };
}

function closingKindView(reason: ClosingReason, rules: PairingRules) {
  const { proofs, evidenceAtLeast, asksDestination, decidedBy } = closingKindOf(reason, rules);
  return { reason, proofs: [...proofs], evidenceAtLeast, asksDestination, decidedBy };
}

/** Entries that a request for their correction would be accepted for. */
function correctableOf(state: PairingState, log: readonly Recorded<PairingEvent>[]): number[] {
  if (state.stage === "closed") return [];
  const asked = new Set(state.corrections.map(({ entry }) => entry.seq));
  return log
    .filter(
      (event) => voidableOf(event.type)?.barred(state, entryOf(event)) === null && !asked.has(event.seq),
    )
    .map(({ seq }) => seq);
}

/** Each income year's reckoning that counts, with the line it is held against. */
function incomesOf({ incomes }: PairingState, rules: PairingRules, log: readonly Recorded<PairingEvent>[]) {
  const counted = new Map(incomes.map(({ seq, incomeYear }) => [seq, incomeYear]));
  return log
    .filter((event): event is Recorded<IncomeRecorded> => event.type === "IncomeRecorded")
    .filter(({ seq }) => counted.has(seq))
    .map(({ seq, incomeYear, members, lines, costsFen, perHeadFen }) => ({
      seq,
      incomeYear,
      members,
      lines: lines.map((line) => ({ ...line })),
      costsFen,
      perHeadFen,
      lineFen: lineOfYear(rules, incomeYear) ?? null,
    }))
    .sort((one, other) => one.incomeYear - other.incomeYear);
}
