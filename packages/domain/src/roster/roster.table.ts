import type { Day } from "../time/day";
import type { RosterColumn, TablePart } from "./roster.columns";
import { recogniseHeadings, type RosterHeadings } from "./roster.headings";

/** What a cell holds: a text, a number as it stands in the file, or a day that the spreadsheet knows to be one. */
export type RosterCell = string | { readonly number: string } | { readonly day: Day } | null;

export interface MergedCells {
  /** Lines and columns counted from 1, both ends included. */
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One table of a file, as it stands there. */
export interface RosterTable {
  readonly name: string;
  readonly hidden: boolean;
  /** The first is line 1. */
  readonly lines: readonly (readonly RosterCell[])[];
  /** Cells that hold a formula, as `line:column`. */
  readonly formulas: ReadonlySet<string>;
  readonly merged: readonly MergedCells[];
}

export interface RecognisedTable extends RosterHeadings {
  readonly table: RosterTable;
  /** Cells that have got their value from the merged cell that they lie in, as `line:column`. */
  readonly fromMerged: ReadonlySet<string>;
}

/** A title, and perhaps a note, may stand over the headings. */
const HEADINGS_WITHIN_LINES = 10;
const NO_HEADINGS: RosterHeadings = { headingLine: null, columns: [], parts: [], missing: [] };

export function placeOf(line: number, column: number): string {
  return `${line}:${column}`;
}

/** The line of the first ten that says most of what is looked for; what lies below it are rows. */
export function recogniseTable(given: RosterTable): RecognisedTable {
  const found = given.lines
    .slice(0, HEADINGS_WITHIN_LINES)
    .map((line, index) => recogniseHeadings(line.map(textOf), index + 1))
    .reduce((best, each) => (known(each) > known(best) ? each : best), NO_HEADINGS);
  const { table, fromMerged } = spreadOut(given, found.headingLine ?? given.lines.length);
  return { ...found, table, fromMerged };
}

function known({ columns }: RosterHeadings): number {
  return columns.filter(({ column }) => column !== null).length;
}

/** A value that stands once for several rows below each other stands for each of them. */
function spreadOut(
  table: RosterTable,
  headingLine: number,
): { table: RosterTable; fromMerged: ReadonlySet<string> } {
  const fromMerged = new Set<string>();
  const lines = table.lines.map((line) => [...line]);
  for (const { top, left, bottom, right } of table.merged) {
    const value = lines[top - 1]?.[left - 1] ?? null;
    if (top <= headingLine || value === null) continue;
    for (let line = top; line <= Math.min(bottom, lines.length); line += 1)
      for (let column = left; column <= Math.min(right, lines[line - 1]?.length ?? 0); column += 1) {
        const cells = lines[line - 1];
        if (cells === undefined || (line === top && column === left)) continue;
        cells[column - 1] = value;
        fromMerged.add(placeOf(line, column));
      }
  }
  return { table: { ...table, lines }, fromMerged };
}

export function textOf(cell: RosterCell): string {
  if (cell === null) return "";
  if (typeof cell === "string") return cell;
  return "day" in cell ? cell.day : cell.number;
}

/** Where a column of the table is, counted from 1; undefined where it has none. */
export function columnAt({ columns }: RosterHeadings, column: RosterColumn): number | undefined {
  const index = columns.findIndex((each) => each.column === column);
  return index < 0 ? undefined : index + 1;
}

export function tells({ parts }: RosterHeadings, part: TablePart): boolean {
  return parts.includes(part);
}
