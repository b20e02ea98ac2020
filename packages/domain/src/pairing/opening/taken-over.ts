import type { Day } from "../../time/day";

/** What a pairing that has run on paper brings along. */
export interface TakenOver {
  readonly lastVisitOn: Day | null;
  /** The day of its lift-out; absent: it is in help. */
  readonly liftedOutOn?: Day;
}
/** The same as it is recorded. */
export interface TakenOverRecorded {
  readonly lastVisitOn: Day | null;
  readonly liftedOut?: LiftedOutOnPaper;
}
/** A lift-out whose records are on paper, and the last day of the revisits that follow it. */
export interface LiftedOutOnPaper {
  readonly on: Day;
  readonly revisitUntil: Day;
  /** Whether the programme asks for a plan, should the household relapse. */
  readonly plansAsked: boolean;
}

export function takenOverOf(lastVisitOn: Day | null, liftedOutOn: Day | null): TakenOver {
  return { lastVisitOn, ...(liftedOutOn === null ? {} : { liftedOutOn }) };
}
