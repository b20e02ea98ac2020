import type { PairingSummary } from "@jiedui/domain";
import { accessRow } from "../obligation/obligation.row";

/** A summary by the columns of table `pairing`; a new column is named here and in its migration, nowhere else. */
export function pairingRow(summary: PairingSummary) {
  return {
    ...accessRow(summary),
    stage: summary.stage,
    programme_id: summary.programmeId,
    policy_version: summary.policyVersion,
    subject_id: summary.subjectId,
    signed_on: summary.signedOn,
    term_ends_on: summary.termEndsOn,
    last_visit_on: summary.lastVisitOn,
    closed_on: summary.closedOn,
  };
}
