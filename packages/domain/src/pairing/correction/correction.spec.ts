import { day } from "../../time/day";
import { passTo, recordIncomes, revisitedPairing, verifyingAt } from "../lift-out/lift-out.spec-support";
import { isVisitKey } from "../visit/visit-duty";
import type { PairingEventType } from "../pairing.events";
import { WHOLE_RULES, noonOf, openedPairing, refusalOf, type PairingLife } from "../pairing.spec-support";
import { MOST_CORRECTIONS_OPEN } from "./correction.state";
import { entryOf } from "./voiding";

const helping = () => openedPairing({}, WHOLE_RULES);
const lastSeq = (life: PairingLife, type: PairingEventType) => life.events(type).at(-1)?.seq ?? 0;
const ask = (life: PairingLife, seq: number, by = "clerk") => {
  const event = life.log[seq - 1];
  if (event === undefined) throw new Error(`the log has no event ${seq}`);
  return life.give("requestVoid", { entry: entryOf(event), reason: "wrong-content" }, { by });
};
const decide = (life: PairingLife, by: string, requestedSeq = lastSeq(life, "VoidRequested")) =>
  life.give("approveVoid", { requestedSeq }, { by });
const typesAfter = (life: PairingLife, seq: number) => life.log.slice(seq).map(({ type }) => type);

describe("four eyes over the past", () => {
  it("an entry is taken out by somebody who did not ask for it", () => {
    const life = helping();
    life.visit("2026-01-10");
    ask(life, 2);
    expect(refusalOf(decide(life, "clerk"))).toEqual({ code: "VOID_NEEDS_ANOTHER_PERSON", requestedSeq: 3 });
    expect(life.obligation("correction-decision")).toMatchObject({ key: "correction:3", rung: 0 });
    decide(life, "office");
    expect(typesAfter(life, 3)).toEqual(["EntryVoided", "VisitVoided"]);
    expect(life.state.corrections).toEqual([]);
  });

  it("whoever entered it takes it back alone on the same day, and only then", () => {
    const life = helping();
    life.visit("2026-01-10");
    ask(life, 2, "account-1");
    expect(life.events("EntryVoided")).toMatchObject([{ requestedSeq: null, approvedBy: null }]);
    life.visit("2026-01-10", "again");
    life.passTo(noonOf("2026-01-11"));
    ask(life, lastSeq(life, "VisitRecorded"), "account-1");
    expect(life.log.at(-1)?.type).toBe("VoidRequested");
  });

  it("nor alone once somebody has built on it", () => {
    const life = verifyingAt("acknowledgement");
    ask(life, lastSeq(life, "AppraisalRecorded"), "township");
    expect(life.log.at(-1)?.type).toBe("VoidRequested");
    ask(life, lastSeq(life, "OnSiteCheckRecorded"), "township");
    expect(life.log.at(-1)).toMatchObject({ type: "LiftOutSetBack", step: "on-site-check" });
  });

  it("declined, the entry stays and can be asked for again", () => {
    const life = helping();
    life.visit("2026-01-10");
    ask(life, 2);
    expect(refusalOf(ask(life, 2, "another"))).toEqual({ code: "VOID_REQUESTED_ALREADY", requestedSeq: 3 });
    life.give("declineVoid", { requestedSeq: 3, reason: "entry-is-right" }, { by: "office" });
    expect(life.obligation("visit").key).toBe("visit:2026-02");
    expect(ask(life, 2).accepted).toBe(true);
    expect(refusalOf(decide(life, "office", 3))).toEqual({ code: "NO_VOID_REQUESTED", requestedSeq: 3 });
  });

  it("an entry is taken out once, what is no entry of a person's never, and not too many wait at once", () => {
    const life = helping();
    life.visit("2026-01-10");
    life.correct(2);
    expect(refusalOf(ask(life, 2))).toMatchObject({ code: "ENTRY_NO_LONGER_COUNTS", entrySeq: 2 });
    expect(refusalOf(ask(life, 1))).toMatchObject({ code: "ENTRY_NOT_VOIDABLE", entryType: "PairingOpened" });
    for (let ordinal = 0; ordinal < MOST_CORRECTIONS_OPEN; ordinal += 1) {
      life.visit("2026-01-10", `visit-${ordinal}`);
      ask(life, lastSeq(life, "VisitRecorded"));
    }
    life.visit("2026-01-10", "one-more");
    expect(refusalOf(ask(life, lastSeq(life, "VisitRecorded")))).toEqual({
      code: "TOO_MANY_CORRECTIONS_OPEN",
      open: MOST_CORRECTIONS_OPEN,
      allowed: MOST_CORRECTIONS_OPEN,
    });
  });
});

describe("what follows a correction", () => {
  it("of a visit: the escalation that it had kept away fires from today, with the original day and the void", () => {
    const life = helping();
    life.visit("2026-01-10");
    life.passTo(noonOf("2026-02-20"));
    life.correct(2);
    const escalated = life
      .events("ObligationEscalated")
      .find(({ obligationKey }) => isVisitKey(obligationKey));
    expect(escalated).toMatchObject({
      rung: 1,
      recordedAtMs: noonOf("2026-02-20"),
      because: { dueOn: "2026-01-31" },
      uncoveredBySeq: lastSeq(life, "VisitVoided"),
    });
  });

  it("of an occasion: nobody has to come for it", () => {
    const life = helping();
    life.give("reportOccasion", { occasion: "illness", happenedOn: day("2026-01-10") });
    life.correct(2);
    expect(life.obligations().map(({ kind }) => kind)).not.toContain("occasion-visit");
  });

  it("of an income: the reckoning before it counts again, and a lift-out that rests on it goes back to help", () => {
    const life = verifyingAt("approval");
    const first = life.state.incomes.map(({ perHeadFen }) => perHeadFen);
    recordIncomes(life, 2025, 1_600_000);
    life.correct(lastSeq(life, "IncomeRecorded"));
    expect(life.state.incomes.map(({ perHeadFen }) => perHeadFen)).toEqual(first);
    expect(life.state.stage).toBe("verifying");
    life.correct(life.state.incomes[0]?.seq ?? 0);
    expect(life.state).toMatchObject({ stage: "helping", liftOut: null, incomes: [] });
    expect(life.log.at(-1)).toMatchObject({
      type: "LiftOutSentBack",
      grounds: ["income-corrected"],
    });
  });

  it("of a step: the lift-out stands there again, its notice has come down, and it is reviewed and drawn anew", () => {
    const life = verifyingAt("approval");
    life.correct(lastSeq(life, "AppraisalRecorded"));
    expect(life.state).toMatchObject({
      stage: "verifying",
      liftOut: { step: "appraisal", notice: null, reviewedBy: null, isDrawn: null, passed: [] },
    });
    expect(life.obligation("appraisal")).toMatchObject({ rung: 0, armedBySeq: life.state.seq });
    passTo(life, "announcement");
    expect(life.state.liftOut?.step).toBe("announcement");
  });

  it("of a step while a closing is asked for: the closing goes on, and rejected it leads back to help", () => {
    const life = verifyingAt("approval");
    life.give(
      "requestClosing",
      { reason: "opened-by-mistake", happenedOn: day("2026-01-20") },
      { by: "clerk" },
    );
    life.correct(life.state.incomes[0]?.seq ?? 0);
    expect(life.state).toMatchObject({ stage: "closing", liftOut: null });
    life.give("rejectClosing", { reason: "reason-not-met" }, { by: "office" });
    expect(life.state.stage).toBe("helping");
  });

  it("of an income for which a relapse was reported: there is none", () => {
    const life = revisitedPairing();
    recordIncomes(life, 2026, 0);
    life.give("reportRelapse", { ground: "income-below-line", incomeYear: 2026 }, { by: "helper" });
    expect(life.state.relapse).not.toBeNull();
    life.correct(lastSeq(life, "IncomeRecorded"));
    expect(life.state.relapse).toBeNull();
    expect(life.log.at(-1)).toMatchObject({ type: "RelapseDismissed", reason: "income-corrected" });
  });

  it("of a review of the term: it is owed again, from today", () => {
    const life = helping().passTo(noonOf("2029-01-20"));
    life.give("reviewTerm", { outcome: "goes-on" });
    life.passTo(noonOf("2029-03-01"));
    life.correct(lastSeq(life, "TermReviewed"));
    expect(life.obligation("term-review")).toMatchObject({ rung: 0 });
    expect(life.obligation("term-review").dueOn > "2029-03-01").toBe(true);
  });
});

describe("what cannot be undone", () => {
  it("is what an announced lift-out rests on, and the refusal names it", () => {
    const life = revisitedPairing();
    for (const type of ["IncomeRecorded", "AppraisalRecorded", "CountyCheckRecorded"] as const)
      expect(refusalOf(ask(life, lastSeq(life, type)))).toEqual({
        code: "ENTRY_RESTED_ON",
        entrySeq: lastSeq(life, type),
        entryType: type,
        bySeq: lastSeq(life, "LiftedOut"),
        byType: "LiftedOut",
      });
  });

  it("nothing is approved over an entry of which somebody says that it is wrong", () => {
    const life = verifyingAt("approval");
    ask(life, lastSeq(life, "HouseholdAcknowledged"));
    const open = { code: "CORRECTION_OPEN", requestedSeqs: [life.state.seq] };
    expect(refusalOf(life.give("approveLiftOut", {}, { by: "county" }))).toEqual(open);
    life.give(
      "requestClosing",
      { reason: "opened-by-mistake", happenedOn: day("2026-01-20") },
      { by: "clerk" },
    );
    expect(refusalOf(life.give("approveClosing", {}, { by: "county" }))).toEqual(open);
  });
});
