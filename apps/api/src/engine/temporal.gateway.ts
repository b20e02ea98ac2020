import type { CaseCommand, CommandAnswer, PairingPayloads, Refusal } from "@jiedui/domain";
import { ProblemError, TimeSkipping, hashOf, keywordAttributes } from "@jiedui/platform";
import {
  REFUSED_FAILURE_TYPE,
  caseStart,
  workflowIdOf,
  type CaseInput,
  type CaseKindName,
} from "@jiedui/workflow-contracts";
import { Injectable } from "@nestjs/common";
import {
  Client,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateStage,
  isGrpcServiceError,
} from "@temporalio/client";
import { ApplicationFailure } from "@temporalio/common";
import { WorldClock } from "./world-clock";

/** What became of a command: answered, or taken on by the engine and answered later under the same key. */
export type Outcome =
  { readonly state: "answered"; readonly answer: CommandAnswer } | { readonly state: "accepted" };

type CaseWorkflow = (input: CaseInput) => Promise<void>;

const ANSWER_WITHIN_MS = 10_000;
const ACCEPT_WITHIN_MS = 2_000;
const RETRY_AFTER = { "retry-after": "5" };

/** The one way from the api to the engine: one call a command. */
@Injectable()
export class TemporalGateway {
  private readonly time: TimeSkipping;

  constructor(
    private readonly client: Client,
    private readonly taskQueue: string,
    private readonly clock: WorldClock,
    private readonly canSkipTime: boolean,
  ) {
    this.time = new TimeSkipping(client, client.options.namespace);
  }

  /** Starts a pairing's workflow with its opening, or finds the one that the same key has started. */
  openPairing(caseId: string, command: CaseCommand<"open", PairingPayloads["open"]>): Promise<Outcome> {
    return this.open("pairing", caseId, command, command.payload.subject.areaCode);
  }

  /**
   * Sends a move to a running case.
   * @returns undefined when the engine knows no such running case
   */
  async move(kind: CaseKindName, caseId: string, command: CaseCommand): Promise<Outcome | undefined> {
    const handle = this.client.workflow.getHandle(workflowIdOf(kind, caseId));
    const update = { args: [command] as [CaseCommand], updateId: updateIdOf(command) };
    try {
      if (this.clock.world === "rehearsal") {
        this.requireTimeSkipping();
        await this.time.fastForwardTo(handle.workflowId, await this.clock.nowMs());
      }
      return await this.settle(
        () => handle.executeUpdate<CommandAnswer, [CaseCommand]>(command.move, update),
        () =>
          handle.startUpdate<CommandAnswer, [CaseCommand]>(command.move, {
            ...update,
            waitForStage: WorkflowUpdateStage.ACCEPTED,
          }),
      );
    } catch (failure) {
      if (isNoRunningCase(failure)) return undefined;
      throw failure;
    }
  }

  private async open(
    kind: CaseKindName,
    caseId: string,
    command: CaseCommand,
    areaCode: string,
  ): Promise<Outcome> {
    const rehearsal = this.clock.world === "rehearsal";
    if (rehearsal) this.requireTimeSkipping();
    const notBeforeMs = rehearsal ? await this.clock.nowMs() : null;
    const start = caseStart(kind, { caseId, resume: false, notBeforeMs }, { stage: "helping", areaCode });
    const operation = () =>
      new WithStartWorkflowOperation(start.workflowType, {
        workflowId: start.workflowId,
        taskQueue: this.taskQueue,
        args: [start.input],
        workflowIdConflictPolicy: "USE_EXISTING",
        typedSearchAttributes: keywordAttributes(start.searchAttributes),
      });
    const update = { args: [command] as [CaseCommand], updateId: updateIdOf(command) };
    const accepted = () =>
      this.client.workflow.startUpdateWithStart<CaseWorkflow, CommandAnswer, [CaseCommand]>(command.move, {
        ...update,
        waitForStage: WorkflowUpdateStage.ACCEPTED,
        startWorkflowOperation: operation(),
      });
    if (notBeforeMs === null)
      return this.settle(
        () =>
          this.client.workflow.executeUpdateWithStart<CaseWorkflow, CommandAnswer, [CaseCommand]>(
            command.move,
            {
              ...update,
              startWorkflowOperation: operation(),
            },
          ),
        accepted,
      );
    const handle = await accepted();
    await this.time.fastForwardTo(start.workflowId, notBeforeMs);
    return this.settle(() => handle.result(), accepted);
  }

  /** @throws ProblemError 503 where a rehearsal was set up on an engine that cannot skip time */
  private requireTimeSkipping(): void {
    if (!this.canSkipTime) throw new ProblemError(503, "REHEARSAL_UNAVAILABLE");
  }

  /**
   * Waits a while for the answer; then asks whether the engine has at least taken the command on.
   * @throws ProblemError 503 when not even that is known: the same key may be sent again
   */
  private async settle(
    answer: () => Promise<CommandAnswer>,
    accepted: () => Promise<unknown>,
  ): Promise<Outcome> {
    try {
      return {
        state: "answered",
        answer: await this.client.withDeadline(Date.now() + ANSWER_WITHIN_MS, answer),
      };
    } catch (failure) {
      const refusal = refusalOf(failure);
      if (refusal !== undefined) return { state: "answered", answer: { accepted: false, refusal } };
      if (isNoRunningCase(failure)) throw failure;
      return this.acceptedAtLeast(accepted, failure);
    }
  }

  private async acceptedAtLeast(accepted: () => Promise<unknown>, cause: unknown): Promise<Outcome> {
    try {
      await this.client.withDeadline(Date.now() + ACCEPT_WITHIN_MS, accepted);
      return { state: "accepted" };
    } catch (failure) {
      const refusal = refusalOf(failure);
      if (refusal !== undefined) return { state: "answered", answer: { accepted: false, refusal } };
      throw new ProblemError(503, "OUTCOME_UNKNOWN", {}, { cause, headers: RETRY_AFTER });
    }
  }
}

const GRPC_NOT_FOUND = 5;
function isNoRunningCase(failure: unknown): boolean {
  return (
    failure instanceof WorkflowNotFoundError ||
    (isGrpcServiceError(failure) && failure.code === GRPC_NOT_FOUND)
  );
}

/**
 * The same actor's same key is the same update, however often it is sent. With another body it is another update, which
 * the case refuses: the engine must not give it the answer to the first.
 */
function updateIdOf({ actor, key, bodyHash }: CaseCommand): string {
  return hashOf([actor.accountId, key, bodyHash]);
}

function refusalOf(failure: unknown): Refusal | undefined {
  if (!(failure instanceof WorkflowUpdateFailedError)) return undefined;
  const { cause } = failure;
  if (!(cause instanceof ApplicationFailure) || cause.type !== REFUSED_FAILURE_TYPE) return undefined;
  return cause.details?.[0] as Refusal;
}
