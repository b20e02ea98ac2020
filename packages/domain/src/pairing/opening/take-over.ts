import {
  addDays,
  addMonths,
  addToMonth,
  lastDayOf,
  laterDay,
  monthOf,
  type Day,
  type Month,
} from "../../time/day";
import type { Refusal } from "../../case/refusal";
import type { SubjectKind } from "../../subject/subject-kind";
import { liftedOut } from "../lift-out/lifted-out";
import type { PairingRules } from "../pairing.rules";
import { isPlanAsked } from "../plan/plan.rules";
import { firstVisitMonth } from "../visit/visit-duty";
import type { PairingOpened } from "./opening.events";
import type { TakenOver } from "./taken-over";

/** A monthly rhythm would put a whole county's first visits into one month's end. */
const SPREAD_OVER_MONTHS_AT_LEAST = 2;

/** A county's plans are written anew within so many days after its take-over by the case's own fixed number. */
const PLANS_SPREAD_OVER_DAYS = 90;

/** The end of the present term: a paper term that has ended goes on in whole terms until it ends ahead. */
export function termEndTakenOver(signedOn: Day, termMonths: number, today: Day): Day {
  let terms = 1;
  while (addMonths(signedOn, terms * termMonths) <= today) terms += 1;
  return addMonths(signedOn, terms * termMonths);
}

/** How often visits are owed, and how early in a month a pairing has to begin to owe one in it. */
interface Rhythm {
  readonly everyMonths: number;
  readonly firstMonthIfSignedByDay: number;
}

/**
 * The first month in which a visit is owed after a take-over: the one that follows from the last visit on paper where
 * that lies ahead, else one of the coming months by the case's own fixed number. Nothing that was missed on paper is
 * overdue on the first day.
 * @param until the last day of revisits: they are spread over no more months than are left, so that none loses its last one
 */
export function firstVisitMonthTakenOver(
  { lastVisitOn }: Pick<TakenOver, "lastVisitOn">,
  today: Day,
  { everyMonths, firstMonthIfSignedByDay }: Rhythm,
  spreadBy: number,
  until: Day | null = null,
): Month {
  const earliest = firstVisitMonth(today, today, firstMonthIfSignedByDay);
  const following = lastVisitOn === null ? null : addToMonth(monthOf(lastVisitOn), everyMonths);
  if (following !== null && following >= earliest) return following;
  const isLeft = (months: number) => until === null || lastDayOf(addToMonth(earliest, months)) <= until;
  const most = Math.max(everyMonths, SPREAD_OVER_MONTHS_AT_LEAST);
  let months = 1;
  while (months < most && isLeft(months)) months += 1;
  return addToMonth(earliest, spreadBy % months);
}

/** Why a lift-out on paper cannot be taken over: by its day, or because the policy's revisits leave nothing to be done. */
export function refusalOfLiftedOut(
  { liftedOutOn }: TakenOver,
  signedOn: Day,
  today: Day,
  rules: PairingRules,
): Refusal | null {
  if (liftedOutOn === undefined) return null;
  if (liftedOutOn > today) return { code: "LIFTED_OUT_IN_FUTURE", liftedOutOn, today };
  if (liftedOutOn < signedOn) return { code: "LIFTED_OUT_BEFORE_SIGNING", liftedOutOn, signedOn };
  if (rules.revisit === undefined)
    return { code: "REVISITS_NOT_IN_PROGRAMME", programmeId: rules.programmeId };
  const { revisitUntil: until } = liftedOut(liftedOutOn, rules);
  return until < today ? { code: "REVISITS_OVER_ALREADY", until, today } : null;
}

/** What of an opening follows from its life on paper: from its lift-out there, where it had one. */
export function openingTakenOver(
  { lastVisitOn, liftedOutOn }: TakenOver,
  { signedOn, termMonths, subjectKind }: { signedOn: Day; termMonths: number; subjectKind: SubjectKind },
  rules: PairingRules,
  today: Day,
  spreadBy: number,
): Pick<
  PairingOpened,
  "termEndsOn" | "visitEveryMonths" | "firstVisitMonth" | "planOwedSince" | "takenOver"
> {
  const { everyMonths, firstMonthIfSignedByDay } = rules.visit;
  const plansAsked = isPlanAsked(rules.plan, subjectKind);
  if (liftedOutOn === undefined)
    return {
      termEndsOn: termEndTakenOver(signedOn, termMonths, today),
      visitEveryMonths: everyMonths,
      firstVisitMonth: firstVisitMonthTakenOver({ lastVisitOn }, today, rules.visit, spreadBy),
      ...(plansAsked ? { planOwedSince: addDays(today, spreadBy % PLANS_SPREAD_OVER_DAYS) } : {}),
      takenOver: { lastVisitOn },
    };
  const { revisitUntil, revisitEveryMonths } = liftedOut(liftedOutOn, rules);
  const lastSeenOn = laterDay(liftedOutOn, lastVisitOn ?? liftedOutOn);
  const rhythm = { everyMonths: revisitEveryMonths, firstMonthIfSignedByDay };
  return {
    termEndsOn: termEndTakenOver(signedOn, termMonths, liftedOutOn),
    visitEveryMonths: revisitEveryMonths,
    firstVisitMonth: firstVisitMonthTakenOver(
      { lastVisitOn: lastSeenOn },
      today,
      rhythm,
      spreadBy,
      revisitUntil,
    ),
    takenOver: { lastVisitOn, liftedOut: { on: liftedOutOn, revisitUntil, plansAsked } },
  };
}
