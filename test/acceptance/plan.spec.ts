import { addDays, addMonths, countWorkingDays, type Day } from "@jiedui/domain";
import { publishedCalendar } from "@jiedui/policies";
import { expectBooksToBalance } from "../support/books";
import { newHelper, openPairing } from "../support/county";
import type { Visitor } from "../support/http";
import { planFor, reviewPlan, submitPlan } from "../support/plan";
import { refusal } from "../support/refused";
import { TOWN, TestWorld } from "../support/world";

interface Planned {
  stage: string;
  obligations: { kind: string; dueOn: Day; rung: number; seat: string }[];
  plan: {
    owed: { call: string } | null;
    inForce: { seq: number; renewOn: Day } | null;
    submittedSeq: number | null;
    history: { seq: number; review: { approved: boolean; grounds: string[] } | null }[];
  } | null;
  moves: { move: string; allowed: boolean; code: string | null }[];
}

/** As the made-up programme asks: thirty days after the signing, and three working days of grace. */
const DUE_DAYS = 30;
const GRACE_WORKING_DAYS = 3;

describe("a household's plan", () => {
  let world: TestWorld;
  let clerk: Visitor;
  let township: Visitor;
  beforeAll(async () => {
    world = await TestWorld.open();
    clerk = await world.clerk();
    township = await world.as("township-office", TOWN);
  }, 60_000);
  afterAll(() => world.close());

  it("is sent back twice with grounds, then approved; help begins, and the page tells of each review", async () => {
    const { caseId, cadre } = await opened();
    expect(await planned(caseId)).toMatchObject({ stage: "planning", plan: { owed: { call: "signed" } } });
    const relief = planFor(await world.today(), { lines: [{ ...GRAIN, until: await world.today() }] });
    expect(await cadre.post(`/api/pairings/${caseId}/submit-plan`, relief)).toMatchObject(
      refusal("RELIEF_ALONE_IS_NO_PLAN", { producing: 0, needed: 1 }),
    );
    const texts = { ...(planFor(await world.today())["texts"] as object), training: " " };
    expect(await submitPlan(world, cadre, caseId, { texts })).toMatchObject(
      refusal("PLAN_PARTS_MISSING", { parts: ["training"] }),
    );
    for (const grounds of [["detached", "inflated"], ["box-ticking"]]) {
      expect((await submitPlan(world, cadre, caseId)).status).toBe(200);
      expect(await submitPlan(world, cadre, caseId)).toMatchObject(refusal("PLAN_UNDER_REVIEW", {}));
      expect(await reviewPlan(cadre, caseId, "approve-plan")).toMatchObject({ status: 403 });
      const sentBack = await reviewPlan(township, caseId, "send-back-plan", { grounds, note: "请入户重议" });
      expect(sentBack.status).toBe(200);
      expect(await planned(caseId)).toMatchObject({
        stage: "planning",
        plan: { owed: { call: "sent-back" } },
      });
      await world.advanceDays(2);
    }
    expect((await submitPlan(world, cadre, caseId)).status).toBe(200);
    expect((await reviewPlan(township, caseId, "approve-plan")).status).toBe(200);
    const { stage, plan } = await planned(caseId);
    expect(stage).toBe("helping");
    expect(plan?.history.map(({ review }) => [review?.approved, review?.grounds])).toEqual([
      [true, []],
      [false, ["box-ticking"]],
      [false, ["detached", "inflated"]],
    ]);
    expect(JSON.stringify(await world.log(caseId))).not.toContain("仔猪");
    await expectBooksToBalance(world, [caseId]);
  }, 60_000);

  it("is reviewed by somebody else than its submitter, on what the reviewer has seen", async () => {
    const { caseId } = await opened();
    expect((await submitPlan(world, township, caseId)).status).toBe(200);
    expect(await reviewPlan(township, caseId, "approve-plan")).toMatchObject(
      refusal("PLAN_NEEDS_ANOTHER_PERSON", { submittedSeq: 2 }),
    );
    expect(await clerk.post(`/api/pairings/${caseId}/approve-plan`, { basedOnSeq: 1 })).toMatchObject(
      refusal("CHANGED_SINCE", { basedOnSeq: 1 }),
    );
    expect((await reviewPlan(clerk, caseId, "approve-plan")).status).toBe(200);
  });

  it("that nobody makes climbs its ladder from the helper's unit up, and says why", async () => {
    const { caseId, cadre } = await opened();
    const due = addDays(await world.today(), DUE_DAYS);
    expect(await owedPlan(caseId)).toMatchObject({ dueOn: due, rung: 0 });
    await world.advanceTo(addDays(countWorkingDays(publishedCalendar(), due, GRACE_WORKING_DAYS).lastDay, 1));
    expect(await owedPlan(caseId)).toMatchObject({ rung: 1 });
    const escalated = (await world.log(caseId)).find(
      (event) => event.type === "ObligationEscalated" && event.obligationKey.startsWith("plan:"),
    );
    expect(escalated).toMatchObject({ rung: 1, because: { rule: "plan-submitted-in-time", dueOn: due } });
    const why = await clerk.get(`/api/pairings/${caseId}/events/${escalated?.seq ?? 0}`);
    expect(why.body).toMatchObject({ why: { dueOn: due, ruleData: { dueWithinDays: DUE_DAYS } } });
    await expectBooksToBalance(world, [caseId]);
    expect((await submitPlan(world, cadre, caseId)).status).toBe(200);
    expect(await owedPlan(caseId)).toBeUndefined();
    await expectBooksToBalance(world, [caseId]);
  }, 60_000);

  it("is renewed a year later: the old one goes on until the new one is approved", async () => {
    const { caseId, cadre } = await opened();
    await submitPlan(world, cadre, caseId);
    await reviewPlan(township, caseId, "approve-plan");
    const approved = await world.today();
    const first = (await planned(caseId)).plan?.inForce;
    expect(first).toMatchObject({ renewOn: addMonths(approved, 12) });
    await world.advanceTo(addDays(addMonths(approved, 12), 1));
    expect(await planned(caseId)).toMatchObject({
      stage: "helping",
      plan: { owed: { call: "year-over" }, inForce: { seq: first?.seq } },
    });
    const ended = (await world.log(caseId)).find(({ type }) => type === "PlanYearEnded");
    const why = await clerk.get(`/api/pairings/${caseId}/events/${ended?.seq ?? 0}`);
    expect(why.body).toMatchObject({
      why: {
        rule: "plan-renewed-each-year",
        dueOn: addMonths(approved, 12),
        ruleData: { renewAfterMonths: 12 },
      },
    });
    await submitPlan(world, cadre, caseId);
    await reviewPlan(township, caseId, "approve-plan");
    const second = (await planned(caseId)).plan;
    expect(second).toMatchObject({
      owed: null,
      history: [{ review: { approved: true } }, { seq: first?.seq }],
    });
    expect(second?.inForce?.seq).toBeGreaterThan(first?.seq ?? 0);
    await expectBooksToBalance(world, [caseId]);
  }, 120_000);

  it("is not asked for where the programme has none: help begins at once, and the page offers none", async () => {
    const { caseId, helper } = await openPairing(world);
    const cadre = await world.as("helper", null, helper.id);
    const { stage, plan, moves } = await planned(caseId);
    expect([stage, plan]).toEqual(["helping", null]);
    expect(moves.find(({ move }) => move === "submitPlan")?.code).toBe("PLAN_NOT_IN_PROGRAMME");
    expect(await submitPlan(world, cadre, caseId)).toMatchObject(refusal("PLAN_NOT_IN_PROGRAMME", {}));
  });

  async function opened(): Promise<{ caseId: string; cadre: Visitor }> {
    const helper = await newHelper(clerk);
    const { caseId } = await openPairing(world, { programmeId: "whole-life", helper });
    return { caseId, cadre: await world.as("helper", null, helper.id) };
  }

  async function planned(caseId: string): Promise<Planned> {
    return (await clerk.get<Planned & Record<string, unknown>>(`/api/pairings/${caseId}`)).body;
  }

  async function owedPlan(caseId: string) {
    return (await planned(caseId)).obligations.find(({ kind }) => kind === "plan");
  }
});

const GRAIN = { kind: "grain", amount: 200, what: "口粮" };
