import type { WaitingMessage } from "@jiedui/database";
import { isVisitKey, monthOfVisitKey } from "@jiedui/domain";

/** What a chat may say: which matter, until when, and an address within the console; never a name. */
export function chatText({ caseId, seq, message }: Pick<WaitingMessage, "caseId" | "seq" | "message">): {
  text: string;
  link: string;
} {
  const { event, obligationKey, rung, dueOn } = message as {
    event: string;
    obligationKey: string;
    rung: number;
    dueOn: string;
  };
  const what = event === "VisitReminded" ? "走访提醒" : `逾期升级（第 ${rung} 级）`;
  return {
    text: `【结对】${what}：${matterOf(obligationKey)}，应于${inChinese(dueOn)}前完成。`,
    link: `/pairings/${caseId}?why=${seq}`,
  };
}

function matterOf(obligationKey: string): string {
  if (isVisitKey(obligationKey)) return `${inChinese(monthOfVisitKey(obligationKey))}走访`;
  return obligationKey.startsWith("handover:") ? "交接答复" : "结案申请按时审批";
}

/** `2016-03` as 2016年3月, `2016-03-05` as 2016年3月5日. */
function inChinese(text: string): string {
  const [year, month, day] = text.split("-").map(Number);
  return `${year}年${month}月${day === undefined ? "" : `${day}日`}`;
}
