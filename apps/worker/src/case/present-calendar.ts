import { runPrepared } from "@jiedui/database";
import type { WorkCalendar } from "@jiedui/domain";
import type { EntityManager } from "typeorm";

const NONE_PUBLISHED: WorkCalendar = { version: "none", publishedYears: {} };

/** A version never changes, so it is read once. */
const known = new Map<string, WorkCalendar>();

/** The work calendar that a case opens under today. */
export async function presentCalendar(manager: EntityManager): Promise<WorkCalendar> {
  const [present] = await runPrepared<{ version: string }>(
    manager,
    "select version from work_calendar order by adopted_at desc, version desc limit 1",
    [],
  );
  if (present === undefined) return NONE_PUBLISHED;
  const calendar = known.get(present.version) ?? (await calendarOf(manager, present.version));
  known.set(present.version, calendar);
  return calendar;
}

async function calendarOf(manager: EntityManager, version: string): Promise<WorkCalendar> {
  const [row] = await manager.query<WorkCalendar[]>(
    `select version, published_years as "publishedYears" from work_calendar where version = $1`,
    [version],
  );
  if (row === undefined) throw new Error(`calendar ${version} was there a moment ago`);
  return row;
}
