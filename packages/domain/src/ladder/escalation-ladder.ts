import { dayAt, startOf, addDays, type Day, type InstantMs } from "../time/day";
import { countWorkingDays, type WorkCalendar, type WorkingDayCount } from "../time/work-calendar";
import type { SeatKind } from "../case/seat";

/** One rung: who hears of it, and the working days it has before the next rung hears. */
export interface LadderRung {
  readonly seat: SeatKind;
  readonly workingDays: number;
}

/** The rung that was climbed, or told again, last. */
export interface FiredRung {
  readonly rung: number;
  readonly firedAtMs: InstantMs;
}

/** Where a matter stands on its ladder, and when it moves next. */
export interface LadderPosition {
  /** 0: with the one who owes it, in time or in grace. */
  readonly rung: number;
  readonly seat: SeatKind;
  readonly nextStep: "escalate" | "repeat";
  readonly nextAtMs: InstantMs;
  readonly reckoning: WorkingDayCount;
}

/**
 * The ladder's rule. Rung 0 is the one who owes the matter and has the ladder's first working days after the due day
 * as grace. Each further rung has its own working days from the day it was told, so a ladder is never climbed in one
 * second, however late the first step was. The highest rung is told again and again: a matter never stops being someone's.
 *
 * @param notBeforeMs the first rung of a matter that is found late is climbed from then on, never before
 */
export function climb(
  ladder: readonly LadderRung[],
  dueOn: Day,
  lastFired: FiredRung | null,
  calendar: WorkCalendar,
  jitterMs: number,
  notBeforeMs: InstantMs,
): LadderPosition {
  const rung = Math.min(lastFired?.rung ?? 0, ladder.length - 1);
  const present = ladder[rung];
  if (present === undefined) throw new RangeError("a ladder has at least one rung");
  const reckoning = countWorkingDays(
    calendar,
    lastFired === null ? dueOn : dayAt(lastFired.firedAtMs),
    present.workingDays,
  );
  return {
    rung,
    seat: present.seat,
    nextStep: rung < ladder.length - 1 ? "escalate" : "repeat",
    nextAtMs: Math.max(
      startOf(addDays(reckoning.lastDay, 1)) + jitterMs,
      lastFired === null ? notBeforeMs : 0,
    ),
    reckoning,
  };
}
