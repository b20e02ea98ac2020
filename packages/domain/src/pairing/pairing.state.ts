import type { FiredRung } from "../ladder/escalation-ladder";
import type { ClosingKept, ReopeningKept } from "./closing/closing.state";
import type { CoHelpersKept } from "./co-helpers/co-helpers.state";
import type { CorrectionKept } from "./correction/correction.state";
import type { HandoverKept } from "./handover/handover.state";
import type { HouseholdKept } from "./household/household.state";
import type { EarlierIncomesKept, IncomeKept } from "./income/income.state";
import type { LiftOutKept } from "./lift-out/lift-out.state";
import type { OccasionsKept } from "./occasions/occasions.state";
import type { OpenedFacts } from "./opening/opening.state";
import type { PairingStage } from "./pairing.moves";
import type { MeasuresKept } from "./measures/measures.state";
import type { PlanKept } from "./plan/plan.state";
import type { RevisitKept } from "./revisit/revisit.state";
import type { ReviewedTermKept, TermKept } from "./term/term.state";
import type { VisitsKept } from "./visit/visit.state";

/** What a running case carries: short facts of each part of its life, from which every deadline is derived. */
export interface PairingState
  extends
    VisitsKept,
    PlanKept,
    MeasuresKept,
    OccasionsKept,
    IncomeKept,
    EarlierIncomesKept,
    LiftOutKept,
    RevisitKept,
    TermKept,
    ReviewedTermKept,
    HandoverKept,
    CoHelpersKept,
    HouseholdKept,
    CorrectionKept,
    ClosingKept,
    ReopeningKept {
  readonly schemaVersion: 4;
  readonly caseId: string;
  readonly stage: PairingStage;
  readonly seq: number;
  readonly jitterMs: number;
  readonly opened: OpenedFacts | null;
  /** How far each matter has climbed on its ladder, by its key; visits keep theirs with the month. */
  readonly fired: readonly FiredMatter[];
}

export interface FiredMatter extends FiredRung {
  readonly key: string;
}

/** More matters than a pairing can owe at once; keys never come back, so that old ones may go. */
export const FIRED_KEPT = 40;

/** The case once it is open; rules that only an open case reaches read it. */
export function openedOf<Opened = OpenedFacts>({
  caseId,
  opened,
}: {
  readonly caseId: string;
  readonly opened: Opened | null;
}): Opened {
  if (opened === null) throw new Error(`case ${caseId} has not been opened`);
  return opened;
}
