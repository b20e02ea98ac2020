import { addMonths, dayAt, daysBetween, isDay, monthsBetween, monthOf, type Day } from "@jiedui/domain";
import type { TFunction } from "i18next";

export type Words = TFunction;

const WEEKDAYS_ZH = ["日", "一", "二", "三", "四", "五", "六"];
const WEEKDAYS_EN = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const WHOLE_MONTHS_EN = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const MONTHS_EN = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function partsOf(day: string) {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return { year, month, date, weekday: new Date(`${day}T00:00:00Z`).getUTCDay() };
}

const isChinese = (language: string) => language.startsWith("zh");

/** `2016年3月5日 周六`, or `Sat 5 Mar 2016`. */
export function fullDay(day: string, language: string): string {
  const { year, month, date, weekday } = partsOf(day);
  return isChinese(language)
    ? `${year}年${month}月${date}日 周${WEEKDAYS_ZH[weekday]}`
    : `${WEEKDAYS_EN[weekday]} ${date} ${MONTHS_EN[month - 1]} ${year}`;
}

/** Without the weekday, and without the year when it is the present one. */
export function shortDay(day: string, language: string, today?: string): string {
  const { year, month, date } = partsOf(day);
  const sameYear = today?.slice(0, 4) === day.slice(0, 4);
  if (isChinese(language)) return sameYear ? `${month}月${date}日` : `${year}年${month}月${date}日`;
  return sameYear ? `${date} ${MONTHS_EN[month - 1]}` : `${date} ${MONTHS_EN[month - 1]} ${year}`;
}

/** A month `2016-03` as `2016年3月` or `March 2016`, without the year when it is the present one. */
export function monthName(month: string, language: string, today?: string): string {
  const { year, month: number } = partsOf(`${month}-01`);
  const sameYear = today?.slice(0, 4) === month.slice(0, 4);
  if (isChinese(language)) return sameYear ? `${number}月` : `${year}年${number}月`;
  const name = WHOLE_MONTHS_EN[number - 1] ?? "";
  return sameYear ? name : `${name} ${year}`;
}

/** An instant in China's time: `2016年3月5日 周六 08:30`. */
export function fullInstant(instant: string, language: string): string {
  const atMs = Date.parse(instant);
  if (Number.isNaN(atMs)) return instant;
  return `${fullDay(dayAt(atMs), language)} ${clockOf(atMs)}`;
}

export function clockOf(atMs: number): string {
  return new Date(atMs + 8 * 3_600_000).toISOString().slice(11, 16);
}

/** The day of an instant, or of a text that is a day already. */
export function dayOf(text: string): Day {
  return isDay(text) ? text : dayAt(Date.parse(text));
}

/** Near days in words, far ones as a date. */
export function nearDay(day: string, today: string, words: Words, language: string): string {
  const days = daysBetween(today as Day, day as Day);
  if (days === 0) return words("common.today");
  if (days === 1) return words("common.tomorrow");
  if (days === -1) return words("common.yesterday");
  if (days < 0 && days >= -14) return words("common.daysAgo", { count: -days });
  return shortDay(day, language, today);
}

/** `还有 3 天`, `今天到期`, `逾期 2 个工作日`. */
export function dueInWords(
  dueOn: string,
  today: string,
  words: Words,
  workingDaysOverdue: number | null = null,
): string {
  const days = daysBetween(today as Day, dueOn as Day);
  if (days > 0) return words("common.daysLeft", { count: days });
  if (days === 0) return words("common.dueToday");
  if (workingDaysOverdue !== null && workingDaysOverdue > 0)
    return words("common.overdueWorkingDays", { count: workingDaysOverdue });
  return words("common.overdueDays", { count: -days });
}

/** What is left of a term: whole months, then days. */
export function leftUntil(end: string, today: string): { months: number; days: number } | null {
  if (end <= today) return null;
  let months = monthsBetween(monthOf(today as Day), monthOf(end as Day));
  if (addMonths(today as Day, months) > end) months -= 1;
  return { months, days: daysBetween(addMonths(today as Day, months), end as Day) };
}

export function durationInWords(ms: number, words: Words): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return words("common.duration.seconds", { count: seconds });
  if (seconds < 3600) return words("common.duration.minutes", { count: Math.round(seconds / 60) });
  if (seconds < 172_800) return words("common.duration.hours", { count: Math.round(seconds / 3600) });
  return words("common.duration.days", { count: Math.round(seconds / 86_400) });
}
