import { LIFT_OUT_CRITERIA, addDays, countWorkingDays, lastDayOf, monthOf, type Day } from "@jiedui/domain";
import { publishedCalendar } from "@jiedui/policies";
import { expectBooksToBalance } from "../support/books";
import { openPairing, recordVisit } from "../support/county";
import { askToVoid, correct, seqOf } from "../support/correction";
import {
  lastIncomeYear,
  lifeOf,
  move,
  moved,
  openWholeLife,
  passUntil,
  proposeLiftOut,
  recordIncome,
  visitNow,
} from "../support/lift-out";
import { refusal } from "../support/refused";
import { TOWN, TestWorld } from "../support/world";

describe("a wrong entry", () => {
  let world: TestWorld;
  beforeAll(async () => (world = await TestWorld.open()), 60_000);
  afterAll(() => world.close());

  const WITHIN_WORKING_DAYS = 5;

  it("that had kept an escalation away is taken out by two people: it fires from that day on, with the original day, and says why", async () => {
    const { caseId, county, township, cadre } = await openWholeLife(world);
    const due = lastDayOf(monthOf(await firstDueOn(caseId)));
    await world.advanceTo(due);
    expect(await recordVisit(cadre, caseId, due)).toBe(200);
    await world.advanceTo(
      addDays(countWorkingDays(publishedCalendar(), due, WITHIN_WORKING_DAYS).lastDay, 5),
    );
    expect(await world.eventTypes(caseId)).not.toContain("ObligationEscalated");

    const before = await lifeOf(county, caseId);
    const visitSeq = await seqOf(world, caseId, "VisitRecorded");
    const visitId = (await world.events(caseId)).find(({ seq }) => seq === visitSeq)?.["visitId"];
    expect(
      await move(county, caseId, "void-visit", {
        basedOnSeq: before.seq,
        visitId,
        reason: "wrong-household",
      }),
    ).toMatchObject(refusal("VOID_NEEDS_FOUR_EYES", {}));

    const requestedSeq = await askToVoid(world, caseId, "VisitRecorded", "wrong-household");
    const asked = await lifeOf(township, caseId);
    const deciding = { basedOnSeq: asked.seq, requestedSeq };
    expect(asked).toMatchObject({
      life: { corrections: [{ requestedSeq, entrySeq: visitSeq, entryType: "VisitRecorded" }] },
      obligations: expect.arrayContaining([
        expect.objectContaining({ kind: "correction-decision", armedBySeq: requestedSeq }),
      ]) as unknown,
    });
    expect(await move(township, caseId, "approve-void", deciding)).toMatchObject(
      refusal("VOID_NEEDS_ANOTHER_PERSON", { requestedSeq }),
    );
    expect(await world.eventTypes(caseId)).not.toContain("ObligationEscalated");
    await moved(county, caseId, "approve-void", deciding);

    const events = await world.events(caseId);
    expect(events.slice(-3).map(({ type }) => type)).toEqual([
      "EntryVoided",
      "VisitVoided",
      "ObligationEscalated",
    ]);
    const [voided, visitVoided, escalated] = events.slice(-3);
    expect(voided).toMatchObject({ entry: { seq: visitSeq, type: "VisitRecorded" }, requestedSeq });
    expect(escalated).toMatchObject({
      rung: 1,
      happenedOn: await world.today(),
      because: { dueOn: due, lateMs: 0 },
      uncoveredBySeq: visitVoided?.seq,
    });
    const why = await county.get<{ why: { ledHere: { seq: number }[] } }>(
      `/api/pairings/${caseId}/events/${String(escalated?.seq)}`,
    );
    expect(why.body.why.ledHere.map(({ seq }) => seq)).toContain(visitVoided?.seq);
    await expectBooksToBalance(world, [caseId]);
  });

  it("that somebody entered this very day is taken back by the same person alone; by nobody else, and on no other day", async () => {
    const lifting = await openWholeLife(world);
    const { caseId, cadre, township } = lifting;
    await visitNow(world, lifting);
    const { seq } = await lifeOf(cadre, caseId);
    await moved(cadre, caseId, "request-void", { basedOnSeq: seq, entrySeq: seq, reason: "wrong-day" });
    expect((await world.eventTypes(caseId)).slice(-3)).toEqual([
      "VisitRecorded",
      "EntryVoided",
      "VisitVoided",
    ]);

    await visitNow(world, lifting);
    const entrySeq = await seqOf(world, caseId, "VisitRecorded");
    await world.advanceDays(1);
    const again = { basedOnSeq: (await lifeOf(cadre, caseId)).seq, entrySeq, reason: "wrong-day" };
    await moved(cadre, caseId, "request-void", again);
    expect((await world.eventTypes(caseId)).at(-1)).toBe("VoidRequested");
    const requestedSeq = await seqOf(world, caseId, "VoidRequested");
    expect(
      await move(township, caseId, "request-void", { ...again, basedOnSeq: requestedSeq }),
    ).toMatchObject(refusal("VOID_REQUESTED_ALREADY", { requestedSeq }));
    await moved(township, caseId, "decline-void", {
      basedOnSeq: requestedSeq,
      requestedSeq,
      reason: "entry-is-right",
      note: "村里证实去过",
    });
    expect((await lifeOf(cadre, caseId)).life).toMatchObject({ corrections: [] });
    await expectBooksToBalance(world, [caseId]);
  });

  it("of which nobody decides in time climbs its ladder", async () => {
    const lifting = await openWholeLife(world);
    const { caseId } = lifting;
    await visitNow(world, lifting);
    const requestedSeq = await askToVoid(world, caseId, "VisitRecorded", "wrong-content");
    const today = await world.today();
    const last = countWorkingDays(publishedCalendar(), today, WITHIN_WORKING_DAYS).lastDay;
    await world.advanceTo(addDays(last, 1));
    expect(
      (await world.log(caseId)).filter(
        (event) =>
          event.type === "ObligationEscalated" && event.obligationKey === `correction:${requestedSeq}`,
      ),
    ).toMatchObject([{ rung: 1, because: { rule: "correction-decided-in-time" } }]);
    await expectBooksToBalance(world, [caseId]);
  });

  it("an income under a lift-out: the case goes back to help and says so; an appraisal takes it back to that step only", async () => {
    const lifting = await openWholeLife(world);
    const { caseId, county } = lifting;
    await proposeLiftOut(world, lifting);
    await passUntil(world, lifting, "village-notice");
    await correct(world, caseId, "AppraisalRecorded", "wrong-content");
    expect((await world.events(caseId)).at(-1)).toMatchObject({
      type: "LiftOutSetBack",
      from: "village-notice",
      step: "appraisal",
      cause: { kind: "follows" },
    });
    expect(await lifeOf(county, caseId)).toMatchObject({
      stage: "verifying",
      life: { liftOut: { step: "appraisal" } },
    });
    await passUntil(world, lifting, "acknowledgement");
    await correct(world, caseId, "IncomeRecorded", "wrong-content");
    expect((await world.events(caseId)).at(-1)).toMatchObject({
      type: "LiftOutSentBack",
      grounds: ["income-corrected"],
      cause: { kind: "follows" },
    });
    expect(await lifeOf(county, caseId)).toMatchObject({ stage: "helping", life: { liftOut: null } });
    await expectBooksToBalance(world, [caseId]);
  });

  it("an income reckoned anew under a lift-out carries it while it is over the line, and no further", async () => {
    const lifting = await openWholeLife(world);
    const { caseId, cadre, county } = lifting;
    await proposeLiftOut(world, lifting);
    await passUntil(world, lifting, "approval");
    const seen = await lifeOf(county, caseId);
    const incomeYear = lastIncomeYear(await world.today());
    await recordIncome(cadre, caseId, incomeYear, 400_000);
    expect(await move(county, caseId, "approve-lift-out", { basedOnSeq: seen.seq })).toMatchObject(
      refusal("CHANGED_SINCE", { changes: [{ type: "IncomeRecorded" }] }),
    );
    expect((await lifeOf(county, caseId)).stage).toBe("verifying");
    await recordIncome(cadre, caseId, incomeYear, 1_600_000);
    const [reckoned, sentBack] = (await world.events(caseId)).slice(-2);
    expect(sentBack).toMatchObject({
      type: "LiftOutSentBack",
      step: "approval",
      grounds: ["income-not-stable"],
      cause: { kind: "follows", seq: reckoned?.seq },
    });
    expect(await lifeOf(county, caseId)).toMatchObject({ stage: "helping", life: { liftOut: null } });
    await expectBooksToBalance(world, [caseId]);
  });

  it("on which an announced lift-out rests stays, and the refusal names what rests on it", async () => {
    const lifting = await openWholeLife(world);
    const { caseId, township, county } = lifting;
    await proposeLiftOut(world, lifting);
    await passUntil(world, lifting, "approval");
    const requestedSeq = await askToVoid(world, caseId, "HouseholdAcknowledged", "entered-twice");
    const { seq } = await lifeOf(county, caseId);
    expect(await move(county, caseId, "approve-lift-out", { basedOnSeq: seq })).toMatchObject(
      refusal("CORRECTION_OPEN", { requestedSeqs: [requestedSeq] }),
    );
    await moved(county, caseId, "decline-void", { basedOnSeq: seq, requestedSeq, reason: "entry-is-right" });
    await passUntil(world, lifting, "lifted-out");
    const entrySeq = await seqOf(world, caseId, "IncomeRecorded");
    const bySeq = await seqOf(world, caseId, "LiftedOut");
    const wrong = { basedOnSeq: (await lifeOf(township, caseId)).seq, entrySeq, reason: "wrong-content" };
    expect(await move(township, caseId, "request-void", wrong)).toMatchObject(
      refusal("ENTRY_RESTED_ON", { entrySeq, entryType: "IncomeRecorded", bySeq, byType: "LiftedOut" }),
    );
    expect(await move(township, caseId, "request-void", { ...wrong, entrySeq: 1 })).toMatchObject(
      refusal("ENTRY_NOT_VOIDABLE", { entrySeq: 1, entryType: "PairingOpened" }),
    );
    expect((await move(township, caseId, "request-void", { ...wrong, entrySeq: 900 })).status).toBe(404);
    await expectBooksToBalance(world, [caseId]);
  }, 120_000);

  it("is no income yet where the year was not over: a lift-out asks for a reckoning made after its end", async () => {
    const lifting = await openWholeLife(world);
    const { caseId, cadre } = lifting;
    const recordedOn = await world.today();
    const incomeYear = lastIncomeYear(recordedOn) + 1;
    await recordIncome(cadre, caseId, incomeYear);
    await world.advanceTo(`${incomeYear}-10-02` as Day);
    const criteria = LIFT_OUT_CRITERIA.map((criterion) => ({ criterion, met: true, proof: "入户看过" }));
    expect(await move(cadre, caseId, "propose-lift-out", { criteria })).toMatchObject(
      refusal("INCOME_IS_FORECAST", { incomeYear, recordedOn }),
    );
    await proposeLiftOut(world, lifting);
    expect((await lifeOf(cadre, caseId)).stage).toBe("verifying");
    await expectBooksToBalance(world, [caseId]);
  }, 120_000);

  it("is struck out where an auditor asks why the household was lifted out, with what took it back", async () => {
    const lifting = await openWholeLife(world);
    const { caseId } = lifting;
    await proposeLiftOut(world, lifting);
    await passUntil(world, lifting, "acknowledgement");
    const [appraisal, check] = (await world.log(caseId)).slice(-2).map(({ seq }) => seq);
    await correct(world, caseId, "AppraisalRecorded", "wrong-content");
    const [voided, back] = (await world.log(caseId)).slice(-2).map(({ seq }) => seq);
    await passUntil(world, lifting, "lifted-out");
    const auditor = await world.as("auditor");
    const { body } = await auditor.get<{ events: { seq: number; type: string; fellBySeq: number | null }[] }>(
      `/api/pairings/${caseId}/lifted-out`,
    );
    expect(body.events.filter(({ fellBySeq }) => fellBySeq !== null)).toMatchObject([
      { type: "AppraisalRecorded", seq: appraisal, fellBySeq: voided },
      { type: "OnSiteCheckRecorded", seq: check, fellBySeq: back },
    ]);
    expect(body.events.map(({ seq }) => seq)).toEqual(expect.arrayContaining([voided, back]));
    await expectBooksToBalance(world, [caseId]);
  }, 120_000);

  it("of a case under a policy that says nothing of corrections is still voided by one person, as when that policy was put in force", async () => {
    const { caseId } = await openPairing(world);
    const clerk = await world.clerk();
    const township = await world.as("township-office", TOWN);
    expect(await recordVisit(clerk, caseId, await world.today())).toBe(200);
    const [, visit] = await world.events(caseId);
    const voiding = { basedOnSeq: 2, visitId: visit?.["visitId"], reason: "wrong-day" };
    expect((await township.post(`/api/pairings/${caseId}/void-visit`, voiding)).status).toBe(200);
    await expectBooksToBalance(world, [caseId]);
  });

  async function firstDueOn(caseId: string): Promise<Day> {
    const { body } = await (
      await world.clerk()
    ).get<{ obligations: { kind: string; dueOn: Day }[] }>(`/api/pairings/${caseId}`);
    const visit = body.obligations.find(({ kind }) => kind === "visit");
    if (visit === undefined) throw new Error("no visit is owed");
    return visit.dueOn;
  }
});
