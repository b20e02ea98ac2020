import type { Obligation } from "@jiedui/domain";

/** Who may see what is owed in a case, besides the offices of its area. */
export interface CaseAccess {
  readonly areaCode: string;
  readonly leadHelperId: string;
  readonly helperUnitId: string;
  readonly coHelperIds: readonly string[];
  /** Who is to take the case over, with the unit whose head answers for that; null while nobody is. */
  readonly successorId: string | null;
  readonly successorUnitId: string | null;
}

/** The same by the columns that `pairing` and `obligation` have in common. */
export function accessRow(access: CaseAccess) {
  return {
    area_code: access.areaCode,
    lead_helper_id: access.leadHelperId,
    helper_unit_id: access.helperUnitId,
    co_helper_ids: access.coHelperIds,
    successor_id: access.successorId,
    successor_unit_id: access.successorUnitId,
  };
}

/** An obligation by the columns of its table; a new column is named here and in its migration, nowhere else. */
export function obligationRow(obligation: Obligation) {
  return {
    key: obligation.key,
    kind: obligation.kind,
    rule: obligation.rule,
    seats: obligation.seats,
    due_on: obligation.dueOn,
    due_at: new Date(obligation.dueAtMs).toISOString(),
    rung: obligation.rung,
    next_step: obligation.nextStep,
    next_at: new Date(obligation.nextAtMs).toISOString(),
    armed_by_seq: obligation.armedBySeq,
    reckoning: obligation.reckoning,
  };
}
