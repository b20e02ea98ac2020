import type { Day, InstantMs } from "../time/day";
import type { WorkingDayCount } from "../time/work-calendar";
import type { SeatId } from "./seat";

/** What the system does by itself when an obligation's next time comes. */
export type NextStep = "remind" | "escalate" | "repeat";

/** Someone owes something by a time. Exactly one seat answers for it at any moment. */
export interface Obligation {
  /** Unique within its case for as long as the matter is the same: `visit:2026-03`. */
  readonly key: string;
  readonly kind: string;
  /** The rule that it follows from, by name. */
  readonly rule: string;
  /** Who answers first, then those to whom it falls when a seat is empty; never empty. */
  readonly seats: readonly [SeatId, ...SeatId[]];
  /** The last day on which it is still in time. */
  readonly dueOn: Day;
  /** The first instant at which it is late. */
  readonly dueAtMs: InstantMs;
  /** 0 while it rests with the one who owes it; n after the n-th rung of the ladder has heard of it. */
  readonly rung: number;
  readonly nextStep: NextStep;
  readonly nextAtMs: InstantMs;
  /** The event that armed it. */
  readonly armedBySeq: number;
  /** How `nextAtMs` was counted, where working days were counted. */
  readonly reckoning: WorkingDayCount | null;
}

/** What every automatic event about an obligation says, so that it can be opened to its cause. */
export interface Because {
  readonly rule: string;
  readonly dueOn: Day;
  readonly reckoning: WorkingDayCount | null;
  /** When the step was due. */
  readonly scheduledAtMs: InstantMs;
  /** How late it was taken, when later than jitter and ten minutes explain; else 0. */
  readonly lateMs: number;
}

/** The earliest time at which one of the obligations wants something done; undefined when nothing is owed. */
export function earliestOf(obligations: readonly Obligation[]): InstantMs | undefined {
  return obligations.reduce<InstantMs | undefined>(
    (earliest, each) => (earliest === undefined || each.nextAtMs < earliest ? each.nextAtMs : earliest),
    undefined,
  );
}
