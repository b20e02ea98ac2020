import type { EntityManager } from "typeorm";

export interface ProgrammeRow {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly version: number;
  readonly policy: Record<string, unknown>;
}

export class ProgrammeView {
  all(manager: EntityManager): Promise<ProgrammeRow[]> {
    return manager.query<ProgrammeRow[]>(
      `select g.id, g.name, g.place, g.current_version as version, p.document as policy
       from programme g join policy p on p.programme_id = g.id and p.version = g.current_version order by g.id`,
    );
  }

  /** The document of one version, as it was when it came into force. */
  async document(
    manager: EntityManager,
    programmeId: string,
    version: number,
  ): Promise<Record<string, unknown> | undefined> {
    const [row] = await manager.query<{ document: Record<string, unknown> }[]>(
      "select document from policy where programme_id = $1 and version = $2",
      [programmeId, version],
    );
    return row?.document;
  }
}
