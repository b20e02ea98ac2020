import type { CaseCommand, CommandAnswer, Recorded, Refusal, WorkCalendar } from "@jiedui/domain";

/** What a running case carries over into its next run, and what one is started with. */
export interface CaseInput {
  readonly caseId: string;
  /** Null before opening, and where the case is to be started from its log. */
  readonly carried: CarriedCase | null;
  /** Start from the log as it stands in PostgreSQL: after reopening, or onto an empty engine. */
  readonly resume: boolean;
  /** The rehearsal's clock: nothing of this case is decided before that instant. */
  readonly notBeforeMs: number | null;
}

/** A case between two runs: ids, facts, resolved rules and calendar bits; under 32 KB after ten years. */
export interface CarriedCase {
  readonly seq: number;
  readonly state: { readonly schemaVersion: number };
  readonly rules: unknown;
  readonly calendar: WorkCalendar;
}

export interface ActInput {
  readonly kind: string;
  readonly caseId: string;
  /** The newest event that the workflow has folded in. */
  readonly expectedSeq: number;
  /** Null before opening. */
  readonly carried: CarriedCase | null;
  readonly nowMs: number;
  readonly commands: readonly CaseCommand[];
}

export interface ActOutcome {
  /** Every event beyond `expectedSeq`, also those of an act whose answer was lost. */
  readonly events: readonly Recorded[];
  /** One answer a command, in the same order. */
  readonly answers: readonly CommandAnswer[];
  /** Rules and calendar, when this act resolved them: at opening. */
  readonly adopted: { readonly rules: unknown; readonly calendar: WorkCalendar } | null;
}

/** Activities that the shell calls. Both may be repeated safely. */
export interface CaseActivities {
  /** Decides and records in one transaction; a repetition finds its own answers. */
  act(input: ActInput): Promise<ActOutcome>;
  /** Folds the log of a case; undefined when there is none. */
  loadCase(kind: string, caseId: string): Promise<CarriedCase | undefined>;
}

/** The type of the failure with which an update is refused; its details are the refusal. */
export const REFUSED_FAILURE_TYPE = "Refused";
export type RefusedDetails = [Refusal];

/** A case's own word on itself, for the engine room and for tests. */
export interface CaseReport {
  readonly seq: number;
  readonly stage: string;
  /** The instant for which the one timer is armed; null when nothing is owed. */
  readonly armedForMs: number | null;
  readonly queued: number;
  readonly state: { readonly schemaVersion: number };
}
