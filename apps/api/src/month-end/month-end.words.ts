import type { MonthEndList } from "@jiedui/domain";

/** What a workbook calls things: the glossary's words, which a test compares. */
export const LIST_TITLES: Readonly<Record<MonthEndList, string>> = {
  "visits-done": "已走访",
  "visits-missed": "未走访",
  "plans-open": "计划未批准",
  "terms-ending": "周期将到期",
  "revisits-done": "已回访",
  "revisits-owed": "未回访",
  "helpers-changed": "责任人变更",
  opened: "新结对",
  "lifted-out": "脱贫退出",
  relapsed: "返贫",
  closed: "已结案",
};

export const CLOSING_REASONS_IN_CHINESE: Readonly<Record<string, string>> = {
  died: "对象去世",
  "moved-away": "迁出本地",
  "found-ineligible": "查实不符合条件",
  "opened-by-mistake": "登记有误",
  "revisits-completed": "回访期满",
};

const OTHER_REASONS: Readonly<Record<string, string>> = {
  plan: "待提交",
  "plan-review": "待审核",
};

export function reasonInChinese(reason: string | null): string {
  return reason === null ? "" : (CLOSING_REASONS_IN_CHINESE[reason] ?? OTHER_REASONS[reason] ?? reason);
}

/** `2016-03` as 2016年3月, `2016-03-05` as 2016年3月5日. */
export function dayInChinese(text: string): string {
  const [year, month, day] = text.split("-").map(Number);
  return `${year}年${month}月${day === undefined ? "" : `${day}日`}`;
}
