import { jitterMsOf } from "../../case/jitter";
import { summaryOfPairing } from "../pairing.summary";
import { day, lastDayOf, monthOf } from "../../time/day";
import { noonOf, OPENING, PairingLife, refusalOf } from "../pairing.spec-support";
import { firstVisitMonthTakenOver, termEndTakenOver } from "./take-over";

const TODAY = day("2026-11-23");
const rhythm = (everyMonths: number) => ({ everyMonths, firstMonthIfSignedByDay: 15 });

describe("a term that has begun on paper", () => {
  it("begins with the day of signing, and ends ahead of the take-over in whole terms", () => {
    expect(termEndTakenOver(day("2025-05-10"), 36, TODAY)).toBe("2028-05-10");
    expect(termEndTakenOver(day("2012-05-10"), 36, TODAY)).toBe("2027-05-10");
    expect(termEndTakenOver(day("2023-11-23"), 36, TODAY)).toBe("2029-11-23");
  });
});

describe("the first visit that is owed after a take-over", () => {
  it("follows from the last visit on paper, where that lies ahead", () => {
    expect(firstVisitMonthTakenOver({ lastVisitOn: day("2026-11-02") }, TODAY, rhythm(1), 0)).toBe("2026-12");
    expect(firstVisitMonthTakenOver({ lastVisitOn: day("2026-11-02") }, TODAY, rhythm(3), 1)).toBe("2027-02");
  });

  it("is otherwise spread over the interval by the case's own number, all of it ahead", () => {
    const months = Array.from({ length: 300 }, (_none, index) =>
      firstVisitMonthTakenOver(
        { lastVisitOn: day("2019-01-01") },
        TODAY,
        rhythm(3),
        jitterMsOf(`case-${index}`),
      ),
    );
    const held = (month: string) => months.filter((each) => each === month).length;
    expect([...new Set(months)].sort()).toEqual(["2026-12", "2027-01", "2027-02"]);
    for (const month of new Set(months)) expect(held(month)).toBeGreaterThan(70);
    expect(months.every((month) => month > monthOf(TODAY))).toBe(true);
  });
});

describe("a pairing that has run on paper for years", () => {
  const taken = { ...OPENING, signedOn: day("2010-05-10"), takenOver: { lastVisitOn: day("2026-06-03") } };

  it("is opened with its own day of signing, owes its first visit ahead and is behind with nothing", () => {
    const life = new PairingLife(noonOf(TODAY));
    expect(life.give("open", taken).accepted).toBe(true);
    expect(life.events("PairingOpened")).toMatchObject([
      { signedOn: "2010-05-10", termEndsOn: "2028-05-10", takenOver: { lastVisitOn: "2026-06-03" } },
    ]);
    expect(summaryOfPairing(life.state)?.lastVisitOn).toBe("2026-06-03");
    expect(life.obligation("visit").dueOn > lastDayOf(monthOf(TODAY))).toBe(true);
    life.passTo(noonOf("2026-12-15"));
    expect(life.events("ObligationEscalated")).toEqual([]);
    expect(life.events("TermRenewed")).toEqual([]);
  });

  it("is refused where its last visit lies in the future or before the signing", () => {
    const life = new PairingLife(noonOf(TODAY));
    const told = (lastVisitOn: string) =>
      refusalOf(life.ask("open", { ...taken, takenOver: { lastVisitOn: day(lastVisitOn) } })).code;
    expect([told("2026-11-24"), told("2010-05-09")]).toEqual(["VISIT_IN_FUTURE", "VISIT_BEFORE_SIGNING"]);
    expect(refusalOf(life.ask("open", { ...OPENING, signedOn: taken.signedOn })).code).toBe(
      "SIGNED_BEFORE_POLICY",
    );
  });
});
