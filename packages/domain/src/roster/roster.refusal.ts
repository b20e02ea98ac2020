import type { Refusal } from "../case/refusal";
import type { Day } from "../time/day";
import type { RosterColumn } from "./roster.columns";

/**
 * Why a row cannot be taken over. Facts are lines, days, numbers and listed codes; what stands in the cell is shown beside
 * them, to those who may see the row.
 */
export type RosterRefusal =
  | { code: "CELL_EMPTY"; column: RosterColumn }
  | { code: "CELL_TOO_LONG"; column: RosterColumn; most: number }
  | { code: "CELL_NOT_TEXT"; column: RosterColumn }
  | { code: "FORMULA_WITHOUT_RESULT"; column: RosterColumn }
  /** A spreadsheet keeps fifteen digits of a number: the last three of an identity number are gone for good. */
  | { code: "DIGITS_LOST"; column: RosterColumn }
  | { code: "ID_LENGTH_WRONG"; column: RosterColumn; length: number }
  | { code: "ID_PROVINCE_UNKNOWN"; column: RosterColumn }
  | { code: "ID_BIRTHDAY_WRONG"; column: RosterColumn }
  | { code: "ID_CHECK_DIGIT_WRONG"; column: RosterColumn }
  | { code: "RANK_UNKNOWN"; column: RosterColumn }
  | { code: "SUBJECT_KIND_UNKNOWN"; column: RosterColumn }
  | { code: "UNIT_KIND_UNKNOWN"; column: RosterColumn }
  | { code: "HELPER_PART_UNKNOWN"; column: RosterColumn }
  | { code: "STAGE_NOT_TAKEN_OVER"; column: RosterColumn }
  /** In help and with a day of lift-out: which of them is true only the office can say. */
  | { code: "LIFTED_OUT_DAY_WITHOUT_STAGE"; column: RosterColumn }
  | { code: "TOWNSHIP_UNKNOWN"; column: RosterColumn }
  | { code: "VILLAGE_UNKNOWN"; column: RosterColumn }
  | { code: "VILLAGE_AMBIGUOUS"; column: RosterColumn; count: number }
  | { code: "UNIT_UNKNOWN"; column: RosterColumn }
  | { code: "UNIT_AMBIGUOUS"; column: RosterColumn; count: number }
  | { code: "DAY_UNREADABLE"; column: RosterColumn }
  | { code: "UNIT_TWICE"; firstLine: number }
  | { code: "HELPER_TWICE"; firstLine: number }
  | { code: "HOUSEHOLD_TWICE"; firstLine: number }
  | { code: "HOUSEHOLD_PAIRED_TWICE"; firstLine: number }
  /** The same name twice in one unit of the register: which of them is meant cannot be told. */
  | { code: "HELPER_AMBIGUOUS"; column: RosterColumn; count: number }
  | { code: "HELPER_IN_NO_ROW"; column: RosterColumn }
  | { code: "HELPER_ROW_FAILED"; line: number }
  | { code: "HOUSEHOLD_IN_NO_ROW"; column: RosterColumn }
  | { code: "HOUSEHOLD_ROW_FAILED"; line: number }
  | { code: "LEAD_IN_NO_ROW"; column: RosterColumn }
  | { code: "LEAD_ROW_FAILED"; line: number }
  | { code: "CO_HELPER_TWICE"; firstLine: number }
  | { code: "MEMBER_OF_ANOTHER_HOUSEHOLD"; column: RosterColumn }
  | { code: "HELPER_OUT_OF_SERVICE"; retiredOn: Day }
  | { code: "HOUSEHOLD_PAIRED_OTHERWISE" }
  | { code: "NOT_IN_SCOPE" };

/** By a rule of the opening itself, told before anything is created, or by the campaign. */
export type RosterReason = RosterRefusal | Refusal;
export type RosterReasonCode = RosterReason["code"];

/** What was read although it does not stand there plainly; said of each row, refused in none. */
export const ROSTER_REMARKS = ["FROM_MERGED_CELL", "FROM_FORMULA", "SPACES_TAKEN_OUT"] as const;
export type RosterRemarkCode = (typeof ROSTER_REMARKS)[number];
export interface RosterRemark {
  readonly code: RosterRemarkCode;
  readonly column: RosterColumn;
}
