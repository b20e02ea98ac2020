import {
  RosterCampaignRepository,
  type CoHelperToAdd,
  type PairToOpen,
  type RosterToTakeOver,
} from "@jiedui/database";
import {
  takenOverOf,
  type CaseCommand,
  type CommandAnswer,
  type PairingMove,
  type PairingPayloads,
  type RosterReason,
} from "@jiedui/domain";
import { stableUuid } from "@jiedui/platform";
import type { CampaignActivities, CampaignRequest, CampaignState } from "@jiedui/workflow-contracts";
import { Context } from "@temporalio/activity";
import type { DataSource } from "typeorm";
import type { CaseOpener } from "./case-opener";
import { eachAtItsTime, Turns } from "./pace";

const REGISTER_PAGE = 500;
/** So long is a page of pairings: after it a campaign looks whether it shall pause. */
const PAGE_SECONDS = 2;
const AT_ONCE = 16;

type Opening = CaseCommand<"open", PairingPayloads["open"]>;
interface Settled {
  readonly caseId: string;
  readonly reason: RosterReason | null;
}

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
    const most = casesPerSecond * PAGE_SECONDS;
    const keyOf = (ordinal: number) => `roster:${rosterId}:${ordinal}`;
    const pairs = await this.repository.nextPairs(manager, rosterId, after, most);
    if (pairs.length > 0)
      return this.settleEach(rosterId, casesPerSecond, pairs, (pair) =>
        this.openPair(keyOf(pair.ordinal), roster, pair),
      );
    const coHelpers = await this.repository.nextCoHelpers(manager, rosterId, after, most);
    const turns = new Turns();
    return this.settleEach(rosterId, casesPerSecond, coHelpers, (coHelper) =>
      turns.take(coHelper.pairing?.caseId ?? "", () =>
        this.addCoHelper(keyOf(coHelper.ordinal), roster, coHelper),
      ),
    );
  }

  private async settleEach<Row extends { readonly ordinal: number }>(
    rosterId: string,
    perSecond: number,
    page: readonly Row[],
    work: (row: Row) => Promise<Settled>,
  ): Promise<number | null> {
    const { cancellationSignal } = Context.current();
    await eachAtItsTime(page, { perSecond, atOnce: AT_ONCE }, async (row) => {
      cancellationSignal.throwIfAborted();
      const settled = await work(row);
      const { ordinal } = row;
      await this.repository.settlePair(this.dataSource.manager, rosterId, { ordinal, ...settled });
      Context.current().heartbeat();
    });
    return page.at(-1)?.ordinal ?? null;
  }

  private async openPair(key: string, roster: RosterToTakeOver, pair: PairToOpen): Promise<Settled> {
    const caseId = stableUuid("pairing", roster.startedBy, key);
    const payload = payloadOf(roster, pair);
    if ("code" in payload) return { caseId, reason: payload };
    const command = commandOf("open", key, roster, payload);
    return { caseId, reason: reasonOf(await this.opener.open(caseId, command)) };
  }

  /** A command of its own to the case that its lead's row has opened: refused, it leaves that as it is. */
  private async addCoHelper(
    key: string,
    roster: RosterToTakeOver,
    { pairing, helper, helperId, since, leadLine }: CoHelperToAdd,
  ): Promise<Settled> {
    if (pairing === null) return { caseId: "", reason: { code: "LEAD_ROW_FAILED", line: leadLine } };
    const { caseId } = pairing;
    if (helper === null)
      return { caseId, reason: { code: "HELPER_NOT_IN_SERVICE", helperId, retiredOn: null } };
    const command = commandOf("addCoHelper", key, roster, { helper, happenedOn: since });
    return { caseId, reason: reasonOf(await this.opener.addCoHelper(pairing, command)) };
  }
}

function reasonOf(answer: CommandAnswer): RosterReason | null {
  return answer.accepted ? null : answer.refusal;
}

function commandOf<Move extends PairingMove>(
  move: Move,
  key: string,
  { startedBy, startedRole }: RosterToTakeOver,
  payload: PairingPayloads[Move],
): CaseCommand<Move, PairingPayloads[Move]> {
  return {
    move,
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
  const { subject, leadHelper, subjectId, helperId, signedOn, lastVisitOn, liftedOutOn } = pair;
  if (subject === null) return { code: "SUBJECT_NOT_IN_REGISTER", subjectId };
  if (leadHelper === null) return { code: "HELPER_NOT_IN_SERVICE", helperId, retiredOn: null };
  return {
    programmeId,
    subject,
    leadHelper,
    coHelpers: [],
    signedOn,
    termMonths: null,
    takenOver: takenOverOf(lastVisitOn, liftedOutOn),
  };
}
