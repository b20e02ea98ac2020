import {
  AccountRepository,
  DrawRepository,
  ErrandRepository,
  NoticeRepository,
  WHOLE_COUNTRY,
  withScope,
  type Errand,
  type ErrandAnswer,
  type ErrandKind,
} from "@jiedui/database";
import { NOTICE_MOVES } from "@jiedui/domain";
import { ProblemError, Repeating } from "@jiedui/platform";
import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from "@nestjs/common";
import { DataSource, type EntityManager } from "typeorm";
import type { RoutedMove } from "../pairing/move-route";
import { routedMoves } from "../pairing/move-routes";
import { PairingCommandsService } from "../pairing/pairing-commands.service";
import { signedInAs } from "../session/session.service";

/** Whatever a process that died, or an engine that was away, has left unsent is taken up again so often. */
const EVERY_MS = 5_000;
const MOST_A_ROUND = 200;
const SIDE_BY_SIDE = 4;

/**
 * Sends what documents ask of their cases, as ordinary commands in the name of whoever ordered it. An errand is written
 * with its order and its key is made from it, so it may be sent by several, and again after a crash, and is done once.
 */
@Injectable()
export class ErrandService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(ErrandService.name);
  private readonly errands = new ErrandRepository();
  private readonly accounts = new AccountRepository();
  private readonly notices = new NoticeRepository();
  private readonly draws = new DrawRepository();
  private readonly repeating = new Repeating(
    EVERY_MS,
    async (_round, stopping) => {
      await this.carryOut(null, () => stopping.aborted);
    },
    (failure) => this.log.warn({ failure: String(failure) }, "errands were not sent; trying again"),
  );

  constructor(
    private readonly dataSource: DataSource,
    private readonly pairings: PairingCommandsService,
  ) {}

  onApplicationBootstrap(): void {
    this.repeating.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.repeating.stop();
  }

  /** Asks the document's cases until that time at most. @returns how many have not answered yet */
  async carryOutUntil(documentId: string, untilMs: number): Promise<number> {
    await this.carryOut(documentId, () => Date.now() > untilMs);
    return this.inWholeCountry((manager) => this.errands.countOpen(manager, documentId));
  }

  /** Each is tried once; what is still open then is tried in the next round. */
  private async carryOut(documentId: string | null, isOver: () => boolean): Promise<void> {
    const waiting = await this.inWholeCountry((manager) =>
      this.errands.open(manager, documentId, MOST_A_ROUND),
    );
    waiting.reverse();
    const takeOn = async () => {
      for (let next = waiting.pop(); next !== undefined && !isOver(); next = waiting.pop())
        await this.send(next);
    };
    const ended = await Promise.allSettled(Array.from({ length: SIDE_BY_SIDE }, takeOn));
    const failed = ended.find((each) => each.status === "rejected");
    if (failed !== undefined) throw failed.reason;
  }

  private async send(errand: Errand): Promise<void> {
    const answer = await this.ask(errand);
    if (answer === undefined) return;
    await this.inWholeCountry(async (manager) => {
      if (await this.errands.answer(manager, errand, answer))
        await this.putDown[errand.kind](manager, errand, answer);
    });
  }

  /** @returns undefined while it is not known what the case says */
  private async ask(errand: Errand): Promise<ErrandAnswer | undefined> {
    const { kind, documentId, round, caseId, accountId, request } = errand;
    const account = await this.accounts.find(this.dataSource.manager, accountId);
    if (account === undefined) throw new Error(`account ${accountId} of an errand is not there`);
    try {
      const asked = { asking: signedInAs(account), key: `${kind}:${documentId}:${round}:${caseId}` };
      const { recorded } = await this.pairings.move(moveOf(errand), asked, caseId, request);
      return recorded ? { accepted: true, code: null, facts: {} } : undefined;
    } catch (failure) {
      if (failure instanceof ProblemError && [404, 409].includes(failure.status))
        return { accepted: false, code: failure.code, facts: { ...failure.facts } };
      this.log.warn(
        { documentId, caseId, failure: String(failure) },
        "an errand got no answer; trying again",
      );
      return undefined;
    }
  }

  /** What an answer means for the document. */
  private readonly putDown: Readonly<
    Record<ErrandKind, (manager: EntityManager, errand: Errand, answer: ErrandAnswer) => Promise<void>>
  > = {
    notice: (manager, { documentId, caseId, move }, { code, facts }) => {
      const noticeMove = NOTICE_MOVES.find((each) => each === move);
      if (noticeMove === undefined) throw new Error(`a notice does not send ${move}`);
      return this.notices.answered(
        manager,
        documentId,
        caseId,
        noticeMove,
        code === null ? null : { code, facts },
      );
    },
    draw: (manager, { documentId, caseId }, { code }) =>
      this.draws.answered(manager, documentId, caseId, code),
  };

  private inWholeCountry<Answer>(work: (manager: EntityManager) => Promise<Answer>): Promise<Answer> {
    return withScope(this.dataSource, WHOLE_COUNTRY, work);
  }
}

function moveOf({ move }: Errand): RoutedMove {
  const found = routedMoves().find((each) => each === move);
  if (found === undefined) throw new Error(`there is no move ${move}`);
  return found;
}
