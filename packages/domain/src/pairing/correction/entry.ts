import type { Day } from "../../time/day";

/** An entry of the log, as somebody points at it to have it corrected. */
export interface Entry {
  readonly seq: number;
  readonly type: string;
  /** The account that entered it; null for what no person did. */
  readonly recordedBy: string | null;
  readonly recordedOn: Day;
  /** The id by which its part of the life knows it; null where that is its number. */
  readonly id: string | null;
}
