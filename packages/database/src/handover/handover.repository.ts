import type { Day } from "@jiedui/domain";
import type { EntityManager } from "typeorm";

/** A running case whose lead helper goes out of service that day. */
export interface LeadGone {
  readonly caseId: string;
  readonly helperId: string;
  readonly retiredOn: Day;
}

export class HandoverRepository {
  /** Those that the account has not told yet. */
  leadsGone(manager: EntityManager, accountId: string, limit: number): Promise<LeadGone[]> {
    return manager.query<LeadGone[]>(
      `select case_id as "caseId", helper_id as "helperId", to_char(retired_on, 'YYYY-MM-DD') as "retiredOn" from leads_gone($1, $2)`,
      [accountId, limit],
    );
  }
}
