import { isDay, type RosterCell, type RosterTable } from "@jiedui/domain";
import { ROSTER_LIMITS } from "@jiedui/http-contracts";
import { FileFault } from "./file-fault";
import { marksOf, type SheetMarks } from "./workbook-marks";

const NO_MARKS: SheetMarks = { hidden: false, rows: 0, formulas: new Set(), merged: [] };

/** Every sheet, hidden ones too, as it stands there. */
export async function readWorkbook(bytes: Buffer): Promise<RosterTable[]> {
  const marks = damagedElse(() => marksOf(bytes));
  const rows = [...marks.values()].reduce((sum, each) => sum + each.rows, 0);
  if (rows > ROSTER_LIMITS.mostRows)
    throw new FileFault("ROSTER_TOO_MANY_ROWS", { limit: ROSTER_LIMITS.mostRows, found: rows });
  const { default: readSheets } = await import("read-excel-file/universal");
  const archive = new ArrayBuffer(bytes.length);
  new Uint8Array(archive).set(bytes);
  try {
    const sheets = await readSheets(archive, { parseNumber: asWritten, trim: false });
    // A workbook has a sheet; where none is found, its list of sheets cannot be read.
    if (sheets.length === 0) throw new FileFault("ROSTER_FILE_DAMAGED");
    return sheets.map(({ sheet: name, data }) => {
      const { hidden, formulas, merged } = marks.get(name) ?? NO_MARKS;
      return { name, hidden, formulas, merged, lines: data.map((row) => row.map(cellOf)) };
    });
  } catch (failure) {
    throw failure instanceof FileFault
      ? failure
      : new FileFault("ROSTER_FILE_DAMAGED", {}, { cause: failure });
  }
}

/** Numbers stay as they stand in the file: of eighteen digits JavaScript would keep sixteen. */
function asWritten(text: string): { number: string } {
  const number = Number(text);
  return { number: Number.isSafeInteger(number) ? String(number) : text };
}

function cellOf(value: unknown): RosterCell {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) {
    const day = Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
    return isDay(day) ? { day } : day;
  }
  if (typeof value === "object" && "number" in value) return { number: String(value.number) };
  return typeof value === "string" ? value : JSON.stringify(value);
}

function damagedElse<Answer>(read: () => Answer): Answer {
  try {
    return read();
  } catch (failure) {
    throw new FileFault("ROSTER_FILE_DAMAGED", {}, { cause: failure });
  }
}
