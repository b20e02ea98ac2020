import type { Rank } from "@jiedui/domain";
import { ProblemError } from "@jiedui/platform";
import type { EntityManager } from "typeorm";

export interface NamedHelper {
  readonly id: string;
  readonly rank: Rank;
  readonly unitId: string;
}

/**
 * Ids and codes of helpers whom a request names, in its order, as the asking account may see them.
 * @throws ProblemError 404 when one of them is not there, or not in the asker's scope
 */
export async function helpersInScope<Ids extends readonly string[]>(
  manager: EntityManager,
  ids: readonly [...Ids],
): Promise<{ [Place in keyof Ids]: NamedHelper }> {
  const found = await manager.query<NamedHelper[]>(
    `select id, rank, unit_id as "unitId" from helper where id = any ($1)`,
    [ids],
  );
  return ids.map((helperId) => {
    const helper = found.find(({ id }) => id === helperId);
    if (helper === undefined) throw new ProblemError(404, "NOT_FOUND", { what: "helper", helperId });
    return helper;
  }) as { [Place in keyof Ids]: NamedHelper };
}
