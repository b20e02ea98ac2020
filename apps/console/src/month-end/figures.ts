import type { MonthEndFigure } from "../api/types";
import type { Wording } from "../wording/useWords";

/** Lists of what was left undone, or went wrong: more of it is worse. */
const BETTER_FEWER = ["visits-missed", "revisits-owed", "plans-open", "relapsed"];
/** Lists of what was done: more of it is better. The others are neither. */
const BETTER_MORE = ["visits-done", "revisits-done", "lifted-out"];

export type Trend = "better" | "worse" | "even";

export function trendOf({ list, households, householdsBefore }: MonthEndFigure): Trend {
  if (households === householdsBefore) return "even";
  const isMore = households > householdsBefore;
  if (BETTER_FEWER.includes(list)) return isMore ? "worse" : "better";
  if (BETTER_MORE.includes(list)) return isMore ? "better" : "worse";
  return "even";
}

/** What a list is called: while the month runs, what is not done yet is not missed. */
export function listName(list: string, isOver: boolean, { t, term }: Wording): string {
  if (!isOver && list === "visits-missed") return t("monthEnd.stillToDo");
  if (!isOver && list === "revisits-owed") return t("monthEnd.stillToRevisit");
  return term("monthEndList", list);
}

export function differenceInWords({ households, householdsBefore }: MonthEndFigure, { t }: Wording): string {
  const difference = households - householdsBefore;
  if (difference === 0) return t("monthEnd.same");
  return t(difference > 0 ? "monthEnd.more" : "monthEnd.fewer", { count: Math.abs(difference) });
}
