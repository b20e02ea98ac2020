import type { RosterTable } from "@jiedui/domain";
import { ROSTER_LIMITS } from "@jiedui/http-contracts";
import { CsvError, parse } from "csv-parse/sync";
import { FileFault } from "./file-fault";

export interface TextTable {
  readonly format: "csv-utf-8" | "csv-gb18030";
  readonly table: RosterTable;
}
const SEPARATORS = [",", "\t", ";", "，"];

/** A table as text: UTF-8 where it is well formed, with a mark before it or none, else GB18030. */
export function readText(bytes: Buffer): TextTable {
  const { format, text } = decoded(bytes);
  const rows = linesOf(text);
  if (rows.every((row) => row.every((cell) => cell.trim() === ""))) throw new FileFault("ROSTER_FILE_EMPTY");
  if (rows.length > ROSTER_LIMITS.mostRows)
    throw new FileFault("ROSTER_TOO_MANY_ROWS", { limit: ROSTER_LIMITS.mostRows, found: rows.length });
  const lines = rows.map((row) => row.map((cell) => (cell === "" ? null : plain(cell))));
  return { format, table: { name: "", hidden: false, lines, formulas: new Set(), merged: [] } };
}

function decoded(bytes: Buffer): { format: TextTable["format"]; text: string } {
  for (const [encoding, format] of [
    ["utf-8", "csv-utf-8"],
    ["gb18030", "csv-gb18030"],
  ] as const)
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // No spreadsheet writes many of these; a picture or a program does.
      if (format === "csv-utf-8" || !text.includes("\u0000")) return { format, text };
    } catch (failure) {
      if (!(failure instanceof TypeError)) throw failure;
    }
  throw new FileFault(bytes.includes(0) ? "ROSTER_FILE_NOT_A_WORKBOOK" : "ROSTER_ENCODING_UNKNOWN");
}

function linesOf(text: string): string[][] {
  const [first = ""] = text.split(/\r?\n/, 1);
  const many = (separator: string) => first.split(separator).length;
  const delimiter = [...SEPARATORS].sort((one, other) => many(other) - many(one))[0];
  try {
    return parse(text, {
      bom: true,
      delimiter: delimiter ?? ",",
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      to: ROSTER_LIMITS.mostRows + 1,
    });
  } catch (failure) {
    if (!(failure instanceof CsvError)) throw failure;
    throw new FileFault("ROSTER_FILE_DAMAGED", {}, { cause: failure });
  }
}

/** `="620524…"` is how digits are kept from becoming a number. */
function plain(cell: string): string {
  return /^="(.*)"$/.exec(cell.trim())?.[1] ?? cell;
}
