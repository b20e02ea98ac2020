import { addMonths } from "@jiedui/domain";
import { expectBooksToBalance } from "../support/books";
import {
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

describe("a household that falls back", () => {
  let world: TestWorld;
  beforeAll(async () => (world = await TestWorld.open()), 60_000);
  afterAll(() => world.close());

  it("is helped again in the same case, for a new term, when its income lies below the line of relapse", async () => {
    const lifting = await openWholeLife(world);
    const { caseId, cadre, township, county } = lifting;
    await proposeLiftOut(world, lifting);
    await passUntil(world, lifting, "lifted-out");
    await moved(township, caseId, "offer-household", { offer: { reason: "helper-declines" } });
    const lifted = await world.today();
    await visitUntil(world, lifting, addMonths(lifted, 13));
    const incomeYear = lastIncomeYear(await world.today());
    const because = { ground: "income-below-line", incomeYear };
    expect(await move(cadre, caseId, "report-relapse", { because })).toMatchObject(
      refusal("INCOME_NOT_RECORDED", { incomeYear }),
    );
    await recordIncome(cadre, caseId, incomeYear);
    expect(await move(cadre, caseId, "report-relapse", { because })).toMatchObject(
      refusal("INCOME_NOT_BELOW_LINE", { incomeYear, perHeadFen: 600_000, lineFen: 600_000 }),
    );
    await recordIncome(cadre, caseId, incomeYear, 4);
    await moved(cadre, caseId, "report-relapse", { because, note: "猪瘟" });
    const { seq } = await lifeOf(county, caseId);
    await moved(county, caseId, "confirm-relapse", { basedOnSeq: seq });
    const today = await world.today();
    expect((await county.get(`/api/pairings/${caseId}`)).body).toMatchObject({
      stage: "helping",
      termEndsOn: addMonths(today, 36),
      life: { lifted: null, incomes: [{}, { perHeadFen: 599_999 }] },
    });
    const types = await world.eventTypes(caseId);
    expect(types).toContain("LiftedOut");
    await visitUntil(world, lifting, addMonths(today, 2));
    expect(await world.eventTypes(caseId)).not.toContain("ObligationEscalated");
    await expectBooksToBalance(world, [caseId]);
  }, 180_000);
});
