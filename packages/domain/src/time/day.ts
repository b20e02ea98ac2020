/** A calendar day in Asia/Shanghai, written `YYYY-MM-DD`. */
export type Day = string & { readonly __brand: "Day" };
/** A calendar month in Asia/Shanghai, written `YYYY-MM`. */
export type Month = string & { readonly __brand: "Month" };
/** Milliseconds since the epoch. */
export type InstantMs = number;

const DAY_MS = 86_400_000;
/** China keeps UTC+8 all year, so a day is computed without any time zone data. */
const CHINA_OFFSET_MS = 8 * 3_600_000;

/** Whether the text is a day that exists, between 1900 and 2199. */
export function isDay(text: string): text is Day {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  return dayOfUtc(Date.parse(`${text}T00:00:00Z`)) === text;
}

/** @throws RangeError when the text is not a day that exists */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`);
  return text;
}

export function dayAt(instant: InstantMs): Day {
  return dayOfUtc(instant + CHINA_OFFSET_MS) as Day;
}

/** The first instant of the day in China. */
export function startOf(theDay: Day): InstantMs {
  return Date.parse(`${theDay}T00:00:00Z`) - CHINA_OFFSET_MS;
}

export function addDays(theDay: Day, days: number): Day {
  return dayOfUtc(Date.parse(`${theDay}T00:00:00Z`) + days * DAY_MS) as Day;
}

/** Whole days from one day to the other; negative when `to` lies before `from`. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** Months later on the same day of the month, or on the last day of a month that is too short. */
export function addMonths(theDay: Day, months: number): Day {
  const target = addToMonth(monthOf(theDay), months);
  const last = lastDayOf(target);
  const sameDay = `${target}-${theDay.slice(8)}`;
  return (sameDay > last ? last : sameDay) as Day;
}

export function monthOf(theDay: Day): Month {
  return theDay.slice(0, 7) as Month;
}

export function addToMonth(month: Month, months: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}` as Month;
}

/** Whole months from one month to the other. */
export function monthsBetween(from: Month, to: Month): number {
  const index = (month: Month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return index(to) - index(from);
}

export function firstDayOf(month: Month): Day {
  return `${month}-01` as Day;
}

export function lastDayOf(month: Month): Day {
  return addDays(firstDayOf(addToMonth(month, 1)), -1);
}

export function earlierDay(one: Day, other: Day): Day {
  return one < other ? one : other;
}

export function laterDay(one: Day, other: Day): Day {
  return one > other ? one : other;
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(theDay: Day): number {
  return new Date(Date.parse(`${theDay}T00:00:00Z`)).getUTCDay();
}

function dayOfUtc(utcMs: number): string {
  return Number.isNaN(utcMs) ? "" : new Date(utcMs).toISOString().slice(0, 10);
}
