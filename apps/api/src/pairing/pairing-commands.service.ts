import {
  VISIT_FORM_FIELDS,
  type CaseCommand,
  type CommandAnswer,
  type Day,
  type DivisionCode,
  type PairingMove,
  type PairingPayloads,
  type Rank,
  type SubjectKind,
} from "@jiedui/domain";
import { CommandRepository, ContentRepository, IS_FRESH, runPrepared, withScope } from "@jiedui/database";
import type { VisitFormRules } from "@jiedui/http-contracts";
import { ProblemError, hashOf, stableUuid } from "@jiedui/platform";
import { Injectable } from "@nestjs/common";
import { DataSource, type EntityManager } from "typeorm";
import type { SignedIn } from "../access/access.decorator";
import { TemporalGateway, type Outcome } from "../engine/temporal.gateway";
import type { MoveRequests } from "./move-requests";

interface MoveAnswer {
  readonly caseId: string;
  readonly recorded: boolean;
  readonly seq: number | null;
  readonly stage: string | null;
}
type Asked = { readonly asking: SignedIn; readonly key: string };
/** What a request becomes: the move's payload, and the free text that goes to content rows. */
interface Prepared<Move extends PairingMove> {
  readonly payload: PairingPayloads[Move];
  readonly content?: { readonly purpose: string; readonly body: Record<string, unknown> };
  readonly basedOnSeq?: number;
}
interface Ready<Move extends PairingMove> extends Prepared<Move> {
  readonly knownSeq: number;
}
interface PairingRow {
  readonly leadHelperId: string;
  readonly areaCode: string;
  readonly stage: string;
  readonly closedOn: string | null;
  readonly seq: number;
  readonly visitForm: VisitFormRules;
  readonly answer: CommandAnswer | null;
  readonly isFresh: boolean;
  readonly bodyHash: string | null;
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

  async open(asked: Asked, request: MoveRequests["open"]): Promise<MoveAnswer> {
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

  recordVisit(asked: Asked, caseId: string, request: MoveRequests["recordVisit"]): Promise<MoveAnswer> {
    return this.move("recordVisit", asked, caseId, request, (pairing) => {
      const { helperId: ownId, role } = asked.asking;
      const helperId =
        request.helperId ?? (role === "helper" && ownId !== null ? ownId : pairing.leadHelperId);
      if (role === "helper" && helperId !== ownId) throw new ProblemError(403, "NOT_ALLOWED", { helperId });
      const { happenedOn, occasion, formVersion } = request;
      const form = filledForm(request.form, pairing.visitForm);
      const visitId = stableUuid("visit", caseId, asked.asking.accountId, asked.key);
      return {
        payload: { visitId, happenedOn, helperId, occasion, formVersion },
        content: { purpose: "visit-form", body: form },
      };
    });
  }

  voidVisit(asked: Asked, caseId: string, request: MoveRequests["voidVisit"]): Promise<MoveAnswer> {
    const { visitId, reason, basedOnSeq } = request;
    return this.move("voidVisit", asked, caseId, request, () => ({
      payload: { visitId, reason },
      basedOnSeq,
    }));
  }

  requestClosing(asked: Asked, caseId: string, request: MoveRequests["requestClosing"]): Promise<MoveAnswer> {
    const { reason, happenedOn, note } = request;
    return this.move("requestClosing", asked, caseId, request, () => ({
      payload: { reason, happenedOn },
      content: { purpose: "closing-note", body: { note } },
    }));
  }

  approveClosing(asked: Asked, caseId: string, request: MoveRequests["approveClosing"]): Promise<MoveAnswer> {
    return this.move("approveClosing", asked, caseId, request, () => ({
      payload: {},
      basedOnSeq: request.basedOnSeq,
    }));
  }

  rejectClosing(asked: Asked, caseId: string, request: MoveRequests["rejectClosing"]): Promise<MoveAnswer> {
    const { reason, note, basedOnSeq } = request;
    return this.move("rejectClosing", asked, caseId, request, () => ({
      payload: { reason },
      content: { purpose: "closing-note", body: { note } },
      basedOnSeq,
    }));
  }

  /** One transaction for what must be known and stored before, then the engine. */
  private async move<Move extends PairingMove>(
    move: Move,
    asked: Asked,
    caseId: string,
    request: unknown,
    prepare: (pairing: PairingRow) => Prepared<Move>,
  ): Promise<MoveAnswer> {
    const { asking, key } = asked;
    const bodyHash = hashOf([move, request]);
    const contentId = stableUuid("content", caseId, asking.accountId, key);
    const ready = await withScope<CommandAnswer | Ready<Move>>(
      this.dataSource,
      asking.scope,
      async (manager) => {
        const pairing = await visiblePairing(manager, caseId, asked);
        if (pairing.answer !== null) {
          const answer = sameAnswer(pairing, caseId, bodyHash);
          if (!mayBeForgotten(answer, pairing) || pairing.stage === "closed") return answer;
        }
        if (pairing.stage === "closed")
          return {
            accepted: false,
            refusal: { code: "CASE_CLOSED", closedOn: pairing.closedOn as Day | null },
          };
        const prepared = prepare(pairing);
        if (prepared.content !== undefined)
          await this.contents.insertPending(manager, {
            id: contentId,
            caseId,
            ownerAccountId: asking.accountId,
            areaCode: pairing.areaCode,
            bodyHash: hashOf(prepared.content.body),
            ...prepared.content,
          });
        return { ...prepared, knownSeq: pairing.seq };
      },
    );
    if ("accepted" in ready) return answerOf(caseId, { state: "answered", answer: ready });
    const command = {
      ...commandOf(move, asked, bodyHash),
      payload: ready.payload,
      basedOnSeq: ready.basedOnSeq ?? null,
      knownSeq: ready.knownSeq,
      contentIds: ready.content === undefined ? [] : [contentId],
    };
    const outcome = await this.gateway.move("pairing", caseId, command);
    return answerOf(
      caseId,
      outcome === undefined
        ? await this.endedMeanwhile(asked, caseId, bodyHash)
        : await this.asRecorded(asked, caseId, bodyHash, outcome),
    );
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
      const { stage, closedOn, ...known } = await visiblePairing(manager, caseId, asked);
      if (known.answer !== null) return { state: "answered", answer: sameAnswer(known, caseId, bodyHash) };
      if (stage !== "closed")
        throw new ProblemError(503, "OUTCOME_UNKNOWN", { caseId }, { headers: { "retry-after": "30" } });
      return {
        state: "answered",
        answer: { accepted: false, refusal: { code: "CASE_CLOSED", closedOn: closedOn as Day | null } },
      };
    });
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
    const { code, ...facts } = answer.refusal;
    throw new ProblemError(409, code, facts);
  }
  return { caseId, recorded: true, seq: answer.seq, stage: answer.stage };
}

/** The pairing as the asking account may see it, and the answer that the same key has got before. */
async function visiblePairing(
  manager: EntityManager,
  caseId: string,
  { asking, key }: Asked,
): Promise<PairingRow> {
  const [row] = await runPrepared<PairingRow>(
    manager,
    `select p.lead_helper_id as "leadHelperId", p.area_code as "areaCode", p.stage, to_char(p.closed_on, 'YYYY-MM-DD') as "closedOn",
       f.seq, pol.document #> '{visit,form}' as "visitForm", c.answer, c.body_hash as "bodyHash", ${IS_FRESH} as "isFresh"
     from pairing p join case_file f using (case_id)
       join policy pol on pol.programme_id = p.programme_id and pol.version = p.policy_version
       left join case_command c on c.case_id = p.case_id and c.account_id = $2 and c.key = $3
     where p.case_id = $1 and p.known_to is null`,
    [caseId, asking.accountId, key],
  );
  if (row === undefined) throw new ProblemError(404, "NOT_FOUND", { what: "pairing" });
  return row;
}

/**
 * The fields that the case's form asks, and no others.
 * @throws ProblemError 400 when one that must be filled in is empty, or one is filled in that is not asked
 */
function filledForm(
  given: MoveRequests["recordVisit"]["form"],
  { fields }: VisitFormRules,
): Record<string, unknown> {
  const issues = VISIT_FORM_FIELDS.flatMap((name) => {
    const asked = fields.find((field) => field.name === name);
    const isFilled = given[name] !== "" && given[name] !== "unknown";
    if (asked === undefined)
      return isFilled ? [{ path: `form.${name}`, problem: "unrecognized_keys", detail: "is not asked" }] : [];
    return asked.required && !isFilled
      ? [{ path: `form.${name}`, problem: "too_small", detail: "must be filled in" }]
      : [];
  });
  if (issues.length > 0) throw new ProblemError(400, "BAD_INPUT", { issues });
  return Object.fromEntries(fields.map(({ name }) => [name, given[name]]));
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
async function openPayload(
  manager: EntityManager,
  request: MoveRequests["open"],
): Promise<PairingPayloads["open"]> {
  const [subject] = await manager.query<{ id: string; kind: SubjectKind; areaCode: DivisionCode }[]>(
    `select id, kind, area_code as "areaCode" from subject where id = $1`,
    [request.subjectId],
  );
  if (subject === undefined) throw new ProblemError(404, "NOT_FOUND", { what: "subject" });
  const helpers = await manager.query<{ id: string; rank: Rank; unitId: string }[]>(
    `select id, rank, unit_id as "unitId" from helper where id = any ($1)`,
    [[request.leadHelperId, ...request.coHelperIds]],
  );
  const helperOf = (id: string) => {
    const helper = helpers.find((each) => each.id === id);
    if (helper === undefined) throw new ProblemError(404, "NOT_FOUND", { what: "helper", helperId: id });
    return helper;
  };
  return {
    programmeId: request.programmeId,
    subject,
    leadHelper: helperOf(request.leadHelperId),
    coHelpers: request.coHelperIds.map((id) => ({ id, rank: helperOf(id).rank })),
    signedOn: request.signedOn,
    termMonths: request.termMonths,
  };
}
