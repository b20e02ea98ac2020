import type {
  Claim,
  ClaimFacts,
  CommandAnswer,
  Day,
  HouseholdProblem,
  Obligation,
  PairingSummary,
  Recorded,
} from "@jiedui/domain";
import type { EntityManager } from "typeorm";
import { accessRow, obligationRow, type CaseAccess } from "../obligation/obligation.row";
import { pairingRow } from "../pairing/pairing.row";
import { runPrepared } from "../prepared";

/** What a case's file knew when it was locked. */
export interface OpenedFile {
  readonly seq: number;
  readonly missed: readonly Recorded[];
  readonly since: readonly Recorded[];
  readonly known: readonly { accountId: string; key: string; bodyHash: string; answer: CommandAnswer }[];
}

/** Everything that one act leaves behind. */
export interface CaseRecord {
  readonly caseId: string;
  readonly kind: string;
  readonly nowMs: number;
  /** The sequence number that the file had before. */
  readonly before: number;
  /** Null when nothing happened: refusals are answers, not events. */
  readonly file: {
    seq: number;
    stage: string;
    areaCode: string;
    nextAtMs: number | null;
    finished: boolean;
  } | null;
  readonly events: readonly Recorded[];
  readonly answers: readonly { accountId: string; key: string; bodyHash: string; answer: CommandAnswer }[];
  /** The pairing's new version, when the list would show another one. */
  readonly pairing: PairingSummary | null;
  readonly endedObligations: readonly string[];
  readonly begunObligations: readonly Obligation[];
  /** Who may see the obligations. */
  readonly access: CaseAccess | null;
  readonly outbox: readonly OutboxMessage[];
}

/** What one event wants of the world, or of another case. */
export interface OutboxMessage {
  readonly seq: number;
  readonly n: number;
  readonly target: string;
  readonly message: Record<string, unknown>;
}

/** What one command takes, gives back and brings along. */
export interface ClaimsOfCommand {
  readonly seq: number;
  readonly take: readonly Claim[];
  readonly release: readonly string[];
  readonly accountId: string;
  readonly contentIds: readonly string[];
}

/** Before every other. */
const FIRST_CASE_ID = "00000000-0000-0000-0000-000000000000";

/** Our own refusal, a row that another worker has written meanwhile, a serialization failure, a deadlock. */
const NOT_AS_BELIEVED = ["JD001", "23505", "40001", "40P01"];

export interface RefusedClaim {
  readonly claim: Claim;
  readonly facts: ClaimFacts;
}

/** Writes of the recorder: all in the transaction of one act. */
export class CaseRepository {
  /** Locks the case until the transaction ends. */
  async open(
    manager: EntityManager,
    caseId: string,
    expectedSeq: number,
    commands: readonly { accountId: string; key: string }[],
    sinceSeq: number | null,
  ): Promise<OpenedFile> {
    const rows = await runPrepared<{ file: OpenedFile }>(
      manager,
      "select case_begin($1, $2, $3, $4, $5) as file",
      [
        caseId,
        expectedSeq,
        commands.map((each) => each.accountId),
        commands.map((each) => each.key),
        sinceSeq,
      ],
    );
    return onlyRow(rows).file;
  }

  async record(manager: EntityManager, record: CaseRecord): Promise<void> {
    await runPrepared(manager, "select case_record($1)", [written(record)]);
  }

  /**
   * Everything of an act in one statement and transaction.
   * @returns false, with nothing written, when the case is not as the caller believes or a claim is not granted
   */
  async recordAtOnce(
    manager: EntityManager,
    record: CaseRecord,
    claims: readonly ClaimsOfCommand[],
  ): Promise<boolean> {
    try {
      await runPrepared(manager, "select case_record_at_once($1)", [written(record, claims)]);
      return true;
    } catch (failure) {
      const { code } = failure as { code?: unknown };
      if (typeof code === "string" && NOT_AS_BELIEVED.includes(code)) return false;
      throw failure;
    }
  }

  /** @returns the claim that was not granted; the caller rolls back what was taken before it */
  async takeClaims(
    manager: EntityManager,
    caseId: string,
    seq: number,
    claims: readonly Claim[],
  ): Promise<RefusedClaim | undefined> {
    const rows = await runPrepared<{ refused: RefusedClaimRow | null }>(
      manager,
      "select case_take_claims($1, $2, $3) as refused",
      [caseId, seq, JSON.stringify(claims)],
    );
    const { refused } = onlyRow(rows);
    if (refused === null) return undefined;
    return {
      claim: refused.claim,
      facts: {
        used: refused.used,
        heldByCaseId: refused.heldByCaseId,
        retiredOn: refused.retiredOn,
        ...(refused.problem === undefined ? {} : { problem: refused.problem }),
      },
    };
  }

  async releaseClaims(
    manager: EntityManager,
    caseId: string,
    seq: number,
    resources: readonly string[],
  ): Promise<void> {
    const rows = await runPrepared<{ released: number }>(
      manager,
      "select case_release_claims($1, $2, $3) as released",
      [caseId, seq, resources],
    );
    const { released } = onlyRow(rows);
    if (released !== resources.length)
      throw new Error(`case ${caseId} gave back ${released} of ${resources.length} claims`);
  }

  /** @returns the content that could not be bound: of another case or account, erased, or used before */
  async bindContent(
    manager: EntityManager,
    caseId: string,
    accountId: string,
    seq: number,
    contentIds: readonly string[],
  ): Promise<string | undefined> {
    const rows = await runPrepared<{ unusable: string | null }>(
      manager,
      "select case_bind_content($1, $2, $3, $4) as unusable",
      [caseId, accountId, seq, contentIds],
    );
    return onlyRow(rows).unusable ?? undefined;
  }

  async log(manager: EntityManager, caseId: string): Promise<readonly Recorded[]> {
    const rows = await manager.query<{ log: Recorded[] }[]>("select case_log($1) as log", [caseId]);
    return onlyRow(rows).log;
  }

  /** The place in the row of written commands that lies so many seconds before the newest of them. */
  async writtenBeforeNewest(manager: EntityManager, seconds: number): Promise<WrittenPlace> {
    const rows = await manager.query<{ at: string }[]>(
      `select (coalesce(max(written_at), now()) - make_interval(secs => $1))::text as at from case_command`,
      [seconds],
    );
    return { writtenAt: onlyRow(rows).at, caseId: FIRST_CASE_ID };
  }

  /** Commands written after that place, in the order of writing, but not in the last few seconds. */
  writtenAfter(
    manager: EntityManager,
    place: WrittenPlace,
    notWithinSeconds: number,
    limit: number,
  ): Promise<WrittenCommand[]> {
    return manager.query<WrittenCommand[]>(
      `select written.case_id as "caseId", written.written_at::text as "writtenAt", f.kind, f.seq, f.finished_at is not null as "isFinished",
         extract(epoch from now() - written.written_at)::float8 as "secondsAgo"
       from (
         select case_id, written_at from case_command
         where (written_at, case_id) > ($1::timestamptz, $2::uuid) and written_at < now() - make_interval(secs => $3)
         order by written_at, case_id limit $4
       ) written left join case_file f using (case_id) order by written.written_at, written.case_id`,
      [place.writtenAt, place.caseId, notWithinSeconds, limit],
    );
  }

  /** Cases that must be running, oldest first, a page at a time. */
  async unfinished(
    manager: EntityManager,
    afterCaseId: string | null,
    limit: number,
  ): Promise<UnfinishedCase[]> {
    return manager.query<UnfinishedCase[]>(
      `select case_id as "caseId", kind, stage, area_code as "areaCode" from case_file
       where finished_at is null and ($1::uuid is null or case_id > $1) order by case_id limit $2`,
      [afterCaseId, limit],
    );
  }
}

/** How far one has come in the row of written commands; to the microsecond, which a `Date` does not hold. */
export interface WrittenPlace {
  readonly writtenAt: string;
  readonly caseId: string;
}

/** A written command, and how far the log of its case is; one that was refused at its opening has none. */
export interface WrittenCommand extends WrittenPlace {
  readonly kind: string | null;
  readonly seq: number | null;
  readonly isFinished: boolean;
  readonly secondsAgo: number;
}

export interface UnfinishedCase {
  readonly caseId: string;
  readonly kind: string;
  readonly stage: string;
  readonly areaCode: string;
}

interface RefusedClaimRow {
  claim: Claim;
  used: number;
  heldByCaseId: string | null;
  retiredOn: Day | null;
  problem?: HouseholdProblem;
}

function written(record: CaseRecord, claims: readonly ClaimsOfCommand[] = []): string {
  const { pairing, access, begunObligations, events } = record;
  return JSON.stringify({
    ...record,
    pairing: pairing === null ? null : pairingRow(pairing),
    access: access === null ? {} : accessRow(access),
    begunObligations: begunObligations.map(obligationRow),
    events: events.map(eventRow),
    claims,
  });
}

function eventRow(event: Recorded): Record<string, unknown> {
  const { seq, type, v, happenedOn, recordedAtMs, policyVersion, cause, ...data } = event;
  return { seq, type, v, happenedOn, recordedAtMs, policyVersion, cause, data };
}

function onlyRow<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error("a function call answers one row");
  return row;
}
