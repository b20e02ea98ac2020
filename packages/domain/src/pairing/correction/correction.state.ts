import type { Day } from "../../time/day";
import type { VoidReason } from "../visit/visit.moves";
import type { Entry } from "./entry";

/** A correction that somebody has asked for and nobody has decided on yet. */
export interface RequestedVoid {
  readonly seq: number;
  readonly entry: Entry;
  readonly reason: VoidReason;
  readonly requestedBy: string;
  readonly requestedOn: Day;
}

export interface CorrectionKept {
  /** Oldest first. */
  readonly corrections: readonly RequestedVoid[];
}
export const NO_CORRECTION: CorrectionKept = { corrections: [] };

/** So many may wait for a decision at once; more are a sign that the entries should be looked at together. */
export const MOST_CORRECTIONS_OPEN = 8;
