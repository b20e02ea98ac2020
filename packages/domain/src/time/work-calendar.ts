import { addDays, weekdayOf, type Day } from "./day";

/**
 * The published working days, one bit a day, small enough to travel with a running case.
 * A year that has not been published counts Monday to Friday and is said to be provisional.
 */
export interface WorkCalendar {
  readonly version: string;
  /** Year → hexadecimal bits, day 1 of January first; a set bit is a working day. */
  readonly publishedYears: Readonly<Record<string, string>>;
}

/** How a number of working days was counted, so that a clerk can count them again. */
export interface WorkingDayCount {
  /** The count begins on the day after this one. */
  readonly after: Day;
  readonly workingDays: number;
  readonly lastDay: Day;
  /** Days in between that were not counted, weekends included. */
  readonly daysOff: readonly Day[];
  /** Saturdays and Sundays in between that were counted, because the published calendar makes them working days. */
  readonly makeUpDays: readonly Day[];
  /** True when a day of a year without a published calendar was touched. */
  readonly provisional: boolean;
  readonly calendarVersion: string;
}

export function isPublished(calendar: WorkCalendar, day: Day): boolean {
  return calendar.publishedYears[day.slice(0, 4)] !== undefined;
}

export function isWorkingDay(calendar: WorkCalendar, day: Day): boolean {
  const bits = calendar.publishedYears[day.slice(0, 4)];
  if (bits === undefined) return !isWeekend(day);
  const index = dayOfYear(day);
  const digit = Number.parseInt(bits[index >> 2] ?? "0", 16);
  return (digit & (8 >> (index & 3))) !== 0;
}

/** Counts working days from the day after `after`; zero working days end on `after` itself. */
export function countWorkingDays(calendar: WorkCalendar, after: Day, workingDays: number): WorkingDayCount {
  const daysOff: Day[] = [];
  const makeUpDays: Day[] = [];
  let provisional = false;
  let lastDay = after;
  for (let left = workingDays; left > 0;) {
    lastDay = addDays(lastDay, 1);
    provisional ||= !isPublished(calendar, lastDay);
    if (!isWorkingDay(calendar, lastDay)) daysOff.push(lastDay);
    else {
      if (isWeekend(lastDay)) makeUpDays.push(lastDay);
      left -= 1;
    }
  }
  return { after, workingDays, lastDay, daysOff, makeUpDays, provisional, calendarVersion: calendar.version };
}

/** Working days after `from`, up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(calendar: WorkCalendar, from: Day, to: Day): number {
  let count = 0;
  for (let each = addDays(from, 1); each <= to; each = addDays(each, 1))
    if (isWorkingDay(calendar, each)) count += 1;
  return count;
}

/** Packs a year's working days into the form that {@link WorkCalendar} carries. */
export function packYear(year: number, isWorking: (day: Day) => boolean): string {
  const days = dayOfYear(`${year}-12-31` as Day) + 1;
  let bits = "";
  for (let index = 0; index < days; index += 4) {
    let digit = 0;
    for (let offset = 0; offset < 4; offset += 1)
      if (index + offset < days && isWorking(addDays(`${year}-01-01` as Day, index + offset)))
        digit |= 8 >> offset;
    bits += digit.toString(16);
  }
  return bits;
}

function isWeekend(day: Day): boolean {
  const weekday = weekdayOf(day);
  return weekday === 0 || weekday === 6;
}

function dayOfYear(day: Day): number {
  return Math.round(
    (Date.parse(`${day}T00:00:00Z`) - Date.parse(`${day.slice(0, 4)}-01-01T00:00:00Z`)) / 86_400_000,
  );
}
