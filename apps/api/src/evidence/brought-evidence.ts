import { EvidenceRepository } from "@jiedui/database";
import { evidenceIds } from "@jiedui/http-contracts";
import { ProblemError } from "@jiedui/platform";
import type { EntityManager } from "typeorm";
import { z } from "zod";

const bringing = z.object({ evidenceIds });

/**
 * The photographs and scans that a move's request brings along, whatever else it asks. Whether a command has taken them
 * before is decided by `act`, which binds them.
 * @throws ProblemError 409 when one of them is not the sender's, or not of this case
 */
export async function broughtEvidence(
  manager: EntityManager,
  request: Record<string, unknown>,
  { caseId, accountId }: { readonly caseId: string; readonly accountId: string },
): Promise<readonly string[]> {
  const { evidenceIds: ids = [] } = bringing.parse(request);
  if (ids.length === 0) return ids;
  const owned = await new EvidenceRepository().ownedIn(manager, caseId, accountId, ids);
  const foreign = ids.find((id) => !owned.includes(id));
  if (foreign !== undefined) throw new ProblemError(409, "CONTENT_NOT_USABLE", { contentId: foreign });
  return ids;
}
