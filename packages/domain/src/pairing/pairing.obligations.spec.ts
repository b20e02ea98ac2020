import { addDays, day, dayAt, startOf } from "../time/day";
import { OPENING, PairingLife, RULES, noonOf, openedPairing, closingOf } from "./pairing.spec-support";

const HOUR_MS = 3_600_000;

describe("the visit that is owed", () => {
  it("is the first month's, by the lead helper until its last day, falling to the seats above when one is empty", () => {
    const life = openedPairing();
    expect(life.obligations()).toHaveLength(1);
    expect(life.obligation("visit")).toMatchObject({
      key: "visit:2026-01",
      rule: "regular-visit",
      seats: [
        "lead-helper:helper-1",
        "unit-head:unit-1",
        "township-office:420626100",
        "county-office:420626",
        "administrator:all",
      ],
      dueOn: "2026-01-31",
      dueAtMs: startOf(day("2026-02-01")),
      rung: 0,
      nextStep: "remind",
      nextAtMs: startOf(day("2026-01-24")) + 8 * HOUR_MS + life.state.jitterMs,
      armedBySeq: 1,
    });
  });

  it("is the month's after the newest visit, and the visit armed it", () => {
    const life = openedPairing();
    life.visit("2026-01-10");
    expect(life.obligation("visit")).toMatchObject({
      key: "visit:2026-02",
      dueOn: "2026-02-28",
      armedBySeq: 2,
    });
  });

  it("stays the same when an earlier day's visit is entered after a newer one", () => {
    const life = openedPairing().passTo(noonOf("2026-03-05"));
    life.visit("2026-03-04");
    const owed = life.obligation("visit");
    life.visit("2026-02-10");
    expect(life.obligation("visit")).toEqual(owed);
  });

  it("is made good by one visit, however many months were missed", () => {
    const life = openedPairing().passTo(noonOf("2026-06-20"));
    life.visit("2026-06-20");
    expect(life.obligations().map((each) => each.key)).toEqual(["visit:2026-07"]);
  });

  it("is never before the first month, even when the visit was", () => {
    const life = openedPairing({ signedOn: day("2025-11-03") });
    life.visit("2025-11-20");
    expect(life.obligation("visit").key).toBe("visit:2026-01");
  });
});

describe("reminders", () => {
  it("go to the helper on the policy's days, in the morning, once each", () => {
    const life = openedPairing().passTo(noonOf("2026-02-01"));
    expect(
      life
        .events("VisitReminded")
        .map(({ reminder, seat, recordedAtMs }) => [reminder, seat, dayAt(recordedAtMs)]),
    ).toEqual([
      [1, "lead-helper:helper-1", "2026-01-24"],
      [2, "lead-helper:helper-1", "2026-01-30"],
    ]);
  });

  it("are not sent for a month that has been visited", () => {
    const life = openedPairing();
    life.visit("2026-01-10");
    expect(life.passTo(noonOf("2026-02-20")).events("VisitReminded")).toEqual([]);
  });

  it("whose time had passed before the month was owed are not sent", () => {
    const life = openedPairing().passTo(noonOf("2026-02-26"));
    life.visit("2026-01-31");
    life.passTo(noonOf("2026-03-01"));
    const given = life.events("VisitReminded").filter((each) => each.obligationKey === "visit:2026-02");
    expect(given.map(({ reminder, recordedAtMs }) => [reminder, dayAt(recordedAtMs)])).toEqual([
      [2, "2026-02-27"],
    ]);
  });

  it("that an outage has swallowed become one, which says how late it is", () => {
    const life = openedPairing().awayUntil(noonOf("2026-01-30"));
    const reminders = life.events("VisitReminded");
    expect(reminders.map(({ reminder }) => reminder)).toEqual([2]);
    expect(reminders[0]?.because.lateMs).toBe(
      noonOf("2026-01-30") - (startOf(day("2026-01-24")) + 8 * HOUR_MS + life.state.jitterMs),
    );
    expect(life.obligation("visit").nextStep).toBe("escalate");
  });
});

describe("a missed visit", () => {
  it("goes up one rung after the other, each with its own working days from the day it was told", () => {
    const life = openedPairing().passTo(noonOf("2026-03-20"));
    expect(
      life
        .events("ObligationEscalated")
        .map(({ rung, seat, repeated, recordedAtMs, because }) => [
          rung,
          seat,
          repeated,
          dayAt(recordedAtMs),
          because.reckoning?.lastDay,
        ]),
    ).toEqual([
      [1, "unit-head:unit-1", false, "2026-02-05", "2026-02-04"],
      [2, "township-office:420626100", false, "2026-02-13", "2026-02-12"],
      [3, "county-office:420626", false, "2026-02-21", "2026-02-20"],
      [3, "county-office:420626", true, "2026-03-07", "2026-03-06"],
    ]);
  });

  it("counts the published holidays and shows the days that were not counted", () => {
    const life = openedPairing().passTo(noonOf("2026-09-25"));
    life.visit("2026-08-31");
    life.passTo(noonOf("2026-10-20"));
    const [escalated] = life
      .events("ObligationEscalated")
      .filter((each) => each.obligationKey === "visit:2026-09");
    expect(escalated?.because.reckoning).toMatchObject({
      after: "2026-09-30",
      workingDays: 3,
      lastDay: "2026-10-12",
      daysOff: [1, 2, 3, 4, 5, 6, 7, 10, 11].map((each) => addDays(day("2026-09-30"), each)),
      provisional: false,
      calendarVersion: "made-up-1",
    });
  });

  it("is told to the highest rung again and again, and never stops being someone's", () => {
    const life = openedPairing().passTo(noonOf("2027-06-30"));
    const told = life.events("ObligationEscalated");
    expect(told.slice(3).every(({ repeated, rung }) => repeated && rung === 3)).toBe(true);
    expect(told.length).toBeGreaterThan(25);
    expect(told[told.length - 1]?.missedMonths).toBe(17);
    expect(life.obligation("visit").seats[0]).toBe("county-office:420626");
  });

  it("found after a long outage is escalated once, one rung, with how late and why", () => {
    const life = openedPairing().awayUntil(noonOf("2026-07-20"));
    expect(life.events("VisitReminded")).toEqual([]);
    const escalated = life.events("ObligationEscalated");
    expect(escalated).toHaveLength(1);
    expect(escalated[0]).toMatchObject({
      rung: 1,
      missedMonths: 6,
      because: {
        rule: "regular-visit",
        dueOn: "2026-01-31",
        scheduledAtMs: startOf(day("2026-02-05")) + life.state.jitterMs,
        lateMs: noonOf("2026-07-20") - startOf(day("2026-02-05")) - life.state.jitterMs,
      },
    });
    expect(life.obligation("visit").nextAtMs).toBe(startOf(day("2026-07-28")) + life.state.jitterMs);
  });

  it("that is escalated within minutes of its time is not said to be late", () => {
    const life = openedPairing();
    life.awayUntil(startOf(day("2026-02-05")) + life.state.jitterMs + 9 * 60_000);
    expect(life.events("ObligationEscalated")[0]?.because.lateMs).toBe(0);
  });
});

describe("the decision on a closing", () => {
  const asked = () => {
    const life = openedPairing().passTo(noonOf("2026-01-12"));
    life.give("requestClosing", closingOf("died", day("2026-01-11")), { by: "clerk" });
    return life;
  };

  it("is owed by the township office within its working days, beside the visit", () => {
    const life = asked();
    expect(life.obligations().map((each) => each.kind)).toEqual(["visit", "closing-decision"]);
    expect(life.obligation("closing-decision")).toMatchObject({
      key: "closing:2",
      rule: "closing-decided-in-time",
      seats: ["township-office:420626100", "county-office:420626", "administrator:all"],
      dueOn: "2026-01-19",
      rung: 0,
      nextAtMs: startOf(day("2026-01-20")) + life.state.jitterMs,
    });
  });

  it("goes up to the county office, which is told again", () => {
    const told = asked()
      .passTo(noonOf("2026-02-28"))
      .events("ObligationEscalated")
      .filter((each) => each.obligationKey === "closing:2");
    expect(
      told.map(({ rung, seat, repeated, missedMonths }) => [rung, seat, repeated, missedMonths]),
    ).toEqual([
      [1, "county-office:420626", false, 0],
      [1, "county-office:420626", true, 0],
      [1, "county-office:420626", true, 0],
    ]);
  });

  it("does not stop the visits from being owed and escalated", () => {
    const told = asked().passTo(noonOf("2026-02-28")).events("ObligationEscalated");
    expect(told.filter((each) => each.obligationKey === "visit:2026-01").map((each) => each.rung)).toEqual([
      1, 2, 3,
    ]);
  });

  it("starts a new count when it is asked for again", () => {
    const life = asked().passTo(noonOf("2026-02-10"));
    life.give("rejectClosing", { reason: "evidence-missing" }, { by: "office", basedOnSeq: 2 });
    life.give("requestClosing", closingOf("died", day("2026-01-11")), { by: "clerk" });
    expect(life.obligation("closing-decision")).toMatchObject({ rung: 0, dueOn: "2026-02-17" });
  });
});

describe("a policy without reminders or with a single rung", () => {
  it("still has an owner and a time for whatever is owed", () => {
    const life = openedPairing();
    const rules = {
      ...RULES,
      visit: {
        ...RULES.visit,
        reminderDaysBefore: [],
        ladder: [{ seat: "county-office" as const, workingDays: 0 }],
      },
    };
    life.inHand = { ...life.inHand, rules };
    expect(life.obligation("visit")).toMatchObject({
      seats: ["county-office:420626", "administrator:all"],
      nextStep: "repeat",
      nextAtMs: startOf(day("2026-02-01")) + life.state.jitterMs,
    });
    life.passTo(noonOf("2026-02-03"));
    expect(life.events("ObligationEscalated").map((each) => dayAt(each.recordedAtMs))).toEqual([
      "2026-02-01",
      "2026-02-02",
      "2026-02-03",
    ]);
  });
});

describe("a visit every so many months", () => {
  const quarterly = () => {
    const life = new PairingLife(noonOf("2026-01-10"), {
      ...RULES,
      visit: { ...RULES.visit, everyMonths: 3 },
    });
    life.give("open", OPENING);
    return life;
  };

  it("is owed again that many months after the month of the last one", () => {
    const life = quarterly();
    expect(life.obligation("visit")).toMatchObject({ key: "visit:2026-01", dueOn: "2026-01-31" });
    life.visit("2026-01-10");
    expect(life.obligation("visit")).toMatchObject({ key: "visit:2026-04", dueOn: "2026-04-30" });
    life.passTo(noonOf("2026-03-02"));
    life.visit("2026-03-01");
    expect(life.obligation("visit")).toMatchObject({ key: "visit:2026-06" });
  });

  it("that was made anywhere in the interval withdraws, when it is entered late, what was told meanwhile", () => {
    const life = quarterly();
    life.visit("2026-01-10");
    life.passTo(noonOf("2026-05-20"));
    expect(life.events("ObligationEscalated").map((each) => each.obligationKey)).toContain("visit:2026-04");
    life.visit("2026-02-15", "late");
    expect(life.events("EscalationWithdrawn").map((each) => each.becauseOfVisitId)).toContain("late");
  });
});
