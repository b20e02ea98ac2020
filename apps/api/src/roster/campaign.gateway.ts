import { randomUUID } from "node:crypto";
import type { RosterMove } from "@jiedui/domain";
import { ProblemError } from "@jiedui/platform";
import {
  ROSTER_CAMPAIGN_TYPE,
  campaignsQueueOf,
  rosterCampaignId,
  type CampaignAnswer,
  type CampaignRequest,
  type RosterCampaignInput,
} from "@jiedui/workflow-contracts";
import { WithStartWorkflowOperation, type Client } from "@temporalio/client";

const ANSWER_WITHIN_MS = 20_000;

/** Says to a campaign what it shall do; one that the engine has lost is begun anew with it. */
export class CampaignGateway {
  constructor(
    private readonly client: Client,
    private readonly casesQueue: string,
  ) {}

  /**
   * @returns where it stands then; null when there is nothing to be run
   * @throws ProblemError 503 when no answer came in time: the same may be asked again
   */
  async move(rosterId: string, move: RosterMove, request: CampaignRequest): Promise<CampaignAnswer> {
    const input: RosterCampaignInput = { rosterId, carried: null };
    try {
      return await this.client.withDeadline(Date.now() + ANSWER_WITHIN_MS, () =>
        this.client.workflow.executeUpdateWithStart<
          (input: RosterCampaignInput) => Promise<void>,
          CampaignAnswer,
          [CampaignRequest]
        >(move, {
          args: [request],
          updateId: randomUUID(),
          startWorkflowOperation: new WithStartWorkflowOperation(ROSTER_CAMPAIGN_TYPE, {
            workflowId: rosterCampaignId(rosterId),
            taskQueue: campaignsQueueOf(this.casesQueue),
            args: [input],
            workflowIdConflictPolicy: "USE_EXISTING",
          }),
        }),
      );
    } catch (failure) {
      throw new ProblemError(503, "OUTCOME_UNKNOWN", {}, { cause: failure, headers: { "retry-after": "5" } });
    }
  }
}
