import { CLOSED_REASONS, MONTH_END_LISTS, SUBJECT_KINDS } from "@jiedui/domain";
import { z } from "zod";
import { asOf, divisionCode, id, monthText, pageQuery } from "./base";

export const monthAddress = z.object({ month: monthText });
export const monthListAddress = z.object({ month: monthText, list: z.enum(MONTH_END_LISTS) });

const asked = {
  area: divisionCode.optional(),
  /** Only what this unit answered for. */
  unit: id.optional(),
  asOf,
};
export const monthEndQuery = z.strictObject(asked);
export const monthEndRowsQuery = z.strictObject({
  ...asked,
  /** Only what was not in the last month's list; or what was in it, and is in this one's no longer. */
  change: z.enum(["came", "went"]).optional(),
  ...pageQuery,
});
export const monthEndExportQuery = z.strictObject({ ...asked, list: z.enum(MONTH_END_LISTS).optional() });

const named = z.object({ id, name: z.string() });
const count = z.number().int();
export const monthEndFigure = z.object({
  list: z.enum(MONTH_END_LISTS),
  rows: count,
  households: count,
  rowsBefore: count,
  householdsBefore: count,
  came: count,
  went: count,
  householdsAtEnd: count.nullable(),
});
export const monthEndUnit = z.object({ unit: named, visits: count, visited: count, missed: count });
export const monthEndView = z.object({
  month: z.string(),
  /** What was entered until then is counted. */
  knownAt: z.string(),
  isOver: z.boolean(),
  figures: z.array(monthEndFigure),
});
export const monthEndUnitsView = z.object({ knownAt: z.string(), items: z.array(monthEndUnit) });
export const monthEndRow = z.object({
  caseId: id,
  seq: count,
  day: z.string(),
  /** Null where the reader no longer sees the case. */
  subject: named.extend({ kind: z.enum(SUBJECT_KINDS) }).nullable(),
  areaCode: z.string(),
  areaName: z.string(),
  helper: named,
  unit: named,
  otherHelper: named.nullable(),
  otherUnit: named.nullable(),
  isRevisit: z.boolean(),
  /** Why it was closed; which part of a plan is open. */
  reason: z.enum([...CLOSED_REASONS, "plan", "plan-review"]).nullable(),
  isNew: z.boolean(),
});
export const monthEndExportItem = z.object({
  id: z.string(),
  accountId: id,
  accountName: z.string(),
  month: z.string(),
  list: z.enum(MONTH_END_LISTS).nullable(),
  areaName: z.string(),
  unitName: z.string().nullable(),
  rows: count,
  knownAt: z.string(),
  exportedAt: z.string(),
});
export const monthEndExportsQuery = z.strictObject({ ...pageQuery });
