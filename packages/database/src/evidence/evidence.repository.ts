import type { EntityManager } from "typeorm";

/** A photograph or scan that somebody brings, before a command takes it. */
export interface NewEvidence {
  readonly id: string;
  readonly caseId: string;
  readonly ownerAccountId: string;
  readonly areaCode: string;
  readonly hash: string;
  readonly kind: string;
  readonly bytes: number;
  readonly body: Record<string, unknown>;
  readonly bodyHash: string;
}

/** A piece of evidence that may be looked at. */
export interface EvidenceSeen {
  readonly id: string;
  readonly hash: string;
  readonly kind: string;
}

/** Writes of the api about evidence; what becomes of the files is `store`'s part, which it hands in. */
export class EvidenceRepository {
  /**
   * Stores a file that is not there yet, then the content row that refers to it; all of the caller's transaction, so that
   * a row never refers to a file that is not there. Nobody can forget the file in between: its row is locked.
   * @returns the id under which it stands: the one of before when the same was brought and not used yet
   */
  async insertPending(
    manager: EntityManager,
    evidence: NewEvidence,
    store: () => Promise<void>,
  ): Promise<string> {
    const { id, caseId, ownerAccountId, areaCode, hash, kind, bytes, body, bodyHash } = evidence;
    const [file] = await manager.query<{ isNew: boolean }[]>(
      `insert into evidence_file (hash, kind, bytes) values ($1, $2, $3)
       on conflict (hash) do update set stored_at = now() returning xmax = 0 as "isNew"`,
      [hash, kind, bytes],
    );
    if (file?.isNew === true) await store();
    await manager.query(
      `insert into content (id, case_id, owner_account_id, purpose, body, body_hash, area_code, file_hash)
       values ($1, $2, $3, 'evidence', $4, $5, $6, $7)
       on conflict (case_id, owner_account_id, file_hash) where status = 'pending' and file_hash is not null do nothing`,
      [id, caseId, ownerAccountId, JSON.stringify(body), bodyHash, areaCode, hash],
    );
    const [row] = await manager.query<{ id: string }[]>(
      "select id from content where case_id = $1 and owner_account_id = $2 and file_hash = $3 and status = 'pending'",
      [caseId, ownerAccountId, hash],
    );
    if (row === undefined) throw new Error("evidence that was just brought is there");
    return row.id;
  }

  /** Those of the ids that are this account's evidence in this case, whether a command has taken them or not. */
  async ownedIn(
    manager: EntityManager,
    caseId: string,
    ownerAccountId: string,
    ids: readonly string[],
  ): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `select id from content where id = any ($1::uuid[]) and case_id = $2 and owner_account_id = $3 and purpose = 'evidence' and status <> 'erased'`,
      [ids, caseId, ownerAccountId],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Lets photographs or scans that were brought for one case of a document prove the same in others of its cases: for each
   * of these another row for the same file, pending like the first.
   * @returns the rows by case; or the piece that is not the account's, or was brought for none of these cases
   */
  async alsoIn(
    manager: EntityManager,
    evidence: {
      readonly ids: readonly string[];
      readonly ownerAccountId: string;
      readonly broughtFor: readonly string[];
    },
    others: readonly { readonly evidenceId: string; readonly id: string; readonly caseId: string }[],
  ): Promise<{ readonly notUsable: string } | { readonly byCase: ReadonlyMap<string, string[]> }> {
    const { ids, ownerAccountId, broughtFor } = evidence;
    const found = await manager.query<{ id: string }[]>(
      `select id from content where id = any ($1::uuid[]) and owner_account_id = $2 and case_id = any ($3::uuid[]) and purpose = 'evidence' and status <> 'erased'`,
      [ids, ownerAccountId, broughtFor],
    );
    const notUsable = ids.find((id) => !found.some((each) => each.id === id));
    if (notUsable !== undefined) return { notUsable };
    await manager.query(
      `insert into content (id, case_id, owner_account_id, purpose, body, body_hash, area_code, file_hash)
       select o.id, p.case_id, c.owner_account_id, c.purpose, c.body, c.body_hash, p.area_code, c.file_hash
       from jsonb_to_recordset($1::jsonb) as o("evidenceId" uuid, id uuid, "caseId" uuid) join content c on c.id = o."evidenceId"
         join pairing p on p.case_id = o."caseId" and p.known_to is null on conflict do nothing`,
      [JSON.stringify(others)],
    );
    const rows = await manager.query<{ caseId: string; proof: string[] }[]>(
      `select o."caseId", array_agg(proof.id order by o.place) as proof
       from rows from (jsonb_to_recordset($1::jsonb) as ("evidenceId" uuid, id uuid, "caseId" uuid)) with ordinality as o("evidenceId", id, "caseId", place)
         join content c on c.id = o."evidenceId" cross join lateral (
           select f.id from content f where f.case_id = o."caseId" and f.owner_account_id = $2 and f.file_hash = c.file_hash and (f.status = 'pending' or f.id = o.id) limit 1
         ) proof group by o."caseId"`,
      [JSON.stringify(others), ownerAccountId],
    );
    return { byCase: new Map(rows.map(({ caseId, proof }) => [caseId, proof])) };
  }

  /**
   * Notes that an account looks at a piece of evidence.
   * @returns undefined when there is no such evidence for it: not in its scope, erased, or another's that no case has taken
   */
  async look(manager: EntityManager, id: string, accountId: string): Promise<EvidenceSeen | undefined> {
    const [seen] = await manager.query<EvidenceSeen[]>(
      `select c.id, c.file_hash as hash, f.kind from content c join evidence_file f on f.hash = c.file_hash
       where c.id = $1 and (c.status = 'bound' or c.owner_account_id = $2)`,
      [id, accountId],
    );
    if (seen === undefined) return undefined;
    await manager.query(
      `insert into evidence_look (content_id, case_id, account_id, area_code) select id, case_id, $2, area_code from content where id = $1`,
      [id, accountId],
    );
    return seen;
  }
}
