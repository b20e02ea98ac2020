import { accepted, revisitedPairing, today, visitUntil } from "../lift-out/lift-out.spec-support";
import type { Month } from "../../time/day";
import { noonOf, refusalOf, type PairingLife } from "../pairing.spec-support";
import { missedRevisits } from "./completion";
import type { RevisitGapReason } from "./revisit.moves";

/** Lifted out in February 2026, revisited each quarter to the middle of February 2028: seven revisits. */
const DUE = ["2026-05", "2026-08", "2026-11", "2027-02", "2027-05", "2027-08", "2027-11"];
const OVER = "2028-03-01";
const overWithVisitsIn = (...months: readonly string[]) => {
  const life = revisitedPairing();
  for (const month of months) {
    life.passTo(noonOf(`${month}-10`));
    accepted(life.visit(today(life)));
  }
  return life.passTo(noonOf(OVER));
};
const gapsOf = (months: readonly string[], reason: RevisitGapReason) => ({
  gaps: months.map((month) => ({ month: month as Month, reason })),
});
const without = (month: string) => DUE.filter((each) => each !== month);
const askFor = (life: PairingLife, payload = {}, by = "clerk") =>
  life.give("completeRevisits", payload, { by });

describe("the walk over the revisits that were due", () => {
  it.each([
    ["every one was made", DUE, []],
    ["one was left out, though the next one was made", without("2026-11"), ["2026-11"]],
    ["the last one was left out", without("2027-11"), ["2027-11"]],
    ["none was made", [], DUE],
    [
      "one came early: the next is due a quarter after it",
      ["2026-04", "2026-07", "2026-10", "2027-01", "2027-04", "2027-07", "2027-10"],
      ["2028-01"],
    ],
    ["one single visit after all of it", ["2028-02"], DUE],
    ["one came a month late", ["2026-06", ...DUE.slice(1)], ["2026-05"]],
  ])("%s", (_how, visited, missed) => {
    expect(missedRevisits(overWithVisitsIn(...visited).state)).toEqual(missed);
  });

  it("does not count a visit that was voided", () => {
    const life = overWithVisitsIn(...DUE);
    const august = life.events("VisitRecorded").find(({ happenedOn }) => happenedOn.startsWith("2026-08"));
    life.correct(august?.seq ?? 0);
    expect(missedRevisits(life.state)).toEqual(["2026-08"]);
  });

  it("leaves out the months in which the case was closed by mistake", () => {
    const life = revisitedPairing();
    visitUntil(life, "2026-06-10");
    life.give("requestClosing", { reason: "opened-by-mistake", happenedOn: today(life) }, { by: "clerk" });
    life.passTo(noonOf("2026-08-20"));
    accepted(life.give("approveClosing", {}, { by: "office" }));
    life.passTo(noonOf("2026-09-10"));
    accepted(life.give("reopen", { reason: "closed-by-mistake", successor: null }, { by: "another" }));
    visitUntil(life, OVER);
    expect(life.state.lifted?.closedMonths).toEqual([{ from: "2026-08", before: "2026-09" }]);
    expect(missedRevisits(life.state)).toEqual([]);
  });
});

describe("revisits that are said to be completed", () => {
  it("are so only when their time is over", () => {
    const life = revisitedPairing();
    const { until } = life.state.lifted ?? { until: "" };
    visitUntil(life, "2027-06-30");
    expect(refusalOf(askFor(life))).toMatchObject({ code: "REVISITS_NOT_OVER", until });
  });

  it("are refused with the months that were missed, whatever was visited since", () => {
    const life = overWithVisitsIn("2026-05", "2028-02");
    expect(life.obligation("revisits-completed").rule).toBe("revisited-to-the-end");
    expect(refusalOf(askFor(life))).toEqual({ code: "REVISIT_OWED", months: DUE.slice(1) });
  });

  it("are asked for by one and approved by another", () => {
    const life = overWithVisitsIn(...DUE);
    accepted(askFor(life));
    expect(life.state).toMatchObject({ stage: "closing", closing: { reason: "revisits-completed" } });
    expect(life.obligations().map(({ kind }) => kind)).not.toContain("revisits-completed");
    expect(life.obligation("closing-decision").seats[0]).toBe("county-office:420626");
    expect(refusalOf(life.give("approveClosing", {}, { by: "clerk" }))).toMatchObject({
      code: "CLOSING_NEEDS_ANOTHER_PERSON",
    });
    expect(refusalOf(life.give("approveClosing", {}, { by: "town", role: "township-office" }))).toMatchObject(
      { code: "CLOSING_NEEDS_HIGHER_OFFICE", needed: "county-office" },
    );
    accepted(life.give("approveClosing", {}, { by: "county" }));
    expect(life.events("PairingClosed")).toMatchObject([
      { reason: "revisits-completed", approvedBy: "county" },
    ]);
  });

  it("need a reason for each month that was missed; made up later is one where a later visit shows it", () => {
    const missed = ["2026-11", "2027-11"];
    const life = overWithVisitsIn(...DUE.filter((each) => !missed.includes(each)));
    expect(refusalOf(askFor(life, gapsOf(["2026-11"], "household-away")))).toMatchObject({
      months: ["2027-11"],
    });
    expect(refusalOf(askFor(life, gapsOf(missed, "made-up-later")))).toMatchObject({ months: ["2027-11"] });
    life.visit(today(life), "made-up");
    accepted(askFor(life, gapsOf([...missed, "2026-05"], "made-up-later")));
    expect(life.events("ClosingRequested")).toMatchObject([gapsOf(missed, "made-up-later")]);
  });

  it("are not completed when a visit is taken out while the approval waits; sent back, they are owed again from then on", () => {
    const life = overWithVisitsIn(...DUE);
    accepted(askFor(life));
    const [first] = life.events("VisitRecorded");
    life.correct(first?.seq ?? 0);
    expect(refusalOf(life.give("approveClosing", {}, { by: "county" }))).toEqual({
      code: "REVISIT_OWED",
      months: ["2026-05"],
    });
    life.passTo(noonOf("2028-04-20"));
    accepted(life.give("rejectClosing", { reason: "evidence-missing" }, { by: "county" }));
    expect(life.state.stage).toBe("revisiting");
    const owed = life.obligation("revisits-completed");
    expect(owed).toMatchObject({ rung: 0, armedBySeq: life.state.seq });
    expect(owed.dueOn > "2028-04-20").toBe(true);
    accepted(askFor(life, gapsOf(["2026-05"], "made-up-later")));
    accepted(life.give("approveClosing", {}, { by: "county" }));
  });
});
