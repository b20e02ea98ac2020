import type { Day, DivisionCode, Rank, RosterState, SubjectKind } from "@jiedui/domain";
import type { EntityManager } from "typeorm";

/** A pair as the campaign sees it: ids, codes and days. */
export interface PairToOpen {
  readonly ordinal: number;
  readonly subject: {
    readonly id: string;
    readonly kind: SubjectKind;
    readonly areaCode: DivisionCode;
  } | null;
  readonly leadHelper: { readonly id: string; readonly rank: Rank; readonly unitId: string } | null;
  readonly subjectId: string;
  readonly helperId: string;
  readonly signedOn: Day;
  readonly lastVisitOn: Day | null;
  readonly liftedOutOn: Day | null;
}
/** Somebody who is to help along in the pairing of another row. */
export interface CoHelperToAdd {
  readonly ordinal: number;
  readonly helper: { readonly id: string; readonly rank: Rank } | null;
  readonly helperId: string;
  readonly since: Day;
  /** The pairing; null where its lead's row failed. */
  readonly pairing: {
    readonly caseId: string;
    readonly stage: string;
    readonly areaCode: DivisionCode;
  } | null;
  readonly leadLine: number;
}
export interface RosterToTakeOver {
  readonly programmeId: string;
  readonly state: RosterState;
  readonly startedBy: string;
  readonly startedRole: string;
}

/** A campaign's own records, written by the worker; whom the rows name it does not see. */
export class RosterCampaignRepository {
  async get(manager: EntityManager, id: string): Promise<RosterToTakeOver | undefined> {
    const [row] = await manager.query<RosterToTakeOver[]>(
      `select programme_id as "programmeId", state, started_by as "startedBy", started_role as "startedRole" from roster where id = $1`,
      [id],
    );
    return row;
  }

  /** @returns false when it is in none of the states that lead there */
  async begin(
    manager: EntityManager,
    id: string,
    { accountId, role, casesPerSecond }: { accountId: string; role: string; casesPerSecond: number },
  ): Promise<boolean> {
    const [, changed] = await manager.query<[unknown[], number]>(
      `update roster set state = 'running', cases_per_second = $2, started_by = $3, started_role = $4,
         started_at = coalesce(started_at, clock_timestamp()), ended_at = null
       where id = $1 and state in ('previewed', 'stopped', 'running', 'paused') and rows_erased_at is null`,
      [id, casesPerSecond, accountId, role],
    );
    return changed === 1;
  }

  async noteState(
    manager: EntityManager,
    id: string,
    state: Extract<RosterState, "running" | "paused" | "stopped" | "finished">,
    casesPerSecond: number,
  ): Promise<void> {
    const isOver = state === "stopped" || state === "finished";
    const [, changed] = await manager.query<[unknown[], number]>(
      `update roster set state = $2, cases_per_second = $3, ended_at = case when $4 then coalesce(ended_at, clock_timestamp()) end where id = $1`,
      [id, state, casesPerSecond, isOver],
    );
    if (changed !== 1) throw new Error(`roster ${id} is not here`);
  }

  /** @returns the last row that was looked at; null when none of units, helpers and households is left */
  async takeOverRegister(
    manager: EntityManager,
    id: string,
    after: number,
    limit: number,
  ): Promise<{ lastOrdinal: number; rows: number } | null> {
    const [page] = await manager.query<{ lastOrdinal: number; rows: number }[]>(
      `select last_ordinal as "lastOrdinal", row_count as rows from take_over_register($1, $2, $3)`,
      [id, after, limit],
    );
    return page ?? null;
  }

  nextPairs(manager: EntityManager, id: string, after: number, limit: number): Promise<PairToOpen[]> {
    return manager.query<PairToOpen[]>(
      `select r.ordinal, r.subject_id as "subjectId", r.helper_id as "helperId",
         case when s.id is null then null else json_build_object('id', s.id, 'kind', s.kind, 'areaCode', s.area_code) end as subject,
         case when h.id is null then null else json_build_object('id', h.id, 'rank', h.rank, 'unitId', h.unit_id) end as "leadHelper",
         to_char(r.signed_on, 'YYYY-MM-DD') as "signedOn", to_char(r.last_visit_on, 'YYYY-MM-DD') as "lastVisitOn",
         to_char(r.lifted_out_on, 'YYYY-MM-DD') as "liftedOutOn"
       from (select roster_id, ordinal, subject_id, helper_id, signed_on, last_visit_on, lifted_out_on from roster_row
           where roster_id = $1 and ordinal > $2 and part = 'pair' and state = 'ready' order by ordinal limit $3) r
         left join subject s on s.id = r.subject_id left join helper h on h.id = r.helper_id order by r.ordinal`,
      [id, after, limit],
    );
  }

  /** Asked for when no pair is left: by then the row of each lead is settled. */
  nextCoHelpers(manager: EntityManager, id: string, after: number, limit: number): Promise<CoHelperToAdd[]> {
    return manager.query<CoHelperToAdd[]>(
      `select r.ordinal, r.helper_id as "helperId", case when h.id is null then null else json_build_object('id', h.id, 'rank', h.rank) end as helper,
         to_char(r.signed_on, 'YYYY-MM-DD') as since, l.line as "leadLine",
         case when f.case_id is null then null else json_build_object('caseId', f.case_id, 'stage', f.stage, 'areaCode', f.area_code) end as pairing
       from (select roster_id, ordinal, helper_id, signed_on, lead_ordinal from roster_row
           where roster_id = $1 and ordinal > $2 and part = 'co-helper' and state = 'ready' order by ordinal limit $3) r
         join roster_row l on l.roster_id = r.roster_id and l.ordinal = r.lead_ordinal
         left join case_file f on f.case_id = l.target_id and l.state in ('known', 'done')
         left join helper h on h.id = r.helper_id order by r.ordinal`,
      [id, after, limit],
    );
  }

  /** @param reason null where the pairing was opened, or the co-helper added */
  async settlePair(
    manager: EntityManager,
    id: string,
    { ordinal, caseId, reason }: { ordinal: number; caseId: string; reason: object | null },
  ): Promise<void> {
    await manager.query(
      `update roster_row set state = $3, target_id = $4, reason = $5, settled_at = clock_timestamp()
       where roster_id = $1 and ordinal = $2 and state = 'ready'`,
      [
        id,
        ordinal,
        reason === null ? "done" : "failed",
        reason === null ? caseId : null,
        reason === null ? null : JSON.stringify(reason),
      ],
    );
  }

  /** @returns of how many workbooks the rows went */
  async eraseRows(manager: EntityManager, afterDays: number): Promise<number> {
    const [row] = await manager.query<[{ erased: number }]>("select erase_roster_rows($1) as erased", [
      afterDays,
    ]);
    return row.erased;
  }
}
