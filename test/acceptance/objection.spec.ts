import { addDays } from "@jiedui/domain";
import { expectBooksToBalance } from "../support/books";
import type { Visitor } from "../support/http";
import {
  hangNotice,
  lifeOf,
  move,
  moved,
  openWholeLife,
  ordered,
  passUntil,
  proposeLiftOut,
} from "../support/lift-out";
import { refusal } from "../support/refused";
import { TestWorld } from "../support/world";

describe("an objection to a notice", () => {
  let world: TestWorld;
  beforeAll(async () => (world = await TestWorld.open()), 60_000);
  afterAll(() => world.close());

  it("that is upheld sends the household back to help, with the ground; a second lift-out begins from the start", async () => {
    const lifting = await openWholeLife(world);
    const { caseId, township, county } = lifting;
    await proposeLiftOut(world, lifting);
    await passUntil(world, lifting, "village-notice");
    const notice = await hangNotice(lifting);
    await world.advanceDays(2);
    const happenedOn = await world.today();
    await moved(county, caseId, "raise-objection", { happenedOn, note: "他家在县城有房" });
    await moved(county, caseId, "raise-objection", { happenedOn, note: "收入算多了" });
    await world.advanceTo(addDays(notice.until, 1));
    await ordered(township, `/api/notices/${notice.id}/conclude`, { note: "照片为证" });
    expect(await householdOn(township, notice.id)).toMatchObject({
      state: "hanging",
      code: "OBJECTION_OPEN",
    });
    const { life } = await lifeOf(township, caseId);
    const [first, second] = life.liftOut?.objections ?? [];
    await moved(township, caseId, "answer-objection", {
      objectionId: first?.id,
      upheld: false,
      note: "查实是其弟的房",
    });
    await moved(township, caseId, "answer-objection", {
      objectionId: second?.id,
      upheld: true,
      note: "补贴重复计算",
    });
    expect(await lifeOf(county, caseId)).toMatchObject({ stage: "helping", life: { liftOut: null } });
    const events = await world.events(caseId);
    expect(events.at(-1)).toMatchObject({
      type: "LiftOutSentBack",
      step: "village-notice",
      grounds: ["objection-upheld"],
    });
    await proposeLiftOut(world, lifting);
    expect((await lifeOf(county, caseId)).life.liftOut?.step).toBe("appraisal");
    await expectBooksToBalance(world, [caseId]);
  }, 120_000);

  it("is heard only while the notice hangs, and a notice that came down early hangs all its days anew", async () => {
    const lifting = await openWholeLife(world);
    const { caseId, township } = lifting;
    await proposeLiftOut(world, lifting);
    await passUntil(world, lifting, "village-notice");
    const happenedOn = await world.today();
    const objection = { happenedOn, note: "不同意" };
    expect(await move(township, caseId, "raise-objection", objection)).toMatchObject(
      refusal("NO_NOTICE_HANGS", {}),
    );
    const notice = await hangNotice(lifting);
    await ordered(township, `/api/notices/${notice.id}/take-down`, { reason: "mistake-in-list" });
    expect(await householdOn(township, notice.id)).toMatchObject({ state: "taken-down" });
    await world.advanceDays(3);
    const again = await hangNotice(lifting);
    expect(again.until).toBe(addDays(notice.until, 3));
    await world.advanceTo(addDays(notice.until, 1));
    const tooEarly = await township.post(`/api/notices/${again.id}/conclude`, { note: "照片为证" });
    expect(tooEarly).toMatchObject(refusal("NOTICE_STILL_HANGS", { until: again.until }));
  }, 120_000);

  async function householdOn(visitor: Visitor, noticeId: string) {
    const { body } = await visitor.get<{ households: Record<string, unknown>[] }>(`/api/notices/${noticeId}`);
    return body.households[0];
  }
});
