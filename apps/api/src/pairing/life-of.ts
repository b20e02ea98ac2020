import {
  incomesAsked,
  lineOfYear,
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
    lifted: lifted === null ? null : { on: lifted.on, until: lifted.until, ended: lifted.endedSeq !== null },
    relapseReported: relapse !== null,
    termToReview: termReview !== null,
    incomes: incomesOf(state, rules, log),
  };
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
