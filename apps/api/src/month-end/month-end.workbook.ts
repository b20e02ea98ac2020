import type { MonthEndFigure, MonthEndRow, MonthEndUnit } from "@jiedui/database";
import { dayAt, type InstantMs, type Month, type MonthEndList } from "@jiedui/domain";
import { LIST_TITLES, dayInChinese, reasonInChinese } from "./month-end.words";

/** What stands over every sheet. */
export interface WorkbookHead {
  readonly areaName: string;
  readonly unitName: string | null;
  readonly month: Month;
  readonly knownAtMs: InstantMs;
}
export interface ExportedList {
  readonly list: MonthEndList;
  readonly rows: readonly MonthEndRow[];
  /** Those of the month before that are in the list no longer. */
  readonly went: readonly MonthEndRow[];
}
export interface ExportedMonth extends WorkbookHead {
  /** Only where all lists are exported. */
  readonly overview: {
    readonly figures: readonly MonthEndFigure[];
    readonly units: readonly MonthEndUnit[];
  } | null;
  readonly lists: readonly ExportedList[];
}

type Cell = string | number | null;
interface Column {
  readonly title: string;
  readonly width: number;
  readonly of: (row: MonthEndRow, index: number) => Cell;
}

/** A sheet a list, in the order of the page, ids and codes as text. */
export async function monthEndWorkbook(month: ExportedMonth): Promise<Uint8Array> {
  const { default: write } = await import("write-excel-file/node");
  const { overview, lists } = month;
  const sheets = [
    ...(overview === null ? [] : [figuresSheet(month, overview.figures), unitsSheet(month, overview.units)]),
    ...lists.map((each) => listSheet(month, each)),
  ];
  return write(sheets).toBuffer();
}

/**
 * Text that a spreadsheet would take for a formula begins with an apostrophe instead: it may be saved as CSV and opened
 * again by somebody who trusts it.
 */
export function asText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function figuresSheet(head: WorkbookHead, figures: readonly MonthEndFigure[]) {
  const titles = ["项目", "本月户数", "上月户数", "比上月新增", "比上月减少", "本月条数", "月末时户数"];
  const rows = figures.map(
    ({ list, households, householdsBefore, came, went, rows: count, householdsAtEnd }) => [
      LIST_TITLES[list],
      households,
      householdsBefore,
      came,
      went,
      count,
      householdsAtEnd,
    ],
  );
  return sheet("汇总", head, titles, [18, 12, 12, 14, 14, 12, 14], rows);
}

function unitsSheet(head: WorkbookHead, units: readonly MonthEndUnit[]) {
  const titles = ["责任单位", "已走访户数", "走访次数", "未走访户数"];
  const rows = units.map(({ unit, visited, visits, missed }) => [unit.name, visited, visits, missed]);
  return sheet("各单位走访", head, titles, [32, 14, 12, 14], rows);
}

function listSheet(head: WorkbookHead, { list, rows, went }: ExportedList) {
  const columns = columnsOf(list);
  const cells = (each: readonly MonthEndRow[], isGone: boolean) =>
    each.map((row, index) => [
      ...columns.map(({ of }) => of(row, index)),
      isGone ? "减少" : row.isNew ? "新增" : "",
    ]);
  const gone: Cell[][] = went.length === 0 ? [] : [["上月在列、本月不在列"], ...cells(went, true)];
  return sheet(
    LIST_TITLES[list],
    head,
    [...columns.map(({ title }) => title), "比上月"],
    [...columns.map(({ width }) => width), 10],
    [...cells(rows, false), ...gone],
  );
}

function columnsOf(list: MonthEndList): readonly Column[] {
  return [
    { title: "序号", width: 7, of: (_row, index) => index + 1 },
    { title: "帮扶对象", width: 14, of: ({ subject }) => subject?.name ?? "已转出" },
    { title: "地域", width: 34, of: ({ areaName }) => areaName },
    { title: "地域代码", width: 16, of: ({ areaCode }) => areaCode },
    { title: DAY_TITLES[list] ?? "日期", width: 16, of: ({ day }) => dayInChinese(day) },
    { title: "责任单位", width: 26, of: ({ unit }) => unit.name },
    { title: "帮扶责任人", width: 14, of: ({ helper }) => helper.name },
    ...(OWN_COLUMNS[list] ?? []),
    { title: "结对编号", width: 40, of: ({ caseId }) => caseId },
  ];
}

const DAY_TITLES: Readonly<Partial<Record<MonthEndList, string>>> = {
  "visits-done": "走访日期",
  "revisits-done": "走访日期",
  "visits-missed": "应于此日前",
  "revisits-owed": "应于此日前",
  "plans-open": "应于此日前",
  "terms-ending": "到期日",
};
const VISITOR: readonly Column[] = [
  { title: "走访人", width: 14, of: ({ otherHelper }) => otherHelper?.name ?? "" },
];
const REASON: readonly Column[] = [{ title: "说明", width: 18, of: ({ reason }) => reasonInChinese(reason) }];
const OWN_COLUMNS: Readonly<Partial<Record<MonthEndList, readonly Column[]>>> = {
  "visits-done": VISITOR,
  "revisits-done": VISITOR,
  "helpers-changed": [
    { title: "原责任单位", width: 26, of: ({ otherUnit }) => otherUnit?.name ?? "" },
    { title: "原责任人", width: 14, of: ({ otherHelper }) => otherHelper?.name ?? "" },
  ],
  "plans-open": REASON,
  closed: REASON,
};

const ROWS_THAT_STAY = 2;
const A4_LANDSCAPE = { orientation: "landscape" } as const;
const BOLD = { type: String, fontWeight: "bold" } as const;

function sheet(
  name: string,
  { areaName, unitName, month, knownAtMs }: WorkbookHead,
  titles: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly Cell[])[],
) {
  const whose = unitName === null ? areaName : `${areaName} ${unitName}`;
  const title = asText(
    `${whose} ${dayInChinese(month)}月末：${name}（按${momentInChinese(knownAtMs)}前的记录）`,
  );
  return {
    sheet: name,
    ...A4_LANDSCAPE,
    stickyRowsCount: ROWS_THAT_STAY,
    columns: widths.map((width) => ({ width })),
    data: [
      [{ value: title, ...BOLD }],
      titles.map((value) => ({ value, ...BOLD })),
      ...rows.map((row) => row.map(cellOf)),
    ],
  };
}

function cellOf(value: Cell) {
  if (value === null) return null;
  return typeof value === "number" ? { value, type: Number } : { value: asText(value), type: String };
}

function momentInChinese(atMs: InstantMs): string {
  const clock = new Date(atMs + 8 * 3_600_000).toISOString().slice(11, 16);
  return `${dayInChinese(dayAt(atMs))} ${clock}`;
}
