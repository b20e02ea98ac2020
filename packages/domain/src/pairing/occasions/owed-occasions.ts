import { addDays, laterDay, type Day } from "../../time/day";
import { firstFestivalAfter, type FestivalOfYear } from "../../time/festivals";
import type { PairingState } from "../pairing.state";
import { newestVisit } from "../visit/visit-duty";
import { isPersonalDay } from "./occasions.moves";
import type { OccasionRules } from "./occasions.rules";
import type { OccasionFact } from "./occasions.state";

function newestVisitOn({ visits, forgottenVisitOn }: PairingState): Day | null {
  return newestVisit(visits)?.day ?? forgottenVisitOn;
}

/** Reports that no standing visit has answered: one on or after the day does, for several at once. */
export function openOccasions(state: PairingState, rules: OccasionRules): readonly OccasionFact[] {
  const newest = newestVisitOn(state);
  return state.occasions.filter((fact) => newest === null || newest < countsFrom(fact, rules));
}

function countsFrom({ occasion, day }: OccasionFact, { daysBefore }: OccasionRules): Day {
  return isPersonalDay(occasion) ? addDays(day, -daysBefore) : day;
}

/** A visit on a personal day is due that day; anything else so many days after it was told. */
export function occasionDueOn(
  { occasion, day, reportedOn }: OccasionFact,
  { visitWithinDays }: OccasionRules,
): Day {
  return isPersonalDay(occasion) ? laterDay(day, reportedOn) : addDays(reportedOn, visitWithinDays);
}

/**
 * The festival for which a visit is owed: the first one whose days begin after the newest visit. A visit makes good
 * whatever was missed before it, as with the regular ones.
 */
export function owedFestival(state: PairingState, rules: OccasionRules): FestivalOfYear | undefined {
  if (state.festivalsAfter === null || !haveDaysOfTheirOwn(state, rules)) return undefined;
  const after = laterDay(newestVisitOn(state) ?? state.festivalsAfter, state.festivalsAfter);
  return firstFestivalAfter(addDays(after, rules.daysBefore), rules.festivals);
}

/** Whether the policy asks for visits on this subject's personal days and on festivals. */
export function haveDaysOfTheirOwn(
  { opened }: Pick<PairingState, "opened">,
  { daysOfKinds }: OccasionRules,
): boolean {
  const kind = opened?.subjectKind ?? null;
  return daysOfKinds === undefined || (kind !== null && daysOfKinds.includes(kind));
}
