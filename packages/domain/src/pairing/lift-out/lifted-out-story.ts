import type { Recorded } from "../../case/case-kind";
import type { Day } from "../../time/day";
import type { LiftedOutOnPaper } from "../opening/taken-over";
import type { PairingEvent } from "../pairing.events";
import { LIFT_OUT_STORY } from "./lift-out.events";
import type { LiftOutProposed } from "./lift-out.events";

/**
 * Everything by which a household was lifted out last, oldest first: the incomes it was held against, the proposal, each
 * step, and the announcement. Where that was on paper, the opening that says so. Nothing while it never was.
 */
export function liftedOutStory(log: readonly Recorded<PairingEvent>[]): readonly Recorded<PairingEvent>[] {
  const lifted = log.filter(({ type }) => type === "LiftedOut").at(-1);
  if (lifted === undefined) return log.filter((event) => liftedOutOnPaper(event) !== undefined);
  const proposal = log
    .filter(isProposal)
    .filter(({ seq }) => seq < lifted.seq)
    .at(-1);
  if (proposal === undefined) return [];
  const incomes = proposal.incomes.flatMap(({ incomeYear }) =>
    log
      .filter(
        (event) =>
          event.type === "IncomeRecorded" && event.incomeYear === incomeYear && event.seq < proposal.seq,
      )
      .slice(-1),
  );
  const steps = log.filter(
    ({ seq, type }) =>
      seq >= proposal.seq && seq <= lifted.seq && LIFT_OUT_STORY.some((each) => each === type),
  );
  return [...incomes, ...steps];
}

/** The day on which a story says that the household was lifted out; undefined while it never was. */
export function liftedOutOn(story: readonly Recorded<PairingEvent>[]): Day | undefined {
  const last = story.at(-1);
  return last === undefined ? undefined : (liftedOutOnPaper(last)?.on ?? last.happenedOn);
}

function liftedOutOnPaper(event: Recorded<PairingEvent>): LiftedOutOnPaper | undefined {
  return event.type === "PairingOpened" ? event.takenOver?.liftedOut : undefined;
}

function isProposal(event: Recorded<PairingEvent>): event is Recorded<LiftOutProposed> {
  return event.type === "LiftOutProposed";
}
