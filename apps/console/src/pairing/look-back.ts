import { addToMonth, daysBetween, firstDayOf, laterDay, monthOf, type Day } from "@jiedui/domain";
import type { TimelineItem } from "../api/types";
import { dayOf } from "../wording/dates";
import { toneOf, type Tone } from "./StoryEvent";

/** From the opening's record to the present: before it, nothing was known of the case. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}
export interface MonthMark {
  readonly month: string;
  /** How far along, in percent. */
  readonly at: number;
  readonly isNewYear: boolean;
  readonly isNamed: boolean;
}
export interface EventTick {
  readonly day: Day;
  readonly at: number;
  readonly tone: Tone;
}

const LOUDEST_FIRST: readonly Tone[] = ["overdue", "soon", "done", "not-yet"];
/** More names than these would run into one another on a telephone. */
const MOST_NAMED = 5;
/** A name nearer to an end than this, in percent, would be cut off. */
const CLEAR_OF_THE_ENDS = 6;
const STEPS_IN_MONTHS = [1, 2, 3, 6, 12, 24, 36, 60];

function shareOf({ from, to }: Span, day: Day): number {
  return (daysBetween(from, day) / Math.max(1, daysBetween(from, to))) * 100;
}

/** The first day of every month in the span; named are as many as fit, at even distances that years begin with. */
export function monthMarks(span: Span): MonthMark[] {
  const marks: MonthMark[] = [];
  for (
    let month = addToMonth(monthOf(span.from), 1);
    firstDayOf(month) <= span.to;
    month = addToMonth(month, 1)
  )
    marks.push({
      month,
      at: shareOf(span, firstDayOf(month)),
      isNewYear: month.endsWith("-01"),
      isNamed: false,
    });
  const step = STEPS_IN_MONTHS.find((months) => named(marks, months).length <= MOST_NAMED) ?? 120;
  const names = new Set(named(marks, step));
  return marks.map((mark) => ({ ...mark, isNamed: names.has(mark) }));
}

function named(marks: readonly MonthMark[], everyMonths: number): MonthMark[] {
  return marks.filter(({ month, at }) => {
    if (at < CLEAR_OF_THE_ENDS || at > 100 - CLEAR_OF_THE_ENDS) return false;
    const [year = 0, number = 0] = month.split("-").map(Number);
    return (year * 12 + number - 1) % everyMonths === 0;
  });
}

/** The days on which something was recorded, each in the tone of the loudest of them. */
export function eventTicks(span: Span, events: readonly TimelineItem[]): EventTick[] {
  const tones = new Map<Day, Tone>();
  for (const { type, recordedAt } of events) {
    const day = dayOf(recordedAt);
    const before = tones.get(day);
    const tone = toneOf(type);
    if (before === undefined || LOUDEST_FIRST.indexOf(tone) < LOUDEST_FIRST.indexOf(before))
      tones.set(day, tone);
  }
  return [...tones]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([day, tone]) => ({ day, at: shareOf(span, day), tone }));
}

/** What is known from when to when; the clock of this machine may lag behind the last record. */
export function spanOf(events: readonly TimelineItem[], today: Day): Span | undefined {
  const [first] = events;
  const last = events.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return { from: dayOf(first.recordedAt), to: laterDay(today, dayOf(last.recordedAt)) };
}

export function within({ from, to }: Span, day: Day): Day {
  return day < from ? from : day > to ? to : day;
}
