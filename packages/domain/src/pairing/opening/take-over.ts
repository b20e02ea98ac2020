import { addDays, addMonths, addToMonth, monthOf, type Day, type Month } from "../../time/day";
import { firstVisitMonth } from "../visit/visit-duty";

/** What a pairing that has run on paper brings along. */
export interface TakenOver {
  readonly lastVisitOn: Day | null;
}

/** A monthly rhythm would put a whole county's first visits into one month's end. */
const SPREAD_OVER_MONTHS_AT_LEAST = 2;

/** A county's plans are written anew within so many days after its take-over, not all in one week. */
const PLANS_SPREAD_OVER_DAYS = 90;

/**
 * The day from which a household's plan is owed: the day on which the case is recorded, so that nobody is late on the
 * first day; after a take-over a day within the next months by the case's own fixed number.
 */
export function planOwedSince(takenOver: TakenOver | undefined, today: Day, spreadBy: number): Day {
  return takenOver === undefined ? today : addDays(today, spreadBy % PLANS_SPREAD_OVER_DAYS);
}

/** The end of the present term: a paper term that has ended goes on in whole terms until it ends ahead. */
export function termEndTakenOver(signedOn: Day, termMonths: number, today: Day): Day {
  let terms = 1;
  while (addMonths(signedOn, terms * termMonths) <= today) terms += 1;
  return addMonths(signedOn, terms * termMonths);
}

/**
 * The first month in which a visit is owed after a take-over: the one that follows from the last visit on paper where
 * that lies ahead, else one of the coming months by the case's own fixed number. Nothing that was missed on paper is
 * overdue on the first day.
 */
export function firstVisitMonthTakenOver(
  { lastVisitOn }: TakenOver,
  today: Day,
  { everyMonths, firstMonthIfSignedByDay }: { everyMonths: number; firstMonthIfSignedByDay: number },
  spreadBy: number,
): Month {
  const earliest = firstVisitMonth(today, today, firstMonthIfSignedByDay);
  const following = lastVisitOn === null ? null : addToMonth(monthOf(lastVisitOn), everyMonths);
  if (following !== null && following >= earliest) return following;
  return addToMonth(earliest, spreadBy % Math.max(everyMonths, SPREAD_OVER_MONTHS_AT_LEAST));
}
