import type { Recorded } from "../../case/case-kind";
import type { PairingEvent } from "../pairing.events";
import { LIFT_OUT_STORY } from "./lift-out.events";
import type { LiftOutProposed } from "./lift-out.events";

/**
 * Everything by which a household was lifted out last, oldest first: the incomes it was held against, the proposal, each
 * step, and the announcement. Nothing while it never was.
 */
export function liftedOutStory(log: readonly Recorded<PairingEvent>[]): readonly Recorded<PairingEvent>[] {
  const lifted = log.filter(({ type }) => type === "LiftedOut").at(-1);
  const proposal = log
    .filter(isProposal)
    .filter(({ seq }) => seq < (lifted?.seq ?? 0))
    .at(-1);
  if (lifted === undefined || proposal === undefined) return [];
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

function isProposal(event: Recorded<PairingEvent>): event is Recorded<LiftOutProposed> {
  return event.type === "LiftOutProposed";
}
