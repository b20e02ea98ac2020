import { addDays, isDay, startOf } from "@jiedui/domain";

/** The instant that `asOf` means: a day's end, or the instant itself; null for the present. */
export function asOfInstant(asOf: string | undefined): Date | null {
  if (asOf === undefined) return null;
  return new Date(isDay(asOf) ? startOf(addDays(asOf, 1)) - 1 : Date.parse(asOf));
}
