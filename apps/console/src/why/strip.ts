import { addDays, weekdayOf, type Day } from "@jiedui/domain";
import type { Reckoning } from "../wording/fields";

export type StripDayKind = "start" | "counted" | "weekend" | "holiday" | "make-up";
export interface StripDay {
  day: string;
  kind: StripDayKind;
  /** Which working day it is in the count; null for a day that does not count. */
  ordinal: number | null;
  isLast: boolean;
}

const LONGEST = 120;

/** The days of a reckoning one by one, so that a clerk can count them again. */
export function stripOf(reckoning: Reckoning): StripDay[] {
  const off = new Set(reckoning.daysOff);
  const makeUp = new Set(reckoning.makeUpDays);
  const strip: StripDay[] = [
    { day: reckoning.after, kind: "start", ordinal: null, isLast: reckoning.after === reckoning.lastDay },
  ];
  let ordinal = 0;
  for (let each = addDays(reckoning.after as Day, 1); each <= reckoning.lastDay && strip.length < LONGEST;) {
    const isWeekend = weekdayOf(each) === 0 || weekdayOf(each) === 6;
    const counts = !off.has(each);
    if (counts) ordinal += 1;
    const kind = counts ? (makeUp.has(each) ? "make-up" : "counted") : isWeekend ? "weekend" : "holiday";
    strip.push({ day: each, kind, ordinal: counts ? ordinal : null, isLast: each === reckoning.lastDay });
    each = addDays(each, 1);
  }
  return strip;
}
