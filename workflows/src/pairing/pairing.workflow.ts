import { pairingKind } from "@jiedui/domain";
import type { CaseInput } from "@jiedui/workflow-contracts";
import { runCase } from "../shell/case-shell";

/**
 * A pairing for its whole life: opened by a signing, kept alive by visits, moved up the ladder when none comes, closed
 * only with another person's approval. The story is the table of moves in `domain`; this names it for the engine.
 */
export async function pairingWorkflow(input: CaseInput): Promise<void> {
  await runCase(pairingKind, input);
}
