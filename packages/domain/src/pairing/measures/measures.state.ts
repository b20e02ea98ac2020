import type { Day } from "../../time/day";
import type { MeasureAmount, ProjectStage } from "./measures.moves";

/** A measure as it counts after its corrections; the log has how it came to that. */
export interface MeasureFact extends MeasureAmount {
  readonly seq: number;
  readonly on: Day;
  readonly planSeq: number | null;
  readonly line: number | null;
}

/** Where a project stands, and since when. */
export interface ProjectFact {
  /** The measure that began it. */
  readonly seq: number;
  readonly stage: ProjectStage;
  readonly since: Day;
}

export interface MeasuresKept {
  readonly measures: readonly MeasureFact[];
  readonly projects: readonly ProjectFact[];
}

export const NO_MEASURES: MeasuresKept = { measures: [], projects: [] };

/** So many measures can be corrected, the newest ones; a running case remembers no others. */
export const MEASURES_KEPT = 60;
export const PROJECTS_KEPT = 20;
