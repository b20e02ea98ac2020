import type { EntityManager } from "typeorm";

export interface Swept {
  readonly contents: number;
  readonly sessions: number;
}

export class HousekeepingRepository {
  /** Removes content that no case took within so many days, and sessions that have ended. */
  async sweep(manager: EntityManager, unboundContentDays: number): Promise<Swept> {
    const [swept] = await manager.query<[Swept]>("select contents, sessions from sweep($1)", [
      unboundContentDays,
    ]);
    return swept;
  }

  /** Hashes of files that no content refers to any more. */
  async unusedFiles(manager: EntityManager, limit: number): Promise<string[]> {
    const rows = await manager.query<{ hash: string }[]>(
      "select hash from unused_evidence_files($1) as hash",
      [limit],
    );
    return rows.map(({ hash }) => hash);
  }

  /**
   * Within one transaction: the file's row, then the file. Whoever brings the same file meanwhile waits, and stores it anew.
   * @returns false when somebody has come to refer to it
   */
  async forgetFile(manager: EntityManager, hash: string, remove: () => Promise<void>): Promise<boolean> {
    const [row] = await manager.query<[{ forgotten: boolean }]>(
      "select forget_evidence_file($1) as forgotten",
      [hash],
    );
    if (row.forgotten) await remove();
    return row.forgotten;
  }
}
