import type {
  CaseCommand,
  CommandAnswer,
  Day,
  DivisionCode,
  PairingMove,
  PairingPayloads,
  Refusal,
  SubjectKind,
} from "@jiedui/domain";
import {
  CommandRepository,
  ContentRepository,
  HouseholdView,
  IS_FRESH,
  hasSecretDraw,
  runPrepared,
  withScope,
} from "@jiedui/database";
import type { movesAnswer, openPairingRequest } from "@jiedui/http-contracts";
import { ProblemError, hashOf, stableUuid } from "@jiedui/platform";
import { Injectable } from "@nestjs/common";
import { DataSource, type EntityManager } from "typeorm";
import type { SignedIn } from "../access/access.decorator";
import { broughtEvidence } from "../evidence/brought-evidence";
import { TemporalGateway, type Outcome } from "../engine/temporal.gateway";
import { refused } from "../http/refused";
import type { z } from "zod";
import { helpersInScope } from "./helpers-in-scope";
import type { PairingInHand, Prepared, RoutedMove } from "./move-route";
import { MOVE_ROUTES } from "./move-routes";

type OpenRequest = z.output<typeof openPairingRequest>;

export interface MoveAnswer {
  readonly caseId: string;
  readonly recorded: boolean;
  readonly seq: number | null;
  readonly stage: string | null;
}
type Asked = { readonly asking: SignedIn; readonly key: string };
interface Ready<Move extends RoutedMove> extends Prepared<Move> {
  readonly knownSeq: number;
  readonly contentIds: readonly string[];
  readonly areaCode: string;
}

/** Commands on pairings: who may, what is it about, was it answered before; then one call to the engine. */
@Injectable()
export class PairingCommandsService {
  private readonly commands = new CommandRepository();
  private readonly contents = new ContentRepository();

  constructor(
    private readonly dataSource: DataSource,
    private readonly gateway: TemporalGateway,
  ) {}

  async open(asked: Asked, request: OpenRequest): Promise<MoveAnswer> {
    const { asking, key } = asked;
    const caseId = stableUuid("pairing", asking.accountId, key);
    const bodyHash = hashOf(["open", request]);
    const prepared = await withScope(this.dataSource, asking.scope, async (manager) => {
      const known = await this.commands.find(manager, caseId, asking.accountId, key);
      if (known === undefined) return openPayload(manager, request);
      const answer = sameAnswer(known, caseId, bodyHash);
      return mayBeForgotten(answer, known) ? openPayload(manager, request) : answer;
    });
    if ("accepted" in prepared) return answerOf(caseId, { state: "answered", answer: prepared });
    const command = { ...commandOf("open", asked, bodyHash), payload: prepared };
    const outcome = await this.gateway.openPairing(caseId, command);
    return answerOf(caseId, await this.asRecorded(asked, caseId, bodyHash, outcome));
  }

  /** One transaction for what must be known and stored before, then the engine. */
  async move<Move extends RoutedMove>(
    move: Move,
    asked: Asked,
    caseId: string,
    request: Record<string, unknown>,
  ): Promise<MoveAnswer> {
    const { asking, key } = asked;
    const bodyHash = hashOf([move, request]);
    const contentId = stableUuid("content", caseId, asking.accountId, key, bodyHash);
    const ready = await withScope<CommandAnswer | Ready<Move>>(
      this.dataSource,
      asking.scope,
      async (manager) => {
        const pairing = await findPairing(manager, caseId, asked);
        if (pairing === undefined) return this.answeredOrNotFound(manager, caseId, asked, bodyHash);
        if (pairing.answer !== null) {
          const answer = sameAnswer(pairing, caseId, bodyHash);
          if (!mayBeForgotten(answer, pairing) || pairing.stage === "closed") return answer;
        }
        if (pairing.stage === "closed" && move !== "reopen")
          return {
            accepted: false,
            refusal: { code: "CASE_CLOSED", closedOn: pairing.closedOn as Day | null },
          };
        const prepared = await MOVE_ROUTES[move].prepare(request, { asking, key, pairing, manager });
        const texts = textsOf(prepared, contentId);
        for (const content of texts)
          await this.contents.insertPending(manager, {
            caseId,
            ownerAccountId: asking.accountId,
            areaCode: pairing.areaCode,
            bodyHash: hashOf(content.body),
            ...content,
          });
        const evidence = await broughtEvidence(manager, request, { caseId, accountId: asking.accountId });
        const contentIds = [...texts.map(({ id }) => id), ...evidence];
        return { ...prepared, knownSeq: pairing.seq, contentIds, areaCode: pairing.areaCode };
      },
    );
    if ("accepted" in ready) return this.told(asked, caseId, { state: "answered", answer: ready });
    const command = {
      ...commandOf(move, asked, bodyHash),
      payload: ready.payload,
      basedOnSeq: ready.basedOnSeq ?? null,
      knownSeq: ready.knownSeq,
      contentIds: ready.contentIds,
    };
    const outcome =
      move === "reopen"
        ? await this.gateway.reopen("pairing", caseId, command, ready.areaCode)
        : await this.gateway.move("pairing", caseId, command);
    return this.told(
      asked,
      caseId,
      outcome === undefined
        ? await this.endedMeanwhile(asked, caseId, bodyHash)
        : await this.asRecorded(asked, caseId, bodyHash, outcome),
    );
  }

  /**
   * The same move in several cases, one after another, each under a key of its own that the given one leads to. A case
   * that refuses leaves the others alone; when an outcome is unknown, the whole may be sent again.
   */
  async moveEach(
    move: RoutedMove,
    { asking, key }: Asked,
    caseIds: readonly string[],
    request: Record<string, unknown>,
  ): Promise<{ items: z.output<typeof movesAnswer>["items"] }> {
    const items = [];
    for (const caseId of caseIds) {
      const asked = { asking, key: `${key}:${caseId}` };
      items.push({ caseId, ...(await refusalAsValue(() => this.move(move, asked, caseId, request))) });
    }
    return { items };
  }

  /** Whom a secret draw has passed by is told nothing else than whom it took: the county's check is not over. */
  private async told({ asking }: Asked, caseId: string, outcome: Outcome): Promise<MoveAnswer> {
    const refusal = outcome.state === "answered" && !outcome.answer.accepted ? outcome.answer.refusal : null;
    const isOfSecret = refusal?.code === "LIFT_OUT_AT_ANOTHER_STEP" && refusal.present === "approval";
    if (!isOfSecret || asking.scope.knowsOfDraws) return answerOf(caseId, outcome);
    const isSecret = await withScope(this.dataSource, asking.scope, (manager) =>
      hasSecretDraw(manager, caseId),
    );
    if (!isSecret) return answerOf(caseId, outcome);
    const alike: Refusal = { ...refusal, present: "county-check" };
    return answerOf(caseId, { state: "answered", answer: { accepted: false, refusal: alike } });
  }

  /**
   * An engine that died after the command was recorded is asked again, and a case that has caught up since then
   * refuses what it already holds: what stands in the records is the answer.
   */
  private async asRecorded(
    asked: Asked,
    caseId: string,
    bodyHash: string,
    outcome: Outcome,
  ): Promise<Outcome> {
    if (outcome.state === "accepted" || outcome.answer.accepted) return outcome;
    const known = await withScope(this.dataSource, asked.asking.scope, (manager) =>
      this.answeredBefore(manager, caseId, asked, bodyHash),
    );
    return known === undefined ? outcome : { state: "answered", answer: known };
  }

  /** The engine knows no such running case: it was closed a moment ago, or the engine has lost it. */
  private async endedMeanwhile(asked: Asked, caseId: string, bodyHash: string): Promise<Outcome> {
    return withScope(this.dataSource, asked.asking.scope, async (manager) => {
      const pairing = await findPairing(manager, caseId, asked);
      if (pairing === undefined)
        return { state: "answered", answer: await this.answeredOrNotFound(manager, caseId, asked, bodyHash) };
      const { stage, closedOn, ...known } = pairing;
      if (known.answer !== null) return { state: "answered", answer: sameAnswer(known, caseId, bodyHash) };
      if (stage !== "closed")
        throw new ProblemError(503, "OUTCOME_UNKNOWN", { caseId }, { headers: { "retry-after": "30" } });
      return {
        state: "answered",
        answer: { accepted: false, refusal: { code: "CASE_CLOSED", closedOn: closedOn as Day | null } },
      };
    });
  }

  /** What was answered once is answered again, also where the move itself has taken the case out of the asker's area. */
  private async answeredOrNotFound(
    manager: EntityManager,
    caseId: string,
    asked: Asked,
    bodyHash: string,
  ): Promise<CommandAnswer> {
    const known = await this.answeredBefore(manager, caseId, asked, bodyHash);
    if (known === undefined) throw new ProblemError(404, "NOT_FOUND", { what: "pairing" });
    return known;
  }

  private async answeredBefore(
    manager: EntityManager,
    caseId: string,
    { asking, key }: Asked,
    bodyHash: string,
  ): Promise<CommandAnswer | undefined> {
    const known = await this.commands.find(manager, caseId, asking.accountId, key);
    return known === undefined ? undefined : sameAnswer(known, caseId, bodyHash);
  }
}

async function refusalAsValue(
  doing: () => Promise<MoveAnswer>,
): Promise<{ recorded: boolean; code: string | null; facts: Record<string, unknown> }> {
  try {
    return { recorded: (await doing()).recorded, code: null, facts: {} };
  } catch (failure) {
    if (!(failure instanceof ProblemError) || ![404, 409].includes(failure.status)) throw failure;
    return { recorded: false, code: failure.code, facts: { ...failure.facts } };
  }
}

function commandOf<Move extends PairingMove>(
  move: Move,
  { asking, key }: Asked,
  bodyHash: string,
): Omit<CaseCommand<Move>, "payload"> {
  return {
    move,
    key,
    bodyHash,
    actor: { accountId: asking.accountId, role: asking.role },
    basedOnSeq: null,
    knownSeq: null,
    contentIds: [],
  };
}

function answerOf(caseId: string, outcome: Outcome): MoveAnswer {
  if (outcome.state === "accepted") return { caseId, recorded: false, seq: null, stage: null };
  const { answer } = outcome;
  if (!answer.accepted) {
    if (answer.refusal.code === "IDEMPOTENCY_KEY_REUSED")
      throw new ProblemError(422, answer.refusal.code, { caseId });
    throw refused(answer.refusal);
  }
  return { caseId, recorded: true, seq: answer.seq, stage: answer.stage };
}

/** The pairing as the asking account may see it, and the answer that the same key has got before. */
async function findPairing(
  manager: EntityManager,
  caseId: string,
  { asking, key }: Asked,
): Promise<PairingInHand | undefined> {
  const [row] = await runPrepared<PairingInHand>(
    manager,
    `select p.case_id as "caseId", p.lead_helper_id as "leadHelperId", p.co_helper_ids as "coHelperIds", p.area_code as "areaCode", p.stage, to_char(p.closed_on, 'YYYY-MM-DD') as "closedOn",
       f.seq, pol.document #> '{visit,form}' as "visitForm", c.answer, c.body_hash as "bodyHash", ${IS_FRESH} as "isFresh"
     from pairing p join case_file f using (case_id)
       join policy pol on pol.programme_id = p.programme_id and pol.version = p.policy_version
       left join case_command c on c.case_id = p.case_id and c.account_id = $2 and c.key = $3
     where p.case_id = $1 and p.known_to is null`,
    [caseId, asking.accountId, key],
  );
  return row;
}

/** Free text that the case's page shows, and what is for the register alone. */
function textsOf(
  { content, register }: Pick<Prepared<RoutedMove>, "content" | "register">,
  contentId: string,
): { id: string; purpose: string; body: Record<string, unknown> }[] {
  return [
    ...(content === undefined ? [] : [{ id: contentId, ...content }]),
    ...(register === undefined
      ? []
      : [{ id: stableUuid("register", contentId), purpose: "household-register", body: register }]),
  ];
}

/**
 * An engine that is killed over a command forgets it, though it is recorded. Sent again, its case catches up with its log
 * and gives the same answer.
 */
function mayBeForgotten({ accepted }: CommandAnswer, { isFresh }: { readonly isFresh: boolean }): boolean {
  return accepted && isFresh;
}

/** @throws ProblemError 422 when the key came with another body then */
function sameAnswer(
  known: { readonly answer: CommandAnswer | null; readonly bodyHash: string | null },
  caseId: string,
  bodyHash: string,
): CommandAnswer {
  if (known.answer === null || known.bodyHash !== bodyHash)
    throw new ProblemError(422, "IDEMPOTENCY_KEY_REUSED", { caseId });
  return known.answer;
}

/** Ids and codes of those whom an opening names, as the asking account may see them. */
async function openPayload(manager: EntityManager, request: OpenRequest): Promise<PairingPayloads["open"]> {
  const [subject] = await manager.query<{ id: string; kind: SubjectKind; areaCode: DivisionCode }[]>(
    `select id, kind, area_code as "areaCode" from subject where id = $1`,
    [request.subjectId],
  );
  if (subject === undefined) throw new ProblemError(404, "NOT_FOUND", { what: "subject" });
  const splitFromCaseId = await new HouseholdView().splitOffFrom(manager, subject.id);
  const [leadHelper, ...coHelpers] = await helpersInScope(manager, [
    request.leadHelperId,
    ...request.coHelperIds,
  ]);
  return {
    programmeId: request.programmeId,
    subject,
    leadHelper,
    coHelpers: coHelpers.map(({ id, rank }) => ({ id, rank })),
    signedOn: request.signedOn,
    termMonths: request.termMonths,
    ...(splitFromCaseId === null ? {} : { splitFromCaseId }),
  };
}
