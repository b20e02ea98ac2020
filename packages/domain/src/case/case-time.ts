import type { InstantMs } from "../time/day";

/** A time at which a case does something by itself that nobody owes: a term renews, a period ends. */
export interface CaseTime {
  /** Unique within its case for ever. */
  readonly key: string;
  readonly atMs: InstantMs;
}
