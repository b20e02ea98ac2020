import { addToMonth, lastDayOf, laterDay, monthOf, type Day, type Month } from "../../time/day";
import type { OpenedFacts } from "../opening/opening.state";
import type { VisitFact, VisitsKept } from "./visit.state";

/**
 * The first month in which a visit is owed. Counted from the later of signing and recording: nobody could be reminded
 * of what was not yet entered.
 */
export function firstVisitMonth(signedOn: Day, recordedOn: Day, firstMonthIfSignedByDay: number): Month {
  const begin = laterDay(signedOn, recordedOn);
  return Number(begin.slice(8)) <= firstMonthIfSignedByDay ? monthOf(begin) : addToMonth(monthOf(begin), 1);
}

/**
 * The month within which a visit is owed: the policy's interval after the newest visit's month. A visit makes good
 * whatever was missed before it, for what is owed then is that the household be seen, and it has been.
 */
export function owedMonth(
  { firstVisitMonth, visitEveryMonths }: Pick<OpenedFacts, "firstVisitMonth" | "visitEveryMonths">,
  { visits, forgottenVisitOn }: Pick<VisitsKept, "visits" | "forgottenVisitOn">,
): Month {
  const newestOn = newestVisit(visits)?.day ?? forgottenVisitOn;
  if (newestOn === null) return firstVisitMonth;
  const next = addToMonth(monthOf(newestOn), visitEveryMonths);
  return next > firstVisitMonth ? next : firstVisitMonth;
}

export function newestVisit(visits: readonly VisitFact[]): VisitFact | undefined {
  return visits.reduce<VisitFact | undefined>(
    (newest, visit) => (!visit.voided && (newest === undefined || visit.day > newest.day) ? visit : newest),
    undefined,
  );
}

/** The visit that was made within the interval that ends with that month, if it had one after all. */
export function visitWithin(
  month: Month,
  everyMonths: number,
  visits: readonly VisitFact[],
): VisitFact | undefined {
  const before = addToMonth(month, -everyMonths);
  return visits.find((visit) => !visit.voided && monthOf(visit.day) > before && monthOf(visit.day) <= month);
}

/** The first visit after that month, which made it good. */
export function visitAfter(month: Month, visits: readonly VisitFact[]): VisitFact | undefined {
  return visits.find((visit) => !visit.voided && visit.day > lastDayOf(month));
}

/** Ended months without a visit, the owed one included, as of a day. */
export function missedMonths(owed: Month, today: Day): number {
  let count = 0;
  for (let month = owed; lastDayOf(month) < today; month = addToMonth(month, 1)) count += 1;
  return count;
}

export function visitKey(month: Month): string {
  return `visit:${month}`;
}

export function isVisitKey(key: string): boolean {
  return key.startsWith("visit:");
}

export function monthOfVisitKey(key: string): Month {
  return key.slice("visit:".length) as Month;
}

interface EndedEscalation {
  readonly month: Month;
  readonly rung: number;
  readonly by: VisitFact;
}

/** The months whose escalation a fact has shown to be wrong, or has ended. */
export function endedEscalations(state: VisitsKept & { readonly opened: OpenedFacts | null }): {
  withdrawn: readonly EndedEscalation[];
  settled: readonly EndedEscalation[];
} {
  const everyMonths = state.opened?.visitEveryMonths ?? 1;
  const withdrawn: EndedEscalation[] = [];
  const settled: EndedEscalation[] = [];
  for (const { month, fired, ...then } of state.openEscalations) {
    const within = visitWithin(month, then.everyMonths ?? everyMonths, state.visits);
    const after = visitAfter(month, state.visits);
    if (within !== undefined) withdrawn.push({ month, rung: fired.rung, by: within });
    else if (after !== undefined) settled.push({ month, rung: fired.rung, by: after });
  }
  for (const past of state.pastEscalations) {
    const within = visitWithin(past.month, everyMonths, state.visits);
    if (within !== undefined && !withdrawn.some((each) => each.month === past.month))
      withdrawn.push({ ...past, by: within });
  }
  return { withdrawn, settled };
}
