import { TABLE_PARTS, type RosterColumn, type TablePart } from "./roster.columns";

export interface RosterHeadings {
  readonly headingLine: number | null;
  readonly columns: readonly { readonly heading: string; readonly column: RosterColumn | null }[];
  readonly parts: readonly TablePart[];
  /** Parts that the table nearly tells of, with the columns that it lacks. */
  readonly missing: readonly { readonly part: TablePart; readonly columns: readonly RosterColumn[] }[];
}

/** Without these a row cannot be read; whatever else stands beside them is taken along or left alone. */
export const REQUIRED_COLUMNS: Readonly<Record<TablePart, readonly RosterColumn[]>> = {
  unit: ["unit-name", "unit-kind"],
  helper: ["helper-name", "unit-name", "rank"],
  household: ["household-name", "resident-id", "township", "village"],
  pair: ["resident-id", "helper-name", "signed-on"],
};

/** A heading that says less than which column it is: it is of the one that was named before it. */
type Vague = "name" | "phone";

/** As offices head such columns; compared without blanks, brackets and what stands in them. */
const HEADINGS: Readonly<Record<RosterColumn | Vague, readonly string[]>> = {
  "unit-name": ["所在单位", "单位", "单位名称", "工作单位", "帮扶单位", "unit"],
  "unit-kind": ["单位类别", "单位类型", "单位性质", "kindofunit"],
  "helper-name": [
    "干部姓名",
    "帮扶干部",
    "帮扶干部姓名",
    "帮扶责任人",
    "帮扶责任人姓名",
    "责任人",
    "帮扶人",
    "帮扶人姓名",
    "联系干部",
    "helper",
  ],
  rank: ["职级", "级别", "干部职级", "职务级别", "rank"],
  "helper-phone": ["干部电话", "帮扶干部电话", "责任人电话", "帮扶人电话", "helper'sphone"],
  "household-name": ["户主姓名", "户主", "贫困户姓名", "贫困户", "帮扶户", "帮扶对象", "headofhousehold"],
  "resident-id": [
    "户主身份证号",
    "户主身份证号码",
    "身份证号",
    "身份证号码",
    "公民身份号码",
    "身份证",
    "residentidofhead",
  ],
  "subject-kind": ["户类别", "类别", "户类型", "对象类别", "贫困类型", "kindofhousehold"],
  township: ["乡镇", "乡", "镇", "所在乡镇", "乡镇名称", "township"],
  village: ["行政村", "村", "所在村", "村名", "行政村名称", "村居", "village"],
  address: ["家庭住址", "住址", "地址", "家庭地址", "address"],
  "household-phone": ["户主电话", "农户电话", "贫困户电话", "household'sphone"],
  "helper-part": ["帮扶角色", "角色", "帮扶类型", "帮扶身份", "责任类型", "helper'spart", "role"],
  "signed-on": ["签约日期", "结对日期", "结对时间", "签约时间", "签订日期", "帮扶开始时间", "signedon"],
  "last-visit-on": [
    "最近走访日期",
    "最近走访",
    "最后走访日期",
    "上次走访日期",
    "最近走访时间",
    "lastvisiton",
  ],
  stage: ["阶段", "帮扶阶段", "状态", "结对状态", "stage"],
  "lifted-out-on": [
    "脱贫日期",
    "脱贫时间",
    "脱贫退出日期",
    "脱贫退出时间",
    "退出日期",
    "退出时间",
    "liftedouton",
  ],
  name: ["姓名", "name"],
  phone: ["联系电话", "电话", "手机", "手机号", "手机号码", "联系方式", "phone"],
};
const COLUMN_OF: ReadonlyMap<string, RosterColumn | Vague> = new Map(
  (Object.keys(HEADINGS) as (RosterColumn | Vague)[]).flatMap((column) =>
    HEADINGS[column].map((heading) => [heading, column] as const),
  ),
);

export function recogniseHeadings(headings: readonly string[], headingLine: number): RosterHeadings {
  const found = headings.map((heading) => COLUMN_OF.get(plain(heading)) ?? null);
  const taken = new Set<RosterColumn>();
  let before: RosterColumn | null = null;
  const columns = headings.map((heading, index) => {
    const column = asColumn(found[index] ?? null, before, found);
    if (column === null || taken.has(column)) return { heading: heading.trim(), column: null };
    taken.add(column);
    before = column;
    return { heading: heading.trim(), column };
  });
  const lacks = (part: TablePart) => REQUIRED_COLUMNS[part].filter((column) => !taken.has(column));
  return {
    headingLine,
    columns,
    parts: TABLE_PARTS.filter((part) => lacks(part).length === 0),
    missing: TABLE_PARTS.filter((part) => {
      const lacking = lacks(part).length;
      return lacking > 0 && lacking < REQUIRED_COLUMNS[part].length;
    }).map((part) => ({ part, columns: lacks(part) })),
  };
}

function asColumn(
  found: RosterColumn | Vague | null,
  before: RosterColumn | null,
  all: readonly (RosterColumn | Vague | null)[],
): RosterColumn | null {
  const isOfHousehold = all.includes("resident-id");
  if (found === "name")
    return isOfHousehold && !all.includes("household-name") ? "household-name" : "helper-name";
  if (found !== "phone") return found;
  const ofHelpers = before === "helper-name" || before === "rank" || before === "unit-name";
  return ofHelpers || !isOfHousehold ? "helper-phone" : "household-phone";
}

function plain(heading: string): string {
  return heading
    .normalize("NFKC")
    .replace(/\(.*?\)|[\s*:_]/g, "")
    .replaceAll("’", "'")
    .toLowerCase();
}
