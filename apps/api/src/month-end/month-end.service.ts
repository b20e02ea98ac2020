import {
  MonthEndExportRepository,
  MonthEndView,
  isFactList,
  withScope,
  type MonthEndAsked,
  type MonthEndFigure,
  type MonthEndRow,
} from "@jiedui/database";
import {
  MONTH_END_LISTS,
  addDays,
  dayAt,
  hasBegun,
  monthEndMoments,
  startOf,
  type InstantMs,
  type Month,
  type MonthEndList,
} from "@jiedui/domain";
import { ProblemError } from "@jiedui/platform";
import { Injectable } from "@nestjs/common";
import { DataSource, type EntityManager } from "typeorm";
import type { SignedIn } from "../access/access.decorator";
import { WorldClock } from "../engine/world-clock";
import { readingAt } from "../http/as-of";
import { monthEndWorkbook, type ExportedList } from "./month-end.workbook";

/** Whose month, as known when. */
export interface MonthEndFilter {
  readonly area?: string | undefined;
  readonly unit?: string | undefined;
  readonly asOf?: string | undefined;
}

const ROWS_AT_ONCE = 10_000;
/** Facts go through one statement, whatever else is counted through one each. */
const COUNTED_TOGETHER: readonly (readonly MonthEndList[])[] = [true, false].map((ofFacts) =>
  MONTH_END_LISTS.filter((list) => isFactList(list) === ofFacts),
);

@Injectable()
export class MonthEndService {
  private readonly view = new MonthEndView();
  private readonly exports = new MonthEndExportRepository();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: WorldClock,
  ) {}

  async summary({ scope }: SignedIn, month: Month, filter: MonthEndFilter) {
    const asked = await this.asked(month, filter);
    const { knownAtMs, shownAtMs } = asked;
    return {
      month,
      knownAt: new Date(shownAtMs).toISOString(),
      isOver: monthEndMoments(month, knownAtMs).isOver,
      figures: await this.figures(scope, asked),
    };
  }

  async units({ scope }: SignedIn, month: Month, filter: MonthEndFilter) {
    const asked = await this.asked(month, filter);
    const items = await withScope(this.dataSource, scope, (manager) => this.view.units(manager, asked));
    return { knownAt: new Date(asked.shownAtMs).toISOString(), items };
  }

  async rows(
    { scope }: SignedIn,
    month: Month,
    list: MonthEndList,
    { change, cursor, limit, ...filter }: MonthEndFilter & Parameters<MonthEndView["rows"]>[3],
  ) {
    const asked = await this.asked(month, filter);
    return withScope(this.dataSource, scope, (manager) =>
      this.view.rows(manager, list, asked, { change, cursor, limit }),
    );
  }

  /** A workbook of one list, or of all; that the account has taken it is noted in the same transaction. */
  async workbook(
    { scope, accountId, areaName }: SignedIn,
    month: Month,
    list: MonthEndList | undefined,
    filter: MonthEndFilter,
  ): Promise<Uint8Array> {
    const asked = await this.asked(month, filter);
    const { shownAtMs, area = null, unit = null } = asked;
    const exported = await withScope(this.dataSource, scope, async (manager) => {
      const lists: ExportedList[] = [];
      for (const each of list === undefined ? MONTH_END_LISTS : [list])
        lists.push({
          list: each,
          rows: await this.all(manager, each, asked),
          went: await this.all(manager, each, asked, "went"),
        });
      const overview =
        list === undefined
          ? { figures: await this.view.figures(manager, asked), units: await this.view.units(manager, asked) }
          : null;
      const names = await this.view.names(manager, area, unit);
      const rows = lists.reduce((sum, each) => sum + each.rows.length, 0);
      await this.exports.insert(manager, {
        accountId,
        month,
        list: list ?? null,
        area,
        unit,
        knownAt: new Date(shownAtMs),
        rows,
      });
      return { lists, overview, ...names };
    });
    return monthEndWorkbook({
      ...exported,
      areaName: exported.areaName ?? areaName ?? "全国",
      month,
      knownAtMs: shownAtMs,
    });
  }

  exportsMade({ scope }: SignedIn, query: Parameters<MonthEndExportRepository["find"]>[1]) {
    return withScope(this.dataSource, scope, (manager) => this.exports.find(manager, query));
  }

  /** Counted side by side: the lists of visits go through everybody. */
  private async figures(scope: SignedIn["scope"], asked: MonthEndAsked): Promise<MonthEndFigure[]> {
    const found = await Promise.all(
      COUNTED_TOGETHER.map((lists) =>
        withScope(this.dataSource, scope, (manager) => this.view.figures(manager, asked, lists)),
      ),
    );
    const figures = found.flat();
    return MONTH_END_LISTS.flatMap((list) => figures.filter((figure) => figure.list === list));
  }

  /**
   * Without a moment, all that is recorded counts: a case's own clock may be a little ahead of the asker's.
   * @throws ProblemError 404 for a month that has not begun by then
   */
  private async asked(
    month: Month,
    { area, unit, asOf }: MonthEndFilter,
  ): Promise<MonthEndAsked & { readonly shownAtMs: InstantMs }> {
    const { now, asOf: moment } = await readingAt(this.clock, asOf);
    const nowMs = now.getTime();
    const knownAtMs = moment?.getTime() ?? startOf(addDays(dayAt(nowMs), 1)) - 1;
    if (!hasBegun(month, knownAtMs)) throw new ProblemError(404, "NOT_FOUND", { what: "month-end" });
    return { month, knownAtMs, shownAtMs: Math.min(knownAtMs, nowMs), area, unit };
  }

  private async all(
    manager: EntityManager,
    list: MonthEndList,
    asked: MonthEndAsked,
    change?: "went",
  ): Promise<MonthEndRow[]> {
    const rows: MonthEndRow[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await this.view.rows(manager, list, asked, { change, cursor, limit: ROWS_AT_ONCE });
      rows.push(...page.items);
      if (page.nextCursor === null) return rows;
      cursor = page.nextCursor;
    }
  }
}
