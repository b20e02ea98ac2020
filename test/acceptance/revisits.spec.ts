import { addDays, addMonths, addToMonth, countWorkingDays, monthOf, type Day } from "@jiedui/domain";
import { publishedCalendar } from "@jiedui/policies";
import { expectBooksToBalance } from "../support/books";
import {
  completeRevisits,
  lastIncomeYear,
  lifeOf,
  move,
  moved,
  openWholeLife,
  passUntil,
  proposeLiftOut,
  recordIncome,
  visitUntil,
} from "../support/lift-out";
import { refusal } from "../support/refused";
import { TestWorld } from "../support/world";

const QUARTER = 3;
const WITHIN_WORKING_DAYS = 10;

describe("the revisits of a lifted household", () => {
  let world: TestWorld;
  beforeAll(async () => (world = await TestWorld.open()), 60_000);
  afterAll(() => world.close());

  it("are completed when it is known of each whether it was made: a gap is not made good by what came later, and two people look", async () => {
    const lifting = await openWholeLife(world);
    const { caseId, township, county } = lifting;
    await proposeLiftOut(world, lifting);
    await passUntil(world, lifting, "lifted-out");
    await moved(township, caseId, "offer-household", { offer: { reason: "helper-declines" } });
    const lifted = await world.today();
    await visitUntil(world, lifting, addMonths(lifted, QUARTER + 1));
    await world.advanceTo(addMonths(lifted, 4 * QUARTER - 1));
    const { until } = await liftedOf(caseId);
    await visitUntil(world, lifting, addDays(until, 2));

    const months = [2, 3].map((quarters) => addToMonth(monthOf(lifted), quarters * QUARTER));
    expect(await liftedOf(caseId)).toEqual({ on: lifted, until, ended: true, missed: months });
    const asked = { basedOnSeq: (await lifeOf(township, caseId)).seq, note: "回访台账逐次核对" };
    expect(await move(township, caseId, "complete-revisits", asked)).toMatchObject(
      refusal("REVISIT_OWED", { months }),
    );
    expect((await move(township, caseId, "complete-revisits", { ...asked, note: "" })).status).toBe(400);
    const gaps = months.map((month) => ({ month, reason: "household-away" }));
    const other = { ...asked, gaps: gaps.slice(1) };
    expect(await move(township, caseId, "complete-revisits", other)).toMatchObject(
      refusal("REVISIT_OWED", { months: months.slice(0, 1) }),
    );
    await moved(township, caseId, "complete-revisits", { ...asked, gaps });
    const basedOnSeq = (await lifeOf(county, caseId)).seq;
    expect(await move(township, caseId, "approve-closing", { basedOnSeq })).toMatchObject(
      refusal("CLOSING_NEEDS_ANOTHER_PERSON", {}),
    );
    await moved(county, caseId, "reject-closing", { basedOnSeq, reason: "evidence-missing" });
    await completeRevisits(lifting, gaps);
    const [requested, closed] = (await world.events(caseId)).slice(-2);
    expect(requested).toMatchObject({ type: "ClosingRequested", reason: "revisits-completed", gaps });
    expect(closed).toMatchObject({ type: "PairingClosed", reason: "revisits-completed" });
    expect((await lifeOf(county, caseId)).stage).toBe("closed");
    await expectBooksToBalance(world, [caseId]);
  }, 240_000);

  it("leave no low income unanswered: once it is recorded, somebody has to report the relapse, in time", async () => {
    const lifting = await openWholeLife(world);
    const { caseId, cadre, county } = lifting;
    await proposeLiftOut(world, lifting);
    await passUntil(world, lifting, "lifted-out");
    const recordedOn = await world.today();
    const incomeYear = lastIncomeYear(recordedOn);
    await recordIncome(cadre, caseId, incomeYear, 4);
    const reckoned = (await lifeOf(county, caseId)).seq;
    const key = `relapse-report:${reckoned}`;
    expect(await owedIn(caseId)).toContainEqual(
      expect.objectContaining({ key, kind: "relapse-report", seat: "county-office:420626", rung: 0 }),
    );
    const last = countWorkingDays(publishedCalendar(), recordedOn, WITHIN_WORKING_DAYS).lastDay;
    await world.advanceTo(addDays(last, 1));
    expect(
      (await world.log(caseId)).filter(
        (event) => event.type === "ObligationEscalated" && event.obligationKey === key,
      ),
    ).toMatchObject([{ because: { rule: "relapse-reported-in-time", dueOn: last } }]);
    await moved(cadre, caseId, "report-relapse", { because: { ground: "income-below-line", incomeYear } });
    expect((await owedIn(caseId)).map(({ kind }) => kind)).toContain("relapse-decision");
    const { seq } = await lifeOf(county, caseId);
    await moved(county, caseId, "dismiss-relapse", { basedOnSeq: seq, reason: "help-arrived" });
    expect((await owedIn(caseId)).filter(({ kind }) => kind.startsWith("relapse"))).toEqual([]);
    await expectBooksToBalance(world, [caseId]);
  }, 120_000);

  async function owedIn(caseId: string) {
    const { body } = await (
      await world.clerk()
    ).get<{ obligations: { key: string; kind: string; seat: string; rung: number }[] }>(
      `/api/pairings/${caseId}`,
    );
    return body.obligations;
  }

  async function liftedOf(caseId: string) {
    const { body } = await (
      await world.clerk()
    ).get<{ life: { lifted: { on: Day; until: Day; ended: boolean; missed: string[] } } }>(
      `/api/pairings/${caseId}`,
    );
    return body.life.lifted;
  }
});
