import { startOf } from "@jiedui/domain";
import { unzipSync, zipSync } from "fflate";
import type { Roster } from "./roster";
import type { RosterCell } from "./sheets";

const HOURS_AHEAD_MS = 8 * 3_600_000;
/** The earliest that an archive can say: when a file was made is not part of what it says. */
const NO_TIME = new Date(1980, 0, 1);

/** A workbook (.xlsx), the same to the byte for the same roster. */
export async function workbookOf(roster: Roster): Promise<Buffer> {
  const { default: write } = await import("write-excel-file/node");
  const sheets = roster.sheets.map(({ name, headings, rows }) => ({
    sheet: name,
    data: [[...headings], ...rows.map((row) => headings.map((heading) => cellOf(row[heading] ?? "")))],
  }));
  const stamped = await write(sheets).toBuffer();
  return Buffer.from(zipSync(unzipSync(stamped), { mtime: NO_TIME }));
}

function cellOf(cell: RosterCell): string | number | null | { value: Date; format: string } {
  if (cell === "") return null;
  if (typeof cell !== "object") return cell;
  return { value: new Date(startOf(cell.day) + HOURS_AHEAD_MS), format: "yyyy/m/d" };
}
