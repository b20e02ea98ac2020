import { ShamRepository, type VisitPlace, type VisitUnderPolicy } from "@jiedui/database";
import {
  addDays,
  addMonths,
  addToMonth,
  allOnLastDay,
  copiedText,
  farApart,
  firstDayOf,
  lastDayOf,
  monthOf,
  photographTwice,
  type Month,
  type ShamSign,
} from "@jiedui/domain";
import { Repeating } from "@jiedui/platform";
import { shamRulesOf } from "@jiedui/policies";
import { Injectable, Logger, type OnApplicationShutdown } from "@nestjs/common";
import type { DataSource, EntityManager } from "typeorm";

const EVERY_MS = 300_000;
const FIRST_AFTER_MS = 60_000;

/** How much a watch does in a round. */
export interface ShamLimits {
  /** A command so young may have a neighbour that began before it and is not committed yet. */
  readonly settledAfterSeconds: number;
  /** Commands a transaction. */
  readonly page: number;
  /** However much was recorded at once: nobody waits for a sign. */
  readonly mostCommands: number;
}
const LIMITS: ShamLimits = { settledAfterSeconds: 15, page: 200, mostCommands: 4_000 };

/**
 * Looks through newly recorded visits for signs that they did not take place as they were entered. Goes on where it
 * ended, one worker at a time; a page is read, compared and noted in one transaction, so that a sign is found once.
 */
@Injectable()
export class ShamWatch implements OnApplicationShutdown {
  private readonly log = new Logger(ShamWatch.name);
  private readonly repository = new ShamRepository();
  private readonly repeating = new Repeating(
    EVERY_MS,
    async (_round, stopping) => {
      const found = await this.lookOnce(stopping);
      if (found > 0) this.log.log({ found }, "signs for a person to judge");
    },
    (failure) => this.log.warn({ failure: String(failure) }, "visits could not be compared; trying again"),
    FIRST_AFTER_MS,
  );

  constructor(
    private readonly dataSource: DataSource,
    private readonly limits: ShamLimits = LIMITS,
  ) {}

  start(): void {
    this.repeating.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.repeating.stop();
  }

  /** @returns how many signs are new */
  async lookOnce(stopping: AbortSignal = new AbortController().signal): Promise<number> {
    const { page, mostCommands } = this.limits;
    let found = 0;
    for (let left = mostCommands; left > 0 && !stopping.aborted; left -= page) {
      const looked = await this.dataSource.transaction((manager) => this.onePage(manager));
      found += looked.found;
      if (!looked.isMore) break;
    }
    return found;
  }

  private async onePage(manager: EntityManager): Promise<{ found: number; isMore: boolean }> {
    const progress = await this.repository.progress(manager);
    if (progress === undefined) return { found: 0, isMore: false };
    const { visits, last, commands } = await this.repository.readOn(
      manager,
      progress,
      this.limits.settledAfterSeconds,
      this.limits.page,
    );
    let found = await this.repository.insertSigns(manager, await this.signsOf(manager, visits));
    const isMore = commands === this.limits.page;
    const ended = isMore ? progress.monthsUntil : await this.endedMonth(manager);
    for (let month = progress.monthsUntil; month < ended;) {
      month = addToMonth(month, 1);
      found += await this.repository.insertSigns(manager, await this.signsOfMonth(manager, month));
    }
    const monthsUntil = ended > progress.monthsUntil ? ended : progress.monthsUntil;
    await this.repository.keepProgress(manager, { ...(last ?? progress), monthsUntil });
    return { found, isMore };
  }

  private async signsOf(manager: EntityManager, places: readonly VisitPlace[]): Promise<ShamSign[]> {
    if (places.length === 0) return [];
    const signs: (ShamSign | undefined)[] = [];
    for (const visit of await this.repository.visits(manager, places)) {
      const rules = shamRulesOf(visit.rules);
      const { lettersAtLeast, similarityAtLeast, withinMonths } = rules.copiedText;
      const alike = await this.repository.alike(manager, visit, {
        letters: lettersAtLeast,
        similarity: similarityAtLeast,
        from: addMonths(visit.happenedOn, -withinMonths),
      });
      signs.push(
        farApart(visit, await this.repository.sameDay(manager, visit), rules),
        copiedText(visit, alike, rules),
        photographTwice(visit, await this.repository.sharingPhotograph(manager, visit)),
      );
    }
    return signs.filter((sign) => sign !== undefined);
  }

  /** Once a month has ended: what was entered in it does not change any more. */
  private async signsOfMonth(manager: EntityManager, month: Month): Promise<ShamSign[]> {
    const visits = await this.repository.enteredOnLastDayOnly(manager, firstDayOf(month), lastDayOf(month));
    return byHelper(visits).flatMap((own) => {
      const sign = allOnLastDay(month, own, shamRulesOf(own[0]?.rules));
      return sign === undefined ? [] : [sign];
    });
  }

  /** A day later, so that nothing that was entered in its last minute is still unread. */
  private async endedMonth(manager: EntityManager): Promise<Month> {
    return addToMonth(monthOf(addDays(await this.repository.today(manager), -1)), -1);
  }
}

function byHelper(visits: readonly VisitUnderPolicy[]): VisitUnderPolicy[][] {
  const of = new Map<string, VisitUnderPolicy[]>();
  for (const visit of visits) of.set(visit.helperId, [...(of.get(visit.helperId) ?? []), visit]);
  return [...of.values()];
}
