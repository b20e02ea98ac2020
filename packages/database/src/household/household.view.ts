import type { Relation } from "@jiedui/domain";
import type { EntityManager } from "typeorm";

export interface PersonOfHousehold {
  readonly id: string;
  readonly name: string;
  readonly relation: Relation;
}

/** What a change in a household has to know of the register before it is asked for. */
export class HouseholdView {
  /** Who lives in the household of a case now. */
  members(manager: EntityManager, caseId: string): Promise<PersonOfHousehold[]> {
    return manager.query<PersonOfHousehold[]>(
      `select m.id, m.name, m.relation from household_member m
         join pairing p on p.subject_id = m.subject_id and p.known_to is null
       where p.case_id = $1 and m.left_on is null order by m.id`,
      [caseId],
    );
  }

  async otherPairings(manager: EntityManager, caseId: string): Promise<string[]> {
    const rows = await manager.query<{ caseId: string }[]>(
      `select other as "caseId" from other_pairings_of_household($1) as other order by 1`,
      [caseId],
    );
    return rows.map((row) => row.caseId);
  }

  /** The running case that a household has split off from. */
  async splitOffFrom(manager: EntityManager, subjectId: string): Promise<string | null> {
    const [row] = await manager.query<[{ caseId: string | null }]>(`select split_off_from($1) as "caseId"`, [
      subjectId,
    ]);
    return row.caseId;
  }
}
