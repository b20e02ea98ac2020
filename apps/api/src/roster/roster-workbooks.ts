import {
  HELPER_PART_WORDS,
  RANK_WORDS,
  REQUIRED_COLUMNS,
  STAGE_WORDS,
  startOf,
  SUBJECT_KIND_WORDS,
  TABLE_PARTS,
  UNIT_KIND_WORDS,
  type Day,
  type RosterColumn,
  type TablePart,
} from "@jiedui/domain";
import {
  ROSTER_HEADINGS,
  ROSTER_PART_NAMES,
  ROSTER_WORKBOOK_WORDS,
  rosterReasonSentence,
  type RosterLanguage,
} from "@jiedui/http-contracts";
import type { RosterDetail, RosterRowShown } from "@jiedui/database";
import { headingOf } from "./roster-rows";

type Cell =
  { value: string; type: StringConstructor; format?: string } | { value: Date; format: string } | null;
interface Sheet {
  readonly sheet: string;
  readonly data: Cell[][];
  readonly columns: { width: number }[];
}

const HOURS_AHEAD_MS = 8 * 3_600_000;
/** Of a cell that stays the text that it is: no number is made of an identity number, and no formula of anything. */
const AS_TEXT = "@";
const MOST_SHEET_NAME = 31;
const COLUMNS_OF: Readonly<Record<TablePart, readonly RosterColumn[]>> = {
  unit: ["unit-name", "unit-kind"],
  helper: ["helper-name", "unit-name", "rank", "helper-phone"],
  household: [
    "household-name",
    "resident-id",
    "subject-kind",
    "township",
    "village",
    "address",
    "household-phone",
  ],
  pair: [
    "resident-id",
    "helper-name",
    "unit-name",
    "helper-part",
    "signed-on",
    "last-visit-on",
    "stage",
    "lifted-out-on",
  ],
};
/** A number that the standard itself gives as its example, and nobody's. */
const EXAMPLES: Readonly<Record<RosterColumn, string>> = {
  "unit-name": "县水务局",
  "unit-kind": "党政机关",
  "helper-name": "王建国",
  rank: "科级",
  "helper-phone": "19900000001",
  "household-name": "李清",
  "resident-id": "11010519491231002X",
  "subject-kind": "贫困户",
  township: "城关镇",
  village: "清池村",
  address: "清池村3组",
  "household-phone": "19900000002",
  "helper-part": "责任人",
  "signed-on": "2020-03-05",
  "last-visit-on": "2026-10-12",
  stage: "已脱贫",
  "lifted-out-on": "2026-06-30",
};
const WORDS_OF: Readonly<Partial<Record<RosterColumn, Readonly<Record<string, readonly string[]>>>>> = {
  "unit-kind": UNIT_KIND_WORDS,
  rank: RANK_WORDS,
  "subject-kind": SUBJECT_KIND_WORDS,
  "helper-part": HELPER_PART_WORDS,
  stage: STAGE_WORDS,
};

/** The rows that were not taken over, in the user's own columns, each with the reason. */
export async function failedRowsWorkbook(
  { sheets }: RosterDetail,
  rows: readonly RosterRowShown[],
  language: RosterLanguage,
): Promise<Buffer> {
  const words = ROSTER_WORKBOOK_WORDS[language];
  const written = sheets.map((sheet): Sheet => {
    const byLine = new Map<number, RosterRowShown[]>();
    for (const row of rows)
      if (row.sheet === sheet.name) byLine.set(row.line, [...(byLine.get(row.line) ?? []), row]);
    const lines = [...byLine].map(([line, ofLine]) => {
      const reasons = ofLine.map((row) =>
        row.reason === null
          ? ""
          : rosterReasonSentence(
              { code: row.reason.code, facts: row.reason },
              language,
              headingOf(row, sheet),
            ),
      );
      const cells = sheet.columns.map((_column, index) => cellOf(ofLine[0]?.cells?.[index]));
      return [...cells, text([...new Set(reasons)].join(words.separator)), text(String(line))];
    });
    const headings = [...sheet.columns.map(({ heading }) => heading), words.reason, words.line];
    return {
      sheet: sheet.name.slice(0, MOST_SHEET_NAME) || words.reason,
      data: [headings.map(text), ...lines],
      columns: headings.map((heading) => ({ width: heading === words.reason ? 60 : 18 })),
    };
  });
  const some = written.filter(({ data }) => data.length > 1);
  return workbookOf(some.length > 0 ? some : written.slice(0, 1));
}

/** A sheet for each part with its headings, and one that says what may be filled in. */
export function templateWorkbook(language: RosterLanguage): Promise<Buffer> {
  const headings = ROSTER_HEADINGS[language];
  const names = ROSTER_PART_NAMES[language];
  const words = ROSTER_WORKBOOK_WORDS[language];
  const sheets = TABLE_PARTS.map((part): Sheet => ({
    sheet: names[part],
    data: [COLUMNS_OF[part].map((column) => text(headings[column]))],
    columns: COLUMNS_OF[part].map(() => ({ width: 22 })),
  }));
  const said = TABLE_PARTS.flatMap((part) =>
    COLUMNS_OF[part].map((column) => [
      // A part's name may itself be a heading: alone it would make this line one of headings.
      text(`${words.sheet} ${names[part]}`),
      text(headings[column]),
      text(REQUIRED_COLUMNS[part].includes(column) ? words.required : words.optional),
      text(EXAMPLES[column]),
      text(
        Object.values(WORDS_OF[column] ?? {})
          .map((each) => each[0] ?? "")
          .join("、"),
      ),
    ]),
  );
  const head = [words.sheet, words.column, words.need, words.example, words.words].map(text);
  return workbookOf([
    ...sheets,
    { sheet: words.howTo, data: [head, ...said], columns: [14, 20, 10, 24, 60].map((width) => ({ width })) },
  ]);
}

async function workbookOf(sheets: readonly Sheet[]): Promise<Buffer> {
  const { default: write } = await import("write-excel-file/node");
  return write([...sheets]).toBuffer();
}

function cellOf(cell: unknown): Cell {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === "string") return text(cell);
  if (typeof cell !== "object") return text(JSON.stringify(cell));
  if ("day" in cell)
    return { value: new Date(startOf(cell.day as Day) + HOURS_AHEAD_MS), format: "yyyy/m/d" };
  return "number" in cell ? text(String(cell.number)) : null;
}

function text(value: string): Cell {
  return value === "" ? null : { value, type: String, format: AS_TEXT };
}
