import type { Day } from "@jiedui/domain";

export type RosterPart = "helpers" | "households" | "pairs";
/** A text, a number, or a day in a cell that the spreadsheet knows to be a day. */
export type RosterCell = string | number | { readonly day: Day };
export type RosterRow = Readonly<Record<string, RosterCell>>;

export interface RosterSheet {
  readonly part: RosterPart;
  readonly name: string;
  /** The row of headings is the sheet's first; its first row of data is line 2. */
  readonly headings: readonly string[];
  readonly rows: readonly RosterRow[];
}

/** As a county office heads its tables: the template's columns, with a running number and remarks beside them. */
export const SHEETS: Readonly<Record<RosterPart, { name: string; headings: readonly string[] }>> = {
  helpers: { name: "帮扶干部", headings: ["序号", "干部姓名", "所在单位", "职级", "联系电话"] },
  households: {
    name: "帮扶户",
    headings: [
      "序号",
      "户主姓名",
      "户主身份证号",
      "户类别",
      "乡镇",
      "行政村",
      "家庭住址",
      "联系电话",
      "备注",
    ],
  },
  pairs: {
    name: "结对关系",
    headings: ["序号", "户主身份证号", "帮扶干部", "所在单位", "签约日期", "最近走访日期", "阶段"],
  },
};

export function textOf(row: RosterRow, heading: string): string {
  const cell = row[heading] ?? "";
  return typeof cell === "object" ? cell.day : String(cell);
}
