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
}
