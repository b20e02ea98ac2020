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

/** By the first part of an obligation's key, in the glossary's words. */
const MATTERS: Readonly<Record<string, string>> = {
  plan: "帮扶计划",
  "plan-review": "帮扶计划审核",
  occasion: "遇事走访",
  festival: "节日走访",
  appraisal: "民主评议",
  "on-site-check": "入户核实",
  acknowledgement: "农户认可",
  "village-notice": "村级公示",
  "township-review": "乡镇审核",
  "township-notice": "乡镇公示",
  // Said alike of both: which of the two a case owes would tell whom an unannounced check has passed by.
  "county-check": "县级抽查与审批",
  approval: "县级抽查与审批",
  announcement: "公告退出",
  objection: "异议答复",
  "relapse-decision": "返贫认定",
  "next-household": "安排新的帮扶户",
  "revisits-completed": "回访期满结案",
  "term-review": "续期复核",
  handover: "交接答复",
  closing: "结案申请审批",
};

function matterOf(obligationKey: string): string {
  if (isVisitKey(obligationKey)) return `${inChinese(monthOfVisitKey(obligationKey))}走访`;
  const [kind = ""] = obligationKey.split(":");
  return MATTERS[kind] ?? "待办事项";
}

/** `2016-03` as 2016年3月, `2016-03-05` as 2016年3月5日. */
function inChinese(text: string): string {
  const [year, month, day] = text.split("-").map(Number);
  return `${year}年${month}月${day === undefined ? "" : `${day}日`}`;
}
