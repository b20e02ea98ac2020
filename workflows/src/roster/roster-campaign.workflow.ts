import type { RosterMove } from "@jiedui/domain";
import type {
  CampaignActivities,
  CampaignAnswer,
  CampaignMoves,
  CampaignRequest,
  CampaignState,
  RosterCampaignInput,
} from "@jiedui/workflow-contracts";
import {
  allHandlersFinished,
  condition,
  continueAsNew,
  defineUpdate,
  proxyActivities,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from "@temporalio/workflow";

/** A worker that dies is noticed by its silence; PostgreSQL or the engine away is waited for. */
const activities = proxyActivities<CampaignActivities>({
  startToCloseTimeout: "10 minutes",
  heartbeatTimeout: "20 seconds",
  retry: { initialInterval: "500ms", backoffCoefficient: 2, maximumInterval: "10 seconds" },
});
const PAGES_A_RUN = 250;
const LEADS_TO: CampaignMoves = { start: "running", pause: "paused", resume: "running", stop: "stopped" };

/**
 * A county's workbook is taken over: first its units, helpers and households, then its pairs, page by page, for as long as
 * nobody has it paused or stopped. What a page has done stands in PostgreSQL with it, row by row.
 */
export async function rosterCampaignWorkflow(input: RosterCampaignInput): Promise<void> {
  await new Campaign(input).run();
}

class Campaign {
  private readonly rosterId: string;
  private begun: CampaignRequest | null = null;
  private casesPerSecond: number;
  private wanted: CampaignState;
  private noted: CampaignState | null;
  private isOver = false;
  private registerAfter: number | null;
  private pairsAfter: number;

  constructor({ rosterId, carried }: RosterCampaignInput) {
    this.rosterId = rosterId;
    this.wanted = "running";
    this.noted = carried === null ? null : "running";
    this.casesPerSecond = carried?.casesPerSecond ?? 1;
    this.registerAfter = carried === null ? 0 : carried.registerAfter;
    this.pairsAfter = carried?.pairsAfter ?? 0;
    for (const move of Object.keys(LEADS_TO) as RosterMove[])
      setHandler(defineUpdate<CampaignAnswer, [CampaignRequest]>(move), (request) =>
        this.take(LEADS_TO[move], request),
      );
  }

  async run(): Promise<void> {
    if (await this.begins()) await this.workOff();
    this.isOver = true;
    await condition(allHandlersFinished);
  }

  private async begins(): Promise<boolean> {
    if (this.noted !== null) return true;
    await condition(() => this.begun !== null);
    if (this.begun === null || !(await activities.beginCampaign(this.rosterId, this.begun))) return false;
    this.noted = "running";
    return true;
  }

  private async workOff(): Promise<void> {
    for (let pages = 0; ; pages += 1) {
      if (this.wanted !== this.noted) await this.note(this.wanted);
      if (this.wanted === "stopped") return;
      if (this.wanted === "paused") await condition(() => this.wanted !== "paused");
      else if (!(await this.nextPage())) return this.note("finished");
      else if (this.mayRunAnew(pages)) await continueAsNew<typeof rosterCampaignWorkflow>(this.carriedOver());
    }
  }

  /** @returns false when no row is left */
  private async nextPage(): Promise<boolean> {
    if (this.registerAfter !== null) {
      this.registerAfter = await activities.takeOverRegister(this.rosterId, this.registerAfter);
      return true;
    }
    const last = await activities.openPairings(this.rosterId, this.pairsAfter, this.casesPerSecond);
    if (last === null) return false;
    this.pairsAfter = last;
    return true;
  }

  /** Answers when the state that was asked for stands in PostgreSQL, which is after the present page. */
  private async take(wanted: CampaignState, request: CampaignRequest): Promise<CampaignAnswer> {
    this.begun ??= request;
    this.casesPerSecond = request.casesPerSecond;
    this.wanted = wanted;
    await condition(() => this.noted === wanted || this.isOver);
    return this.noted;
  }

  private async note(state: CampaignState): Promise<void> {
    await activities.noteCampaign(this.rosterId, state, this.casesPerSecond);
    this.noted = state;
    setCurrentDetails(state);
  }

  private mayRunAnew(pages: number): boolean {
    const isFull = pages >= PAGES_A_RUN || workflowInfo().continueAsNewSuggested;
    return isFull && this.wanted === this.noted && allHandlersFinished();
  }

  private carriedOver(): RosterCampaignInput {
    const { rosterId, casesPerSecond, registerAfter, pairsAfter } = this;
    return { rosterId, carried: { casesPerSecond, registerAfter, pairsAfter } };
  }
}
