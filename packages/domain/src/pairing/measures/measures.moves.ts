import type { Day } from "../../time/day";

/** What help is given in; a policy says which of these it counts, and in which unit. */
export const MEASURE_KINDS = [
  "cash",
  "in-kind",
  "grain",
  "clothing",
  "housing",
  "medical",
  "project",
  "job",
  "training",
  "school-fees",
  "policy-obtained",
] as const;
export type MeasureKind = (typeof MEASURE_KINDS)[number];

export const MEASURE_UNITS = ["item", "kilogram", "piece", "room", "person", "project", "policy"] as const;
export type MeasureUnit = (typeof MEASURE_UNITS)[number];

/** How far a project has come; it goes on in this order, and may be given up at any time. */
export const PROJECT_STAGES = ["prepared", "started", "producing", "earning", "given-up"] as const;
export type ProjectStage = (typeof PROJECT_STAGES)[number];

export const CORRECTION_REASONS = ["wrong-number", "entered-twice", "wrong-household", "not-given"] as const;
export type CorrectionReason = (typeof CORRECTION_REASONS)[number];

/** So much of a kind: in its unit, in whole fen, or both; 0 where it does not count so. */
export interface MeasureAmount {
  readonly kind: MeasureKind;
  readonly amount: number;
  readonly amountFen: number;
}

export interface MeasurePayloads {
  recordMeasure: MeasureAmount & {
    happenedOn: Day;
    /** Its place in the plan in force; null: it was not planned. */
    line: number | null;
    /** How far it has come; for projects, null for anything else. */
    projectStage: ProjectStage | null;
  };
  /** The right figures; both 0: it never was. */
  correctMeasure: { measureSeq: number; amount: number; amountFen: number; reason: CorrectionReason };
  advanceProject: { projectSeq: number; projectStage: ProjectStage; happenedOn: Day };
}
export const MEASURE_MOVES = [
  "recordMeasure",
  "correctMeasure",
  "advanceProject",
] as const satisfies readonly (keyof MeasurePayloads)[];
