import { noonOf, openedPairing, type PairingLife } from "./pairing.spec-support";

/** January is missed and has gone up two rungs. */
const escalated = () => openedPairing().passTo(noonOf("2026-02-14"));
const ends = (life: PairingLife) => ({
  withdrawn: life
    .events("EscalationWithdrawn")
    .map((each) => [each.obligationKey, each.rung, each.becauseOfVisitId]),
  settled: life
    .events("EscalationSettled")
    .map((each) => [each.obligationKey, each.rung, each.becauseOfVisitId]),
});

describe("evidence that comes late", () => {
  it("of a visit within the month withdraws the escalation, and names the visit", () => {
    const life = escalated();
    life.visit("2026-01-20", "late");
    expect(ends(life)).toEqual({ withdrawn: [["visit:2026-01", 2, "late"]], settled: [] });
    expect(life.obligation("visit")).toMatchObject({ key: "visit:2026-02", rung: 0 });
  });

  it("of a visit after the month settles it, for it was late", () => {
    const life = escalated();
    life.visit("2026-02-01", "late");
    expect(ends(life)).toEqual({ withdrawn: [], settled: [["visit:2026-01", 2, "late"]] });
  });

  it("still withdraws an escalation that a later visit had settled", () => {
    const life = escalated();
    life.visit("2026-02-01", "after");
    life.passTo(noonOf("2026-05-20"));
    life.visit("2026-01-31", "late");
    expect(ends(life).withdrawn).toEqual([["visit:2026-01", 2, "late"]]);
    expect(ends(life).settled[0]).toEqual(["visit:2026-01", 2, "after"]);
  });

  it("withdraws an escalation once, however many visits of that month come late", () => {
    const life = escalated();
    life.visit("2026-01-20");
    life.visit("2026-01-21");
    life.visit("2026-01-22");
    expect(ends(life).withdrawn).toHaveLength(1);
  });

  it("of a month that was missed but never escalated changes nothing", () => {
    const life = openedPairing().passTo(noonOf("2026-04-14"));
    life.visit("2026-04-14", "after");
    const before = ends(life);
    life.visit("2026-03-02", "march");
    expect(ends(life)).toEqual(before);
  });

  it("that shows the next month to be overdue too begins that one on its first rung, today, with the original day", () => {
    const life = openedPairing().passTo(noonOf("2026-05-14"));
    life.visit("2026-01-20", "late");
    const told = life.events("ObligationEscalated");
    expect(told[told.length - 1]).toMatchObject({
      obligationKey: "visit:2026-02",
      rung: 1,
      missedMonths: 3,
      recordedAtMs: noonOf("2026-05-14"),
      because: { dueOn: "2026-02-28" },
    });
  });
});

describe("a visit that is voided", () => {
  it("owes its month again, from the first rung, as of today", () => {
    const life = openedPairing();
    life.visit("2026-01-10", "mistaken");
    life.passTo(noonOf("2026-02-20"));
    life.give("voidVisit", { visitId: "mistaken", reason: "wrong-household" });
    expect(life.obligation("visit")).toMatchObject({ key: "visit:2026-01", rung: 1, dueOn: "2026-01-31" });
    const [escalation] = life.events("ObligationEscalated");
    expect(escalation).toMatchObject({ rung: 1, recordedAtMs: noonOf("2026-02-20") });
  });

  it("leaves an escalation of the later month open until a visit ends it", () => {
    const life = openedPairing();
    life.visit("2026-01-10", "mistaken");
    life.passTo(noonOf("2026-03-20"));
    expect(life.obligation("visit")).toMatchObject({ key: "visit:2026-02", rung: 2 });
    life.give("voidVisit", { visitId: "mistaken", reason: "wrong-household" });
    expect(ends(life)).toEqual({ withdrawn: [], settled: [] });
    life.visit("2026-02-11", "february");
    expect(ends(life)).toEqual({
      withdrawn: [["visit:2026-02", 2, "february"]],
      settled: [["visit:2026-01", 1, "february"]],
    });
  });

  it("that is entered again brings the later month's escalation back to where it stood", () => {
    const life = openedPairing();
    life.visit("2026-01-10", "mistaken");
    life.passTo(noonOf("2026-03-20"));
    const before = life.obligation("visit");
    life.give("voidVisit", { visitId: "mistaken", reason: "wrong-day" });
    life.visit("2026-01-11", "corrected");
    expect(life.obligation("visit")).toMatchObject({
      key: "visit:2026-02",
      rung: 2,
      nextAtMs: before.nextAtMs,
    });
    expect(ends(life)).toEqual({ withdrawn: [["visit:2026-01", 1, "corrected"]], settled: [] });
    life.visit("2026-03-20", "march");
    expect(ends(life).settled).toEqual([["visit:2026-02", 2, "march"]]);
  });

  it("leaves the duty alone when a newer visit stands", () => {
    const life = openedPairing();
    life.visit("2026-01-10", "first");
    life.passTo(noonOf("2026-02-12"));
    life.visit("2026-02-12", "second");
    const owed = life.obligation("visit");
    life.give("voidVisit", { visitId: "first", reason: "entered-twice" });
    expect(life.obligation("visit")).toEqual(owed);
  });

  it("and proven once more withdraws the new escalation once", () => {
    const life = escalated();
    life.visit("2026-02-10", "february");
    life.give("voidVisit", { visitId: "february", reason: "did-not-happen" });
    life.passTo(noonOf("2026-03-20"));
    const before = ends(life).withdrawn.length;
    life.visit("2026-01-11", "january");
    expect(
      ends(life)
        .withdrawn.slice(before)
        .map(([key]) => key),
    ).toEqual(["visit:2026-01"]);
  });
});

describe("a case with very many visits", () => {
  const daily = (life: PairingLife, from: string, count: number) => {
    for (let index = 0; index < count; index += 1) {
      const on = new Date(Date.parse(`${from}T00:00:00Z`) + index * 86_400_000).toISOString().slice(0, 10);
      life.passTo(noonOf(on));
      life.visit(on);
    }
  };

  it("still withdraws an escalation on late evidence of a month long past", () => {
    const life = escalated();
    daily(life, "2026-02-15", 200);
    life.visit("2026-01-20", "late");
    expect(ends(life).withdrawn).toEqual([["visit:2026-01", 2, "late"]]);
  });

  it("does not forget that it was visited when every visit it still knows is voided", () => {
    const life = openedPairing();
    daily(life, "2026-01-11", 200);
    for (const visit of life.state.visits)
      life.give("voidVisit", { visitId: visit.id, reason: "did-not-happen" });
    const newestThatStands = life
      .events("VisitRecorded")
      .filter((each) => !life.events("VisitVoided").some((voided) => voided.visitId === each.visitId))
      .map((each) => each.happenedOn)
      .sort()
      .at(-1);
    expect(life.obligation("visit").key > `visit:${newestThatStands?.slice(0, 7) ?? ""}`).toBe(true);
  });
});
