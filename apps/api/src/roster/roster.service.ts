import { createHash, randomUUID } from "node:crypto";
import {
  ProgrammeView,
  RosterRepository,
  RosterView,
  withScope,
  type NewRoster,
  type RosterDetail,
  type RosterRowShown,
  type RosterRowsQuery,
} from "@jiedui/database";
import {
  levelOf,
  mayMoveRoster,
  ROSTER_MOVES,
  ROSTER_MOVES_BY_STATE,
  type DivisionCode,
  type PairingRules,
  type RosterMove,
} from "@jiedui/domain";
import type { rosterRow, rosterRowsQuery, rosterView, rostersQuery } from "@jiedui/http-contracts";
import { pairingRulesOf, policyDocument } from "@jiedui/policies";
import { ProblemError } from "@jiedui/platform";
import { Injectable } from "@nestjs/common";
import { QueryFailedError, type DataSource, type EntityManager } from "typeorm";
import type { z } from "zod";
import type { SignedIn } from "../access/access.decorator";
import { mayDo } from "../access/permissions";
import type { WorldClock } from "../engine/world-clock";
import type { CampaignGateway } from "./campaign.gateway";
import { FileFault } from "./file-fault";
import { idOfHead } from "./reading";
import { readRosterFile, type ReadFile } from "./roster-reader";
import { faultyCell } from "./roster-rows";

type Shown = z.output<typeof rosterView>;
type Upload = { readonly programmeId: string; readonly areaCode: string; readonly fileName: string | null };

const ROWS_AT_ONCE = 1_000;
const UNIQUE_VIOLATION = "23505";

/** Taking over a county from its workbook: read and shown first, then worked off by a campaign. */
@Injectable()
export class RosterService {
  private readonly repository = new RosterRepository();
  private readonly view = new RosterView();
  private readonly programmes = new ProgrammeView();
  /** Files are read one after another: each may take much memory. */
  private reading: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly campaigns: CampaignGateway,
    private readonly clock: WorldClock,
  ) {}

  find({ scope }: SignedIn, query: z.output<typeof rostersQuery>) {
    return withScope(this.dataSource, scope, (manager) => this.view.find(manager, query));
  }

  async get(asking: SignedIn, id: string): Promise<Shown> {
    return shownTo(asking, await this.existing(asking, id));
  }

  async rows(asking: SignedIn, id: string, query: z.output<typeof rosterRowsQuery> & RosterRowsQuery) {
    const { sheets } = await this.existing(asking, id);
    const page = await withScope(this.dataSource, asking.scope, (manager) =>
      this.view.rows(manager, id, query),
    );
    const items = page.items.map((row): z.output<typeof rosterRow> => {
      const { reason, cells: _cells, targetId, ...told } = row;
      const { code = null, ...facts } = reason ?? {};
      const cell = faultyCell(
        row,
        sheets.find(({ name }) => name === row.sheet),
      );
      return {
        ...told,
        code,
        facts,
        cell,
        caseId: isOfCase(row) ? targetId : null,
      };
    });
    return { ...page, items };
  }

  async failed(asking: SignedIn, id: string) {
    const roster = await this.existing(asking, id);
    const rows = await withScope(this.dataSource, asking.scope, (manager) => this.view.failed(manager, id));
    return { roster, rows };
  }

  /**
   * @param read reads the body, once it is certain that the place and the programme are there for the sender
   * @returns the take-over, and whether it is a new one
   * @throws ProblemError 404, 409, 413 or 422
   */
  async upload(
    asking: SignedIn,
    upload: Upload,
    read: () => Promise<Buffer>,
  ): Promise<{ roster: Shown; isNew: boolean }> {
    const rules = await withScope(this.dataSource, asking.scope, (manager) =>
      this.rulesFor(manager, asking, upload),
    );
    const bytes = await read();
    const contentHash = createHash("sha256").update(bytes).digest("hex");
    const before = await withScope(this.dataSource, asking.scope, (manager) =>
      this.repository.underWay(manager, { ...upload, contentHash }),
    );
    if (before?.state === "running" || before?.state === "paused")
      return { roster: await this.get(asking, before.id), isNew: false };
    const id = before?.id ?? randomUUID();
    const file = await this.inTurn(() => this.readFile(asking, { ...upload, id, rules, bytes }));
    const roster: NewRoster = {
      ...upload,
      id,
      contentHash,
      format: file.format,
      bytes: bytes.length,
      sheets: file.sheets,
      uploadedBy: asking.accountId,
    };
    const kept = await this.keep(asking, roster, file, before !== undefined);
    return { roster: await this.get(asking, kept), isNew: before === undefined && kept === id };
  }

  /** @throws ProblemError 404 or 409 */
  async move(asking: SignedIn, id: string, move: RosterMove, casesPerSecond: number | null): Promise<Shown> {
    const before = await this.existing(asking, id);
    const isThere = before.state === STATE_AFTER[move];
    if (!isThere && (!mayMoveRoster(before.state, move) || before.rowsErased)) throw notNow(before);
    if (!isThere || move === "start") {
      const after = await this.campaigns.move(id, move, {
        actor: { accountId: asking.accountId, role: asking.role },
        casesPerSecond: casesPerSecond ?? before.casesPerSecond ?? 1,
      });
      if (after === null) throw notNow(before);
    }
    return this.get(asking, id);
  }

  private async existing({ scope }: SignedIn, id: string): Promise<RosterDetail> {
    const roster = await withScope(this.dataSource, scope, (manager) => this.view.get(manager, id));
    if (roster === undefined) throw new ProblemError(404, "NOT_FOUND", { what: "roster" });
    return roster;
  }

  private async rulesFor(
    manager: EntityManager,
    { scope }: SignedIn,
    { programmeId, areaCode }: Upload,
  ): Promise<PairingRules> {
    const level = levelOf(areaCode as DivisionCode);
    const isInside = areaCode >= scope.areaFrom && areaCode < scope.areaTo;
    const [area] = await manager.query<unknown[]>("select 1 from area where code = $1", [areaCode]);
    if (!isInside || area === undefined || (level !== "county" && level !== "township"))
      throw new ProblemError(404, "NOT_FOUND", { what: "area" });
    const programme = (await this.programmes.all(manager)).find(({ id }) => id === programmeId);
    if (programme === undefined) throw new ProblemError(409, "PROGRAMME_NOT_FOUND", { programmeId });
    return pairingRulesOf(policyDocument.parse(programme.policy));
  }

  private async readFile(
    { scope }: SignedIn,
    file: Upload & { readonly id: string; readonly rules: PairingRules; readonly bytes: Buffer },
  ): Promise<ReadFile> {
    const { areaCode, rules, bytes, id: rosterId } = file;
    const places = await this.repository.places(this.dataSource.manager, areaCode);
    try {
      return await readRosterFile(
        { bytes, places, rules, areaCode, rosterId, nowMs: await this.clock.nowMs() },
        (residentIds) =>
          withScope(this.dataSource, scope, (manager) => this.repository.known(manager, file, residentIds)),
      );
    } catch (failure) {
      if (failure instanceof FileFault)
        throw new ProblemError(422, failure.code, failure.facts, { cause: failure });
      throw failure;
    }
  }

  /** @returns the number under which it is kept: of two that come with the same file at once, the first one's */
  private async keep(asking: SignedIn, roster: NewRoster, file: ReadFile, isThere: boolean): Promise<string> {
    const inScope = <Answer>(work: (manager: EntityManager) => Promise<Answer>) =>
      withScope(this.dataSource, asking.scope, work);
    try {
      const mayBeRead = await inScope(async (manager) => {
        if (isThere) return this.repository.readAnew(manager, roster);
        await this.repository.create(manager, roster);
        return true;
      });
      if (!mayBeRead) return roster.id;
    } catch (failure) {
      if (!isUniqueViolation(failure)) throw failure;
      const first = await inScope((manager) => this.repository.underWay(manager, roster));
      return first?.id ?? roster.id;
    }
    for (let from = 0; from < file.lines.length; from += ROWS_AT_ONCE) {
      const rows = file.lines
        .slice(from, from + ROWS_AT_ONCE)
        .map(({ row, cells }) => ({ row, cells, memberId: idOfHead(roster.id, row.ordinal) }));
      await inScope((manager) => this.repository.addRows(manager, roster, rows));
    }
    await inScope((manager) => this.repository.previewed(manager, roster.id));
    return roster.id;
  }

  private inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const mine = this.reading.then(work, work);
    this.reading = mine.catch(() => undefined);
    return mine;
  }
}

const STATE_AFTER = { start: "running", pause: "paused", resume: "running", stop: "stopped" } as const;

function notNow({ state }: RosterDetail): ProblemError {
  return new ProblemError(409, "ROSTER_NOT_IN_STATE", { state, allowed: ROSTER_MOVES_BY_STATE[state] });
}

function shownTo({ role }: SignedIn, roster: RosterDetail): Shown {
  const may = mayDo(role, "roster:run") && !roster.rowsErased;
  const moves = ROSTER_MOVES.filter((move) => may && mayMoveRoster(roster.state, move));
  return { ...(roster as Omit<Shown, "moves">), moves };
}

/** What became of a pair, or is known of it, is a case; of a row that is to be done none is there yet. */
function isOfCase({ part, state }: RosterRowShown): boolean {
  return (part === "pair" || part === "co-helper") && (state === "done" || state === "known");
}

function isUniqueViolation(failure: unknown): boolean {
  return (
    failure instanceof QueryFailedError &&
    (failure.driverError as { code?: string }).code === UNIQUE_VIOLATION
  );
}
