import type { Day, DayOfYear, PersonalDay } from "@jiedui/domain";
import type { EntityManager } from "typeorm";

/** Somebody's day in the household of a case; whose, only the register knows. */
export interface ComingPersonalDay {
  readonly caseId: string;
  readonly occasion: PersonalDay;
  readonly happensOn: Day;
}

export class PersonalDayRepository {
  /** Those of running cases whose policy asks for them, unless that account has told the case already. */
  coming(
    manager: EntityManager,
    days: readonly DayOfYear[],
    accountId: string,
    limit: number,
  ): Promise<ComingPersonalDay[]> {
    return manager.query<ComingPersonalDay[]>(
      `select case_id as "caseId", occasion, to_char(happens_on, 'YYYY-MM-DD') as "happensOn"
       from coming_personal_days($1, $2, $3, $4)`,
      [days.map(({ monthDay }) => monthDay), days.map(({ on }) => on), accountId, limit],
    );
  }
}
