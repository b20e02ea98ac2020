import { addDays, daysBetween, type Day } from "../time/day";

/** Why a helper is away for a while. */
export const AWAY_REASONS = ["leave", "illness", "school", "secondment"] as const;
export type AwayReason = (typeof AWAY_REASONS)[number];

/** Whoever is away for longer hands the households over: they need somebody who knows them. */
export const LONGEST_AWAY_DAYS = 183;

export type AwayRefusal =
  | { readonly code: "AWAY_IN_PAST"; readonly fromDay: Day; readonly today: Day }
  | { readonly code: "AWAY_TOO_LONG"; readonly days: number; readonly allowed: number; readonly until: Day };

/** What bars a helper's own absence, first and last day counted; undefined: nothing does. */
export function refusalOfAbsence(fromDay: Day, toDay: Day, today: Day): AwayRefusal | undefined {
  if (fromDay < today) return { code: "AWAY_IN_PAST", fromDay, today };
  const days = daysBetween(fromDay, toDay) + 1;
  return days > LONGEST_AWAY_DAYS
    ? {
        code: "AWAY_TOO_LONG",
        days,
        allowed: LONGEST_AWAY_DAYS,
        until: addDays(fromDay, LONGEST_AWAY_DAYS - 1),
      }
    : undefined;
}
