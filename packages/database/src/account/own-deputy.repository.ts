import type { AwayReason, Day } from "@jiedui/domain";
import type { EntityManager } from "typeorm";

export interface Colleague {
  readonly helperId: string;
  readonly name: string;
}

export interface OwnDeputy {
  readonly id: string;
  readonly name: string;
  readonly fromDay: string;
  readonly toDay: string | null;
  /** Null where an office has named the deputy. */
  readonly reason: AwayReason | null;
}

/** Deputies that a helper names for the own seat. */
export class OwnDeputyRepository {
  /** Who may stand in: of the same unit, in service on that day, with an account. */
  colleagues(manager: EntityManager, helperId: string, on: Day): Promise<Colleague[]> {
    return manager.query<Colleague[]>(`select helper_id as "helperId", name from colleagues_of($1, $2)`, [
      helperId,
      on,
    ]);
  }

  /** The newest first, back to a year before that day. */
  list(manager: EntityManager, helperId: string, on: Day): Promise<OwnDeputy[]> {
    return manager.query<OwnDeputy[]>(
      `select id, name, to_char(from_day, 'YYYY-MM-DD') as "fromDay", to_char(to_day, 'YYYY-MM-DD') as "toDay",
         away_reason as reason from own_deputies($1, $2)`,
      [helperId, on],
    );
  }

  /** @returns false when that helper is no colleague who may stand in */
  async name(
    manager: EntityManager,
    naming: {
      readonly id: string;
      readonly helperId: string;
      readonly deputyId: string;
      readonly fromDay: Day;
      readonly toDay: Day;
      readonly reason: AwayReason;
    },
  ): Promise<boolean> {
    const { id, helperId, deputyId, fromDay, toDay, reason } = naming;
    const [row] = await manager.query<{ named: boolean }[]>(
      "select name_own_deputy($1, $2, $3, $4, $5, $6) as named",
      [id, helperId, deputyId, fromDay, toDay, reason],
    );
    return row?.named ?? false;
  }

  /** @returns false when there is none that is still running or lies ahead */
  async end(manager: EntityManager, id: string, helperId: string, lastDay: Day): Promise<boolean> {
    const [row] = await manager.query<{ ended: boolean }[]>("select end_own_deputy($1, $2, $3) as ended", [
      id,
      helperId,
      lastDay,
    ]);
    return row?.ended ?? false;
  }
}
