import { dayAt, startOf, type Day, type InstantMs } from "../time/day";

/** What an account, or an office, is told of a day, in numbers. */
export interface DigestCounts {
  /** Reminded of since the last digest, or come within the days that count as soon. */
  readonly newlyDue: number;
  readonly newlyOverdue: number;
  /** Gone up a rung to whoever is told. */
  readonly escalated: number;
  /** The highest rung told again: counted, but no reason to tell anybody. */
  readonly repeated: number;
  /** Everything that is overdue, whenever it was told. */
  readonly overdue: number;
}

/** Matters that fall due within these days are said to be newly due; the inbox calls them "soon" as well. */
export const DIGEST_SOON_DAYS = 7;
const MINUTE_MS = 60_000;

/**
 * The day whose digest is due by then: today's, once so many minutes of it have passed. Whatever was left out before is
 * part of it.
 */
export function digestDay(nowMs: InstantMs, fromMinute: number): Day | undefined {
  const today = dayAt(nowMs);
  return nowMs >= startOf(today) + fromMinute * MINUTE_MS ? today : undefined;
}
