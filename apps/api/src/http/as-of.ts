import { addDays, dayAt, isDay, startOf } from "@jiedui/domain";
import { ProblemError } from "@jiedui/platform";
import type { WorldClock } from "../engine/world-clock";

/** When a read happens, and the moment whose knowledge it shows; null for the present. */
export interface ReadingAt {
  readonly now: Date;
  readonly asOf: Date | null;
}

/**
 * `asOf` is a day, whose end is meant, or an instant. Today will do; what comes later nobody knows yet.
 * @throws ProblemError 400 AS_OF_IN_FUTURE
 */
export async function readingAt(clock: WorldClock, asOf: string | undefined): Promise<ReadingAt> {
  const nowMs = await clock.nowMs();
  if (asOf === undefined) return { now: new Date(nowMs), asOf: null };
  const today = dayAt(nowMs);
  const asOfMs = isDay(asOf) ? startOf(addDays(asOf, 1)) - 1 : Date.parse(asOf);
  if (isDay(asOf) ? asOf > today : asOfMs > nowMs)
    throw new ProblemError(400, "AS_OF_IN_FUTURE", { asOf: dayAt(asOfMs), today });
  return { now: new Date(nowMs), asOf: new Date(asOfMs) };
}
