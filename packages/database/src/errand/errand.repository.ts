import type { EntityManager } from "typeorm";

export const ERRAND_KINDS = ["notice", "draw"] as const;
export type ErrandKind = (typeof ERRAND_KINDS)[number];

/** A document's round of errands: one move to some of its cases, in somebody's name. */
export interface Errands {
  readonly kind: ErrandKind;
  readonly documentId: string;
  readonly round: number;
  readonly move: string;
  readonly accountId: string;
  readonly areaCode: string;
}
export interface Errand extends Errands {
  readonly caseId: string;
  readonly request: Record<string, unknown>;
}
export interface ErrandAnswer {
  readonly accepted: boolean;
  readonly code: string | null;
  readonly facts: Record<string, unknown>;
}

/** What documents ask of their cases. Written together with the order, so that no crash leaves half of it unsaid. */
export class ErrandRepository {
  async insert(
    manager: EntityManager,
    { kind, documentId, round, move, accountId, areaCode }: Errands,
    requests: readonly { readonly caseId: string; readonly request: Record<string, unknown> }[],
  ): Promise<void> {
    await manager.query(
      `insert into errand (document_id, round, case_id, kind, move, request, account_id, area_code)
       select $1, $2, asked."caseId", $3, $4, asked.request, $5, $6 from jsonb_to_recordset($7::jsonb) as asked("caseId" uuid, request jsonb)`,
      [documentId, round, kind, move, accountId, areaCode, JSON.stringify(requests)],
    );
  }

  /** Those that wait for an answer, the oldest first. */
  open(manager: EntityManager, documentId: string | null, limit: number): Promise<Errand[]> {
    return manager.query<Errand[]>(
      `select document_id as "documentId", round, case_id as "caseId", kind, move, request, account_id as "accountId", area_code as "areaCode"
       from errand where answered_at is null and ($1::uuid is null or document_id = $1) order by asked_at, document_id, case_id limit $2`,
      [documentId, limit],
    );
  }

  async countOpen(manager: EntityManager, documentId: string): Promise<number> {
    const [row] = await manager.query<{ count: number }[]>(
      "select count(*)::int as count from errand where document_id = $1 and answered_at is null",
      [documentId],
    );
    return row?.count ?? 0;
  }

  /** @returns false when somebody else has put the same answer down before */
  async answer(
    manager: EntityManager,
    { documentId, round, caseId }: Errand,
    { accepted, code, facts }: ErrandAnswer,
  ): Promise<boolean> {
    const [, changed] = await manager.query<[unknown, number]>(
      `update errand set answered_at = world_now(), accepted = $4, code = $5, facts = $6
       where document_id = $1 and round = $2 and case_id = $3 and answered_at is null`,
      [documentId, round, caseId, accepted, code, JSON.stringify(facts)],
    );
    return changed > 0;
  }
}
