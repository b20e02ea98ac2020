import {
  ROSTER_COLUMNS,
  ROSTER_MOVES,
  ROSTER_PARTS,
  ROSTER_REMARKS,
  ROSTER_ROW_STATES,
  ROSTER_STATES,
  TABLE_PARTS,
} from "@jiedui/domain";
import { z } from "zod";
import { divisionCode, id, pageQuery, requiredText } from "./base";

/** Languages in which a workbook's words may be asked for. */
export const ROSTER_LANGUAGES = ["zh-CN", "en"] as const;
export type RosterLanguage = (typeof ROSTER_LANGUAGES)[number];

/** What an upload may be at most. */
export const ROSTER_LIMITS = {
  mostBytes: 20 * 1024 * 1024,
  /** Of all tables together. */
  mostRows: 100_000,
  /** Of a workbook's parts once unpacked. */
  mostUnpackedBytes: 256 * 1024 * 1024,
  mostCasesPerSecond: 200,
} as const;

/**
 * `POST /api/rosters?programmeId=…&areaCode=…`: the body is the file itself (.xlsx, or .csv in UTF-8 or GB18030), its name in
 * the header `X-File-Name`, percent-encoded UTF-8. Nothing is created by it. The same file again, for the same programme and
 * county: as long as no campaign has begun it is read anew (200); while one is under way that one is answered (200);
 * afterwards it becomes a take-over of its own, in which everything is there already (201).
 */
export const uploadRosterQuery = z.strictObject({
  programmeId: requiredText(50),
  /** The county (or township) that is taken over. */
  areaCode: divisionCode,
});

export const rostersQuery = z.strictObject({ area: divisionCode.optional(), ...pageQuery });

const counts = {
  rows: z.number().int(),
  ready: z.number().int(),
  known: z.number().int(),
  failed: z.number().int(),
  done: z.number().int(),
};
const progress = z.object({
  /** Rows that the campaign had or has to do: ready, done and failed in it. */
  total: z.number().int(),
  done: z.number().int(),
  failed: z.number().int(),
  /** Rows in a second over the last minute; null while nothing runs. */
  rowsPerSecond: z.number().nullable(),
  secondsLeft: z.number().int().nullable(),
});
export const rosterListItem = z.object({
  id,
  /** As it was called where it came from; null when nobody said. */
  fileName: z.string().nullable(),
  format: z.enum(["xlsx", "csv-utf-8", "csv-gb18030"]),
  bytes: z.number().int(),
  programmeId: z.string(),
  areaCode: z.string(),
  areaName: z.string(),
  state: z.enum(ROSTER_STATES),
  uploadedByName: z.string().nullable(),
  uploadedAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  ...counts,
  progress,
});

/** One table of the file as it was understood. */
export const rosterSheet = z.object({
  name: z.string(),
  hidden: z.boolean(),
  /** What its rows tell of, by its headings; empty: none of its headings are known, and it was left alone. */
  parts: z.array(z.enum(TABLE_PARTS)),
  rows: z.number().int(),
  headingLine: z.number().int().nullable(),
  columns: z.array(z.object({ heading: z.string(), column: z.enum(ROSTER_COLUMNS).nullable() })),
  /** Where parts are missed by few columns: which ones would have made the table one. */
  missing: z.array(z.object({ part: z.enum(TABLE_PARTS), columns: z.array(z.enum(ROSTER_COLUMNS)) })),
});
/** One reason or remark with how often it stands there and where it does first. */
const gathered = z.object({
  part: z.enum(ROSTER_PARTS),
  code: z.string(),
  column: z.enum(ROSTER_COLUMNS).nullable(),
  rows: z.number().int(),
  /** The first few lines. */
  lines: z.array(z.object({ sheet: z.string(), line: z.number().int() })),
});
export const rosterView = rosterListItem.extend({
  sheets: z.array(rosterSheet),
  parts: z.array(z.object({ part: z.enum(ROSTER_PARTS), ...counts })),
  /** Failed rows by reason; the most frequent first. */
  reasons: z.array(gathered),
  remarks: z.array(gathered.extend({ code: z.enum(ROSTER_REMARKS) })),
  casesPerSecond: z.number().int().nullable(),
  /** The day on which the rows are erased, set when the campaign has ended; then only counts are left. */
  erasedOn: z.string().nullable(),
  rowsErased: z.boolean(),
  /** What the signed-in account may do with it now. */
  moves: z.array(z.enum(ROSTER_MOVES)),
});

export const rosterRowsQuery = z.strictObject({
  state: z.enum(ROSTER_ROW_STATES).optional(),
  part: z.enum(ROSTER_PARTS).optional(),
  code: requiredText(60).optional(),
  /** Only rows with a remark. */
  remarked: z.enum(["true", "false"]).optional(),
  ...pageQuery,
});
export const rosterRow = z.object({
  ordinal: z.number().int(),
  sheet: z.string(),
  line: z.number().int(),
  part: z.enum(ROSTER_PARTS),
  state: z.enum(ROSTER_ROW_STATES),
  /** Whom the row tells of, as it stands there. */
  label: z.string(),
  /** Why it cannot be taken over; null where it can. */
  code: z.string().nullable(),
  facts: z.record(z.string(), z.unknown()),
  /** The cell that is at fault: its heading and what stands there; null where it is not one cell. */
  cell: z.object({ heading: z.string(), text: z.string() }).nullable(),
  remarks: z.array(z.object({ code: z.enum(ROSTER_REMARKS), column: z.enum(ROSTER_COLUMNS) })),
  /** The pairing that it has become. */
  caseId: id.nullable(),
});

/** `POST /api/rosters/{id}/start` and `/resume`; `/pause` and `/stop` have no body. Each answers with the roster. */
export const startRosterRequest = z.strictObject({
  casesPerSecond: z.number().int().min(1).max(ROSTER_LIMITS.mostCasesPerSecond).default(30),
});

/** `GET /api/rosters/{id}/failed-rows` and `GET /api/roster-template`: a workbook (.xlsx). */
export const rosterWorkbookQuery = z.strictObject({ language: z.enum(ROSTER_LANGUAGES).default("zh-CN") });
