import { chatText } from "./chat-text";

describe("what a chat is told", () => {
  const of = (message: object) => chatText({ caseId: "c", seq: 7, message: { ...message } });

  it("names the month's visit, the day and why", () => {
    expect(
      of({ event: "VisitReminded", obligationKey: "visit:2026-12", rung: 0, dueOn: "2026-12-31" }),
    ).toEqual({
      text: "【结对】走访提醒：2026年12月走访，应于2026年12月31日前完成。",
      link: "/pairings/c?why=7",
    });
  });

  it("names the level of an escalation, also of a closing that waits", () => {
    const closing = {
      event: "ObligationEscalated",
      obligationKey: "closing:12",
      rung: 2,
      dueOn: "2027-01-04",
    };
    expect(of({ ...closing, obligationKey: "handover:9" }).text).toContain("：交接答复，应于");
    expect(of(closing).text).toBe("【结对】逾期升级（第 2 级）：结案申请审批，应于2027年1月4日前完成。");
  });
});
