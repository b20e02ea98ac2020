import { CommandRepository, onOneConnection } from "@jiedui/database";
import type { CaseCommand, CommandAnswer, PairingPayloads } from "@jiedui/domain";
import { TimeSkipping, keywordAttributes } from "@jiedui/platform";
import { caseStart, STAGE_AT_START, type CaseInput } from "@jiedui/workflow-contracts";
import {
  isGrpcServiceError,
  WithStartWorkflowOperation,
  WorkflowUpdateStage,
  type Client,
} from "@temporalio/client";
import type { DataSource } from "typeorm";
import { worldNowMs, type World } from "../world-clock";

type Opening = CaseCommand<"open", PairingPayloads["open"]>;
type Helping = CaseCommand<"addCoHelper", PairingPayloads["addCoHelper"]>;
interface Case {
  readonly caseId: string;
  readonly stage: string;
  readonly areaCode: string;
  /** Whether it has a log that it goes on from, should the engine not have it. */
  readonly resume: boolean;
}
type CaseWorkflow = (input: CaseInput) => Promise<void>;
const ANSWER_WITHIN_MS = 30_000;
const GRPC_NOT_FOUND = 5;

/** Opens pairings for a campaign, and has helpers help along, by the ordinary commands; under the same key each once. */
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
  open(caseId: string, command: Opening): Promise<CommandAnswer> {
    const { areaCode } = command.payload.subject;
    return this.answerTo({ caseId, stage: STAGE_AT_START, areaCode, resume: false }, command);
  }

  /** @throws when no answer came in time: the same may be asked again */
  addCoHelper(pairing: Omit<Case, "resume">, command: Helping): Promise<CommandAnswer> {
    return this.answerTo({ ...pairing, resume: true }, command);
  }

  private async answerTo(ofCase: Case, command: Opening | Helping): Promise<CommandAnswer> {
    const answer = await this.client.withDeadline(Date.now() + ANSWER_WITHIN_MS, () =>
      this.asked(ofCase, command),
    );
    if (answer.accepted) return answer;
    // A case that has caught up with a killed worker's record refuses what it holds already: the record is the answer.
    const { accountId } = command.actor;
    const known = await onOneConnection(this.dataSource, (manager) =>
      this.commands.find(manager, ofCase.caseId, accountId, command.key),
    );
    return known?.answer ?? answer;
  }

  private async asked(
    { caseId, stage, areaCode, resume }: Case,
    command: CaseCommand,
  ): Promise<CommandAnswer> {
    const notBeforeMs = this.world === "rehearsal" ? await worldNowMs(this.world, this.dataSource) : null;
    const start = caseStart("pairing", { caseId, resume, notBeforeMs }, { stage, areaCode });
    if (notBeforeMs !== null && resume) await this.bringToThePresent(start.workflowId, notBeforeMs);
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

  /** A running case of the rehearsal is behind its world; one that does not run begins where the world is. */
  private async bringToThePresent(workflowId: string, nowMs: number): Promise<void> {
    try {
      await this.time.fastForwardTo(workflowId, nowMs);
    } catch (failure) {
      if (!isGrpcServiceError(failure) || failure.code !== GRPC_NOT_FOUND) throw failure;
    }
  }
}
