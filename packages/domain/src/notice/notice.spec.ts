import type { Day } from "../time/day";
import {
  barOfBeginning,
  barOfConcluding,
  barOfStrikingOff,
  barOfTakingDown,
  listedAfter,
  noticeStateAfter,
  toAsk,
  type ListedState,
  type NoticeInHand,
  type NoticeState,
} from "./notice";

const UNTIL = "2026-03-07" as Day;
const notice = (state: NoticeState, listed: readonly ListedState[], isAsking = false): NoticeInHand => ({
  state,
  until: UNTIL,
  listed: listed.map((each, index) => ({ caseId: `case-${index}`, state: each })),
  isAsking,
});

describe("a notice", () => {
  it("has begun only when every listed case has accepted or was struck off", () => {
    expect(noticeStateAfter(notice("beginning", ["hanging", "listed"]))).toBe("beginning");
    expect(noticeStateAfter(notice("beginning", ["hanging", "refused"]))).toBe("beginning");
    expect(noticeStateAfter(notice("beginning", ["hanging", "hanging"], true))).toBe("beginning");
    expect(noticeStateAfter(notice("beginning", ["hanging", "struck-off"]))).toBe("hanging");
  });

  it("is over when no case is left on it, and has come down when there was nobody to hang", () => {
    expect(noticeStateAfter(notice("hanging", ["concluded", "hanging"]))).toBe("hanging");
    expect(noticeStateAfter(notice("hanging", ["concluded", "left", "struck-off"]))).toBe("concluded");
    expect(noticeStateAfter(notice("hanging", ["left", "struck-off"]))).toBe("concluded");
    expect(noticeStateAfter(notice("hanging", ["taken-down", "left"]))).toBe("taken-down");
    expect(noticeStateAfter(notice("beginning", ["struck-off"]))).toBe("taken-down");
  });

  it("asks again only those who have not accepted", () => {
    const asked = notice("beginning", ["hanging", "refused", "struck-off", "listed"]);
    expect(toAsk(asked, "hangNotice")).toEqual(["case-1", "case-3"]);
    expect(toAsk(asked, "concludeNotice")).toEqual(["case-0"]);
  });

  it("keeps a case with an open objection, and lets go of one that has left", () => {
    expect(listedAfter("hanging", "concludeNotice", null)).toBe("concluded");
    expect(listedAfter("hanging", "concludeNotice", { code: "OBJECTION_OPEN" })).toBe("hanging");
    expect(listedAfter("hanging", "concludeNotice", { code: "NO_NOTICE_HANGS" })).toBe("left");
    expect(listedAfter("hanging", "takeDownNotice", { code: "NOT_FOUND" })).toBe("left");
    expect(listedAfter("listed", "hangNotice", { code: "LIFT_OUT_AT_ANOTHER_STEP" })).toBe("refused");
  });

  it("an answer that comes twice, or too late, changes nothing", () => {
    expect(listedAfter("concluded", "concludeNotice", { code: "NO_NOTICE_HANGS" })).toBe("concluded");
    expect(listedAfter("struck-off", "hangNotice", null)).toBe("struck-off");
  });

  it("lets nobody be struck off who hangs already: all come down, or none", () => {
    const begun = notice("beginning", ["hanging", "refused"]);
    expect(barOfStrikingOff(begun, "case-1")).toBeNull();
    expect(barOfStrikingOff(begun, "case-0")).toMatchObject({ code: "NOT_ON_NOTICE", state: "hanging" });
    expect(barOfStrikingOff(begun, "elsewhere")).toMatchObject({ code: "NOT_ON_NOTICE", state: null });
    expect(barOfStrikingOff(notice("hanging", ["hanging"]), "case-0")).toMatchObject({
      code: "NOTICE_IN_ANOTHER_STATE",
    });
  });

  it("is not concluded before its last day is over, nor without proof", () => {
    const hanging = notice("hanging", ["hanging"]);
    const proof = { note: "照片", pieces: 0 };
    expect(barOfConcluding(hanging, UNTIL, proof)).toMatchObject({
      code: "NOTICE_STILL_HANGS",
      until: UNTIL,
    });
    expect(barOfConcluding(hanging, "2026-03-08" as Day, proof)).toBeNull();
    expect(barOfConcluding(hanging, "2026-03-08" as Day, { note: " ", pieces: 0 })).toEqual({
      code: "NOTICE_PROOF_MISSING",
    });
    expect(barOfConcluding(hanging, "2026-03-08" as Day, { note: "", pieces: 1 })).toBeNull();
  });

  it("takes no second order while its cases are being asked, and none when it is over", () => {
    const asking = notice("hanging", ["hanging"], true);
    expect(barOfTakingDown(asking)).toEqual({ code: "NOTICE_UNDER_WAY" });
    expect(barOfBeginning(notice("draft", ["struck-off"]))).toEqual({ code: "NOTICE_LISTS_NOBODY" });
    for (const state of ["concluded", "taken-down"] as const)
      expect(barOfTakingDown(notice(state, ["concluded"]))).toMatchObject({
        code: "NOTICE_IN_ANOTHER_STATE",
        state,
      });
  });
});
