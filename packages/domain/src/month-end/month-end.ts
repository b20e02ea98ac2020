import type { OpenedFacts } from "../pairing/opening/opening.state";
import { owedMonth } from "../pairing/visit/visit-duty";
import type { VisitsKept } from "../pairing/visit/visit.state";
import {
  addDays,
  addToMonth,
  dayAt,
  firstDayOf,
  lastDayOf,
  monthOf,
  startOf,
  type InstantMs,
  type Month,
} from "../time/day";

/** What a county is asked for at the end of each month, in the order in which it is asked. */
export const MONTH_END_LISTS = [
  "visits-done",
  "visits-missed",
  "plans-open",
  "terms-ending",
  "revisits-done",
  "revisits-owed",
  "helpers-changed",
  "opened",
  "lifted-out",
  "relapsed",
  "closed",
] as const;
export type MonthEndList = (typeof MONTH_END_LISTS)[number];

/** Terms that end in this month and the next two are shown ahead. */
export const TERMS_AHEAD_MONTHS = 2;

/** When a month's lists are reckoned: as known when it ended, or as known so far while it runs. */
export interface MonthEndMoments {
  readonly month: Month;
  /** The first instant after the month. */
  readonly endsAtMs: InstantMs;
  /** The last instant of the month that is known: what stood open stood open then. */
  readonly stoodAtMs: InstantMs;
  /** What was entered until then is counted, also what was entered after the month for a day in it. */
  readonly knownAtMs: InstantMs;
  readonly isOver: boolean;
}

export function monthEndMoments(month: Month, knownAtMs: InstantMs): MonthEndMoments {
  const endsAtMs = startOf(addDays(lastDayOf(month), 1));
  return {
    month,
    endsAtMs,
    stoodAtMs: Math.min(endsAtMs - 1, knownAtMs),
    knownAtMs,
    isOver: knownAtMs >= endsAtMs,
  };
}

/** The month that has lists by then: the present one is still running, those after it have none. */
export function hasBegun(month: Month, nowMs: InstantMs): boolean {
  return firstDayOf(month) <= dayAt(nowMs);
}

export function monthBefore(month: Month): Month {
  return addToMonth(month, -1);
}

/**
 * Whether a month ended without the visit that was owed: by the visits of that month and before, the owed month is this
 * one, or an earlier one that nobody has made good within it. A visit in a later month does not help an earlier one.
 */
export function isMissed(
  month: Month,
  rhythm: Pick<OpenedFacts, "firstVisitMonth" | "visitEveryMonths">,
  { visits, forgottenVisitOn }: Pick<VisitsKept, "visits" | "forgottenVisitOn">,
): boolean {
  const until = visits.filter(({ day }) => monthOf(day) <= month);
  return owedMonth(rhythm, { visits: until, forgottenVisitOn }) <= month;
}
