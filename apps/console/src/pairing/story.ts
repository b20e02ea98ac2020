import type { TimelineItem } from "../api/types";
import type { EventFilter } from "../app/search";
import { numberOf, partOf, textOf } from "../wording/fields";
import { isShownBy } from "./matters";

export interface StoryMonth {
  month: string;
  events: TimelineItem[];
}

/** Months, newest first, by the day on which a thing happened, whenever it was recorded. */
export function monthsOf(events: readonly TimelineItem[], filter: EventFilter | undefined): StoryMonth[] {
  const shown = events
    .filter(({ type }) => isShownBy(filter, type))
    .sort((one, other) => other.happenedOn.localeCompare(one.happenedOn) || other.seq - one.seq);
  const months: StoryMonth[] = [];
  for (const event of shown) {
    const month = event.happenedOn.slice(0, 7);
    const present = months.at(-1);
    if (present?.month === month) present.events.push(event);
    else months.push({ month, events: [event] });
  }
  return months;
}

/** Ids of the visits that were voided. */
export function voidedVisits(events: readonly TimelineItem[]): ReadonlySet<string> {
  return new Set(
    events.filter(({ type }) => type === "VisitVoided").map(({ data }) => textOf(data, "visitId")),
  );
}

/** Numbers of the entries that were taken out. */
export function voidedEntries(events: readonly TimelineItem[]): ReadonlySet<number> {
  return new Set(
    events
      .filter(({ type }) => type === "EntryVoided")
      .map(({ data }) => numberOf(partOf(data, "entry") ?? {}, "seq")),
  );
}

/** Visits that could still be voided, newest first. */
export function standingVisits(events: readonly TimelineItem[]): TimelineItem[] {
  const voided = voidedVisits(events);
  return events
    .filter(({ type, data }) => type === "VisitRecorded" && !voided.has(textOf(data, "visitId")))
    .sort((one, other) => other.happenedOn.localeCompare(one.happenedOn));
}
