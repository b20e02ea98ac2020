import type { CaseCommand } from "@jiedui/domain";
import { TimeSkipping } from "@jiedui/platform";
import { workflowIdOf, type CaseKindName } from "@jiedui/workflow-contracts";
import type { Client } from "@temporalio/client";
import type { DataSource } from "typeorm";
import { worldNowMs, type World } from "../world-clock";
import { SYSTEM_ACTOR } from "./system-actor";

/** A command that the system gives a case, and the name under which the engine knows this sending of it. */
export interface SystemCommand {
  readonly kind: CaseKindName;
  readonly caseId: string;
  readonly move: string;
  readonly payload: unknown;
  readonly key: string;
  readonly updateId: string;
}

/** Gives commands to cases that nobody has signed in for. In a rehearsal the case is moved to the clock before. */
export class SystemCommands {
  constructor(
    private readonly client: Client,
    private readonly dataSource: DataSource,
    private readonly world: World,
  ) {}

  /** @throws WorkflowUpdateFailedError when the case refuses; see `isRefused` */
  async give({ kind, caseId, move, payload, key, updateId }: SystemCommand): Promise<void> {
    const command: CaseCommand = {
      move,
      payload,
      key,
      bodyHash: key,
      actor: SYSTEM_ACTOR,
      basedOnSeq: null,
      knownSeq: null,
      contentIds: [],
    };
    const handle = this.client.workflow.getHandle(workflowIdOf(kind, caseId));
    if (this.world === "rehearsal")
      await new TimeSkipping(this.client, this.client.options.namespace).fastForwardTo(
        handle.workflowId,
        await worldNowMs(this.world, this.dataSource),
      );
    await handle.executeUpdate(move, { args: [command], updateId });
  }
}
