import { RosterCampaignRepository, type PairToOpen, type RosterToTakeOver } from "@jiedui/database";
import type { CaseCommand, PairingPayloads, RosterReason } from "@jiedui/domain";
import { stableUuid } from "@jiedui/platform";
import type { CampaignActivities, CampaignRequest, CampaignState } from "@jiedui/workflow-contracts";
import { Context } from "@temporalio/activity";
import type { DataSource } from "typeorm";
import type { CaseOpener } from "./case-opener";
import { eachAtItsTime } from "./pace";

const REGISTER_PAGE = 500;
/** So long is a page of pairings: after it a campaign looks whether it shall pause. */
const PAGE_SECONDS = 2;
const AT_ONCE = 16;

type Opening = CaseCommand<"open", PairingPayloads["open"]>;

/** What a campaign does with a workbook's rows, page by page. Each row is settled in the records as soon as it is done. */
export class RosterCampaignActivities implements CampaignActivities {
  private readonly repository = new RosterCampaignRepository();

  constructor(
    private readonly dataSource: DataSource,
    private readonly opener: CaseOpener,
  ) {}

  beginCampaign(rosterId: string, { actor, casesPerSecond }: CampaignRequest): Promise<boolean> {
    return this.repository.begin(this.dataSource.manager, rosterId, { ...actor, casesPerSecond });
  }

  noteCampaign(rosterId: string, state: CampaignState, casesPerSecond: number): Promise<void> {
    return this.repository.noteState(this.dataSource.manager, rosterId, state, casesPerSecond);
  }

  async takeOverRegister(rosterId: string, after: number): Promise<number | null> {
    const page = await this.repository.takeOverRegister(
      this.dataSource.manager,
      rosterId,
      after,
      REGISTER_PAGE,
    );
    return page?.lastOrdinal ?? null;
  }

  async openPairings(rosterId: string, after: number, casesPerSecond: number): Promise<number | null> {
    const { manager } = this.dataSource;
    const roster = await this.repository.get(manager, rosterId);
    if (roster === undefined) throw new Error(`roster ${rosterId} is not here`);
    const page = await this.repository.nextPairs(manager, rosterId, after, casesPerSecond * PAGE_SECONDS);
    const { cancellationSignal } = Context.current();
    await eachAtItsTime(page, { perSecond: casesPerSecond, atOnce: AT_ONCE }, async (pair) => {
      cancellationSignal.throwIfAborted();
      await this.openPair(rosterId, roster, pair);
      Context.current().heartbeat();
    });
    return page.at(-1)?.ordinal ?? null;
  }

  private async openPair(rosterId: string, roster: RosterToTakeOver, pair: PairToOpen): Promise<void> {
    const key = `roster:${rosterId}:${pair.ordinal}`;
    const caseId = stableUuid("pairing", roster.startedBy, key);
    const payload = payloadOf(roster, pair);
    const reason: RosterReason | null =
      "code" in payload ? payload : await this.refusalOf(caseId, commandOf(key, roster, payload));
    await this.repository.settlePair(this.dataSource.manager, rosterId, {
      ordinal: pair.ordinal,
      caseId,
      reason,
    });
  }

  private async refusalOf(caseId: string, command: Opening): Promise<RosterReason | null> {
    const answer = await this.opener.open(caseId, command);
    return answer.accepted ? null : answer.refusal;
  }
}

function commandOf(
  key: string,
  { startedBy, startedRole }: RosterToTakeOver,
  payload: Opening["payload"],
): Opening {
  return {
    move: "open",
    payload,
    key,
    // The row does not change, and what was decided under its key stays: whatever it refers to may have changed since.
    bodyHash: key,
    actor: { accountId: startedBy, role: startedRole },
    basedOnSeq: null,
    knownSeq: null,
    contentIds: [],
  };
}

function payloadOf({ programmeId }: RosterToTakeOver, pair: PairToOpen): Opening["payload"] | RosterReason {
  const { subject, leadHelper, subjectId, helperId, signedOn, lastVisitOn } = pair;
  if (subject === null) return { code: "SUBJECT_NOT_IN_REGISTER", subjectId };
  if (leadHelper === null) return { code: "HELPER_NOT_IN_SERVICE", helperId, retiredOn: null };
  return {
    programmeId,
    subject,
    leadHelper,
    coHelpers: [],
    signedOn,
    termMonths: null,
    takenOver: { lastVisitOn },
  };
}
