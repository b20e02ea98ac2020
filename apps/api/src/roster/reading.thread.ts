import { parentPort, workerData } from "node:worker_threads";
import {
  judgeRows,
  PlaceFinder,
  readRows,
  recogniseTable,
  type DivisionCode,
  type JudgedRow,
  type ReadRow,
  type RecognisedTable,
  type RosterCell,
  type RosterTable,
} from "@jiedui/domain";
import { FileFault } from "./file-fault";
import { kindOfFile } from "./workbook-guard";
import {
  idOfRow,
  type FromThread,
  type ReadingTask,
  type ReadLine,
  type RosterFormat,
  type ToThread,
} from "./reading";
import { readText } from "./read-text";
import { readWorkbook } from "./read-workbook";

const MOST_COLUMNS_SAID = 60;

/** Reads a file beside the api's own thread, which goes on answering: whatever the file is, only this thread suffers. */
async function read(task: ReadingTask): Promise<FromThread> {
  const { format, tables } = await tablesOf(Buffer.from(task.bytes));
  const recognised = tables.map(recogniseTable);
  if (recognised.every(({ parts }) => parts.length === 0))
    throw new FileFault("ROSTER_NO_TABLE", { sheets: sheetsSaid(recognised) });
  const places = new PlaceFinder(task.places);
  const rows = recognised.flatMap((table, sheet) => readRows(table, sheet, places));
  const judged = judgeRows(rows, {
    register: await registerKnown(residentIdsIn(rows)),
    rules: task.rules,
    areaCode: task.areaCode as DivisionCode,
    nowMs: task.nowMs,
    idOf: (ordinal) => idOfRow(task.rosterId, ordinal),
  });
  return { kind: "read", format, sheets: sheetsSaid(recognised, rows), lines: linesOf(judged, recognised) };
}

async function tablesOf(bytes: Buffer): Promise<{ format: RosterFormat; tables: RosterTable[] }> {
  if (kindOfFile(bytes) === "workbook") return { format: "xlsx", tables: await readWorkbook(bytes) };
  const { format, table } = readText(bytes);
  return { format, tables: [table] };
}

function residentIdsIn(rows: readonly ReadRow[]): string[] {
  const named = rows.filter(
    ({ part, identity }) => identity !== null && part !== "unit" && part !== "helper",
  );
  return [...new Set(named.map(({ identity }) => identity ?? ""))];
}

function registerKnown(residentIds: readonly string[]): Promise<ToThread> {
  return new Promise((resolve) => {
    parentPort?.once("message", resolve);
    parentPort?.postMessage({ kind: "names", residentIds } satisfies FromThread);
  });
}

function sheetsSaid(tables: readonly RecognisedTable[], rows: readonly ReadRow[] = []) {
  return tables.map(({ table, parts, headingLine, columns, missing }, sheet) => ({
    name: clean(table.name),
    hidden: table.hidden,
    parts: [...parts],
    rows: new Set(rows.filter((row) => row.sheet === sheet).map(({ line }) => line)).size,
    headingLine,
    columns: columns
      .slice(0, MOST_COLUMNS_SAID)
      .map(({ heading, column }) => ({ heading: clean(heading).slice(0, 100), column })),
    missing: missing.map((each) => ({ part: each.part, columns: [...each.columns] })),
  }));
}

/** Beside the first row of a line stands the line, as the user has written it. */
function linesOf(judged: readonly JudgedRow[], tables: readonly RecognisedTable[]): ReadLine[] {
  const seen = new Set<string>();
  return judged.map((row) => {
    const line = `${row.sheet}:${row.line}`;
    if (seen.has(line)) return { row, cells: null };
    seen.add(line);
    const cells = tables[row.sheet]?.table.lines[row.line - 1] ?? [];
    return { row, cells: cells.slice(0, MOST_COLUMNS_SAID).map(kept) };
  });
}

function kept(cell: RosterCell): RosterCell {
  return typeof cell === "string" ? clean(cell) : cell;
}

/** PostgreSQL keeps neither NUL nor half of a surrogate pair. */
function clean(text: string): string {
  return text.replace(/\u0000|\p{Surrogate}/gu, "\ufffd");
}

function say(said: FromThread): void {
  parentPort?.postMessage(said);
}

read(workerData as ReadingTask).then(say, (failure: unknown) => {
  if (!(failure instanceof FileFault)) throw failure;
  say({ kind: "fault", code: failure.code, facts: failure.facts });
});
