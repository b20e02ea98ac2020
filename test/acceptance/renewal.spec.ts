import { addMonths } from "@jiedui/domain";
import { expectBooksToBalance } from "../support/books";
import { moved, openWholeLife, visitUntil } from "../support/lift-out";
import { TestWorld } from "../support/world";

describe("a term that ends without lift-out", () => {
  let world: TestWorld;
  beforeAll(async () => (world = await TestWorld.open()), 60_000);
  afterAll(() => world.close());

  it("goes on by itself, and the county office reviews why; nobody is released silently", async () => {
    const lifting = await openWholeLife(world);
    const { caseId, county } = lifting;
    const signed = await world.today();
    await visitUntil(world, lifting, addMonths(signed, 36));
    await world.advanceDays(2);
    const { body } = await county.get(`/api/pairings/${caseId}`);
    expect(body).toMatchObject({
      stage: "helping",
      termEndsOn: addMonths(signed, 72),
      life: { termToReview: true },
    });
    const inbox = await county.get<{ items: { caseId: string; kind: string }[] }>("/api/inbox");
    expect(inbox.body.items).toContainEqual(expect.objectContaining({ caseId, kind: "term-review" }));
    const renewed = (await world.events(caseId)).find(({ type }) => type === "TermRenewed");
    const why = await county.get(`/api/pairings/${caseId}/events/${renewed?.seq}`);
    expect(why.body).toMatchObject({
      why: { rule: "term-renewed-until-lifted-out", dueOn: addMonths(signed, 36), ruleData: { months: 36 } },
    });
    await moved(county, caseId, "review-term", { outcome: "plan-to-change", note: "换产业" });
    await expectBooksToBalance(world, [caseId]);
  }, 180_000);
});
