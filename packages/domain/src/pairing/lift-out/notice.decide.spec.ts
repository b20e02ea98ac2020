import { day, startOf } from "../../time/day";
import { noonOf, refusalOf } from "../pairing.spec-support";
import { lastDayOfNotice } from "./notice.decide";
import { NOTICE, hang, today, verifyingAt } from "./lift-out.spec-support";

describe("a notice", () => {
  it("hangs the policy's days, the first one counted, and cannot be concluded on the last of them", () => {
    const life = verifyingAt("village-notice");
    hang(life);
    expect(life.state.liftOut?.notice).toMatchObject({ from: "2026-01-20", until: "2026-01-26" });
    life.passTo(noonOf("2026-01-26"));
    expect(refusalOf(life.ask("concludeNotice", { noticeId: NOTICE }))).toEqual({
      code: "NOTICE_STILL_HANGS",
      until: "2026-01-26",
      today: "2026-01-26",
    });
    life.passTo(startOf(day("2026-01-27")));
    expect(life.ask("concludeNotice", { noticeId: NOTICE }).accepted).toBe(true);
  });

  it("may count working days, over holidays", () => {
    const fiveWorkingDays = { days: 5, counting: "working-days" } as const;
    const { calendar } = verifyingAt("appraisal").inHand;
    expect(lastDayOfNotice(day("2026-09-30"), fiveWorkingDays, calendar)).toBe("2026-10-13");
  });

  it.each(["2026-01-19", "2026-01-25"])("until %s is too short, also one of no days at all", (until) => {
    const life = verifyingAt("village-notice");
    const payload = { noticeId: NOTICE, from: today(life), until: day(until) };
    expect(refusalOf(life.ask("hangNotice", payload))).toEqual({
      code: "NOTICE_TOO_SHORT",
      from: "2026-01-20",
      until,
      neededUntil: "2026-01-26",
    });
  });

  it("taken down early has to hang all its days anew", () => {
    const life = verifyingAt("village-notice");
    hang(life);
    life.passTo(noonOf("2026-01-24"));
    life.give("takeDownNotice", { noticeId: NOTICE, reason: "damaged" });
    expect(refusalOf(life.ask("concludeNotice", { noticeId: NOTICE }))).toEqual({ code: "NO_NOTICE_HANGS" });
    hang(life);
    expect(life.state.liftOut?.notice?.until).toBe("2026-01-30");
  });

  it("waits for the answer to every objection; one that is upheld sends the case back", () => {
    const life = verifyingAt("village-notice");
    hang(life);
    life.passTo(noonOf("2026-01-22"));
    for (const objectionId of ["one", "two"])
      life.give("raiseObjection", { objectionId, happenedOn: today(life) });
    expect(life.obligations().filter(({ kind }) => kind === "objection")).toHaveLength(2);
    life.passTo(noonOf("2026-01-28"));
    life.give("answerObjection", { objectionId: "one", upheld: false });
    expect(refusalOf(life.ask("concludeNotice", { noticeId: NOTICE }))).toEqual({
      code: "OBJECTION_OPEN",
      objectionIds: ["two"],
    });
    life.give("answerObjection", { objectionId: "two", upheld: true });
    expect(life.state.stage).toBe("helping");
    expect(life.events("LiftOutSentBack")).toMatchObject([
      { step: "village-notice", grounds: ["objection-upheld"] },
    ]);
  });

  it("hears no objection from after its days", () => {
    const life = verifyingAt("village-notice");
    hang(life);
    life.passTo(noonOf("2026-01-27"));
    expect(
      refusalOf(life.ask("raiseObjection", { objectionId: "late", happenedOn: today(life) })),
    ).toMatchObject({ code: "OBJECTION_OUTSIDE_NOTICE", until: "2026-01-26" });
  });

  it("that nobody concludes escalates, counted from its last day", () => {
    const life = verifyingAt("village-notice");
    hang(life);
    expect(life.obligation("village-notice")).toMatchObject({ dueOn: "2026-02-02", rung: 0 });
    life.passTo(noonOf("2026-02-03"));
    expect(life.obligation("village-notice").rung).toBe(1);
  });
});
