import { addMonths, type Day } from "@jiedui/domain";
import { expectBooksToBalance } from "../support/books";
import { openPairing } from "../support/county";
import {
  completeRevisits,
  lifeOf,
  moved,
  openWholeLife,
  passUntil,
  proposeLiftOut,
  visitUntil,
  move,
} from "../support/lift-out";
import { refusal } from "../support/refused";
import { TestWorld } from "../support/world";

describe("three years to lift-out and two years of revisits", () => {
  let world: TestWorld;
  beforeAll(async () => (world = await TestWorld.open()), 60_000);
  afterAll(() => world.close());

  it("are one case from the signing to its end, each step by somebody else, with nothing overdue", async () => {
    const lifting = await openWholeLife(world);
    const { caseId, cadre, township, county, helper } = lifting;
    const signed = await world.today();
    await visitUntil(world, lifting, addMonths(signed, 34));
    expect((await lifeOf(cadre, caseId)).stage).toBe("helping");
    await proposeLiftOut(world, lifting);
    expect((await lifeOf(cadre, caseId)).stage).toBe("verifying");
    await passUntil(world, lifting, "approval");
    const seen = await lifeOf(cadre, caseId);
    expect(await move(cadre, caseId, "approve-lift-out", { basedOnSeq: seen.seq })).toMatchObject({
      status: 403,
    });
    expect(await move(township, caseId, "approve-lift-out", { basedOnSeq: seen.seq })).toMatchObject({
      status: 403,
    });
    await passUntil(world, lifting, "lifted-out");
    expect((await lifeOf(cadre, caseId)).stage).toBe("revisiting");
    await expectBooksToBalance(world, [caseId]);

    await moved(township, caseId, "offer-household", { offer: { reason: "none-left" } });
    const again = await openPairing(world, { helper });
    const { body } = await cadre.get<{ life: { lifted: { until: Day } } }>(`/api/pairings/${caseId}`);
    await visitUntil(world, lifting, body.life.lifted.until);
    const early = { basedOnSeq: (await lifeOf(county, caseId)).seq, note: "各期均已回访" };
    expect(await move(county, caseId, "complete-revisits", early)).toMatchObject(
      refusal("REVISITS_NOT_OVER", { until: body.life.lifted.until }),
    );
    await world.advanceDays(2);
    await completeRevisits(lifting);
    expect((await lifeOf(county, caseId)).stage).toBe("closed");

    const types = await world.eventTypes(caseId);
    expect(types).not.toContain("ObligationEscalated");
    expect(types).not.toContain("TermRenewed");
    expect(types.filter((type) => type === "VisitRecorded").length).toBeGreaterThan(36);
    await expectBooksToBalance(world, [caseId, again.caseId]);
  }, 240_000);

  it("wait with whoever owes a step: one that is not taken climbs its own ladder, visits or not", async () => {
    const lifting = await openWholeLife(world);
    await proposeLiftOut(world, lifting);
    await world.advanceDays(12);
    const { body } = await lifting.county.get<{
      obligations: { kind: string; rung: number; seat: string }[];
    }>(`/api/pairings/${lifting.caseId}`);
    expect(body.obligations.find(({ kind }) => kind === "appraisal")).toMatchObject({
      rung: 1,
      seat: "county-office:420626",
    });
    await expectBooksToBalance(world, [lifting.caseId]);
  }, 60_000);
});
