import type { Recorded } from "../../case/case-kind";
import type { Day } from "../../time/day";
import type { EntryVoided } from "../correction/correction.events";
import type { IncomeRecorded } from "../income/income.events";
import type { LiftedOutOnPaper } from "../opening/taken-over";
import type { PairingEvent, PairingEventType } from "../pairing.events";
import { LIFT_OUT_STORY, type LiftOutProposed } from "./lift-out.events";

type Logged = Recorded<PairingEvent>;
/** An event of the story, and the void or the going back by which it counts no longer; null: the lift-out rests on it. */
export type Told = Logged & { readonly fellBySeq: number | null };

/**
 * Everything by which a household was lifted out last, oldest first: the incomes that counted at the proposal, the proposal,
 * each step, and the announcement; with incomes that were reckoned anew on the way, and what was found to be wrong, named by
 * what took it back. Where that was on paper, the opening that says so. Nothing while it never was.
 */
export function liftedOutStory(log: readonly Logged[]): readonly Told[] {
  const lifted = log.filter(isOf("LiftedOut")).at(-1);
  if (lifted === undefined)
    return log
      .filter((event) => liftedOutOnPaper(event) !== undefined)
      .map((event) => ({ ...event, fellBySeq: null }));
  const proposal = log
    .filter(isOf("LiftOutProposed"))
    .filter(({ seq }) => seq < lifted.seq)
    .at(-1);
  if (proposal === undefined) return [];
  const voids = log.filter(isOf("EntryVoided")).filter(({ seq }) => seq < lifted.seq);
  const onTheWay = log.filter(({ seq }) => seq >= proposal.seq && seq <= lifted.seq);
  const told = [
    ...incomesAtProposal(log, proposal, voids),
    ...onTheWay.filter((event) => isStep(event) || isReckonedAnew(event, proposal)),
  ];
  const seqs = told.map(({ seq }) => seq);
  const voidsTold = onTheWay.filter(isOf("EntryVoided")).filter(({ entry }) => seqs.includes(entry.seq));
  return [...told, ...voidsTold]
    .sort((one, other) => one.seq - other.seq)
    .map((event) => ({ ...event, fellBySeq: fellBy(event, voidsTold, onTheWay) }));
}

/** The day on which a story says that the household was lifted out; undefined while it never was. */
export function liftedOutOn(story: readonly Logged[]): Day | undefined {
  const last = story.at(-1);
  return last === undefined ? undefined : (liftedOutOnPaper(last)?.on ?? last.happenedOn);
}

function liftedOutOnPaper(event: Logged): LiftedOutOnPaper | undefined {
  return event.type === "PairingOpened" ? event.takenOver?.liftedOut : undefined;
}

/** Of each year, the reckoning that counted when the proposal was made: the last one that was not void by then. */
function incomesAtProposal(
  log: readonly Logged[],
  { incomes, seq: proposedSeq }: Recorded<LiftOutProposed>,
  voids: readonly Recorded<EntryVoided>[],
): Recorded<IncomeRecorded>[] {
  const voidedBefore = voids.filter(({ seq }) => seq < proposedSeq).map(({ entry }) => entry.seq);
  const reckoned = log
    .filter(isOf("IncomeRecorded"))
    .filter(({ seq }) => seq < proposedSeq && !voidedBefore.includes(seq));
  return incomes.flatMap(({ incomeYear }) =>
    reckoned.filter((each) => each.incomeYear === incomeYear).slice(-1),
  );
}

function isStep({ type }: Logged): boolean {
  return LIFT_OUT_STORY.some((each) => each === type);
}

function isReckonedAnew(event: Logged, { incomes }: Recorded<LiftOutProposed>): boolean {
  return event.type === "IncomeRecorded" && incomes.some(({ incomeYear }) => incomeYear === event.incomeYear);
}

/** Named in a void; or done after a step's entry that was, and taken back with it: that step and those after it are done anew. */
function fellBy(
  { seq, type }: Logged,
  voids: readonly Recorded<EntryVoided>[],
  onTheWay: readonly Logged[],
): number | null {
  const named = voids.find(({ entry }) => entry.seq === seq);
  if (named !== undefined) return named.seq;
  if (type === "IncomeRecorded" || type === "EntryVoided" || type === "LiftOutSetBack") return null;
  const setBack = onTheWay.filter(isOf("LiftOutSetBack")).find((back) => {
    const wrong = voids.filter((each) => each.seq < back.seq).at(-1);
    return wrong !== undefined && wrong.entry.seq < seq && seq < back.seq;
  });
  return setBack?.seq ?? null;
}

function isOf<Type extends PairingEventType>(type: Type) {
  return (event: Logged): event is Extract<Logged, { type: Type }> => event.type === type;
}
