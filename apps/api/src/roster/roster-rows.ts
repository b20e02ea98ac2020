import type { RosterRowShown, RosterSheetShown } from "@jiedui/database";
import { textOf, type RosterCell } from "@jiedui/domain";

const MOST_SHOWN = 200;

/** What the user calls the column that is at fault. */
export function headingOf(
  { reason }: RosterRowShown,
  sheet: RosterSheetShown | undefined,
): string | undefined {
  return sheet?.columns.find(({ column }) => column !== null && column === reason?.["column"])?.heading;
}

/** The cell that is at fault, as it stands there. */
export function faultyCell(
  row: RosterRowShown,
  sheet: RosterSheetShown | undefined,
): { heading: string; text: string } | null {
  const heading = headingOf(row, sheet);
  const at = sheet?.columns.findIndex((column) => column.heading === heading) ?? -1;
  if (heading === undefined || at < 0) return null;
  return { heading, text: textOf((row.cells?.[at] ?? null) as RosterCell).slice(0, MOST_SHOWN) };
}
