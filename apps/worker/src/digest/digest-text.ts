import type { DigestToSend } from "@jiedui/database";

/** What a digest says: how many matters of which sort, and where they stand; never a name. */
export function digestText(digest: DigestToSend): { text: string; link: string } {
  const { day, areaName, newlyDue, newlyOverdue, escalated, repeated, overdue } = digest;
  const news = [
    [newlyDue, "新到期"],
    [newlyOverdue, "新逾期"],
    [escalated, "逾期升级"],
  ]
    .filter(([count]) => count !== 0)
    .map(([count, what]) => `${what} ${count} 项`);
  const again = repeated === 0 ? "" : `（其中再次提醒 ${repeated} 项）`;
  const standing = overdue === 0 ? "" : `；逾期未办共 ${overdue} 项${again}`;
  const whom = areaName === null ? "" : `${areaName}结对办`;
  return { text: `【结对】${inChinese(day)}${whom}：${news.join("，")}${standing}。`, link: "/today" };
}

/** `2016-03-05` as 2016年3月5日. */
function inChinese(text: string): string {
  const [year, month, day] = text.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}
