import { dayAt, type Day, type InstantMs } from "../time/day";
import type { PairingState } from "./pairing.state";
import { missedMonths, newestVisit } from "./visit/visit-duty";

/** A pairing at a glance, as lists show it. */
export interface PairingSummary {
  readonly stage: PairingState["stage"];
  readonly programmeId: string;
  readonly policyVersion: number;
  readonly subjectId: string;
  readonly areaCode: string;
  readonly leadHelperId: string;
  readonly helperUnitId: string;
  readonly coHelperIds: readonly string[];
  /** Who was proposed to take over, and has not answered yet. */
  readonly successorId: string | null;
  readonly successorUnitId: string | null;
  readonly signedOn: Day;
  readonly termEndsOn: Day;
  readonly lastVisitOn: Day | null;
  readonly closedOn: Day | null;
}

/** @returns undefined before the pairing is open */
export function summaryOfPairing(state: PairingState): PairingSummary | undefined {
  const { opened } = state;
  if (opened === null) return undefined;
  const successor = state.stage === "closed" ? undefined : state.handover?.successor;
  return {
    stage: state.stage,
    programmeId: opened.programmeId,
    policyVersion: opened.policyVersion,
    subjectId: opened.subjectId,
    areaCode: opened.areaCode,
    leadHelperId: opened.leadHelperId,
    helperUnitId: opened.helperUnitId,
    coHelperIds: opened.coHelpers.map((each) => each.id),
    successorId: successor?.id ?? null,
    successorUnitId: successor?.unitId ?? null,
    signedOn: opened.signedOn,
    termEndsOn: opened.termEndsOn,
    lastVisitOn: newestVisit(state.visits)?.day ?? state.forgottenVisitOn,
    closedOn: state.closedOn,
  };
}

/** Ended months without a visit at that instant; 0 while the present one is still in time. */
export function missedMonthsAt(state: PairingState, atMs: InstantMs): number {
  return state.duty === null ? 0 : missedMonths(state.duty.month, dayAt(atMs));
}
