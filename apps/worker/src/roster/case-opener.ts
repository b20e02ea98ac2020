import { CommandRepository } from "@jiedui/database";
import type { CaseCommand, CommandAnswer, PairingPayloads } from "@jiedui/domain";
import { TimeSkipping, keywordAttributes } from "@jiedui/platform";
import { caseStart, type CaseInput } from "@jiedui/workflow-contracts";
import { WithStartWorkflowOperation, WorkflowUpdateStage, type Client } from "@temporalio/client";
import type { DataSource } from "typeorm";
import { worldNowMs, type World } from "../world-clock";

type Opening = CaseCommand<"open", PairingPayloads["open"]>;
type CaseWorkflow = (input: CaseInput) => Promise<void>;
const ANSWER_WITHIN_MS = 30_000;

/** Opens pairings for a campaign by the ordinary command; under the same key each is opened once. */
export class CaseOpener {
  private readonly commands = new CommandRepository();
  private readonly time: TimeSkipping;

  constructor(
    private readonly client: Client,
    private readonly dataSource: DataSource,
    private readonly taskQueue: string,
    private readonly world: World,
  ) {
    this.time = new TimeSkipping(client, client.options.namespace);
  }

  /** @throws when no answer came in time: the same may be asked again */
  async open(caseId: string, command: Opening): Promise<CommandAnswer> {
    const answer = await this.client.withDeadline(Date.now() + ANSWER_WITHIN_MS, () =>
      this.asked(caseId, command),
    );
    if (answer.accepted) return answer;
    // A case that has caught up with a killed worker's record refuses what it holds already: the record is the answer.
    const { accountId } = command.actor;
    const known = await this.commands.find(this.dataSource.manager, caseId, accountId, command.key);
    return known?.answer ?? answer;
  }

  private async asked(caseId: string, command: Opening): Promise<CommandAnswer> {
    const notBeforeMs = this.world === "rehearsal" ? await worldNowMs(this.world, this.dataSource) : null;
    const { areaCode } = command.payload.subject;
    const start = caseStart(
      "pairing",
      { caseId, resume: false, notBeforeMs },
      { stage: "helping", areaCode },
    );
    const handle = await this.client.workflow.startUpdateWithStart<
      CaseWorkflow,
      CommandAnswer,
      [CaseCommand]
    >(command.move, {
      args: [command],
      updateId: `${caseId}:${command.key}`,
      waitForStage: WorkflowUpdateStage.ACCEPTED,
      startWorkflowOperation: new WithStartWorkflowOperation(start.workflowType, {
        workflowId: start.workflowId,
        taskQueue: this.taskQueue,
        args: [start.input],
        workflowIdConflictPolicy: "USE_EXISTING",
        typedSearchAttributes: keywordAttributes(start.searchAttributes),
      }),
    });
    if (notBeforeMs !== null) await this.time.fastForwardTo(start.workflowId, notBeforeMs);
    return handle.result();
  }
}
