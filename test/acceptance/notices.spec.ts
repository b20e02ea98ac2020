import { addDays, type Day } from "@jiedui/domain";
import { randomUUID } from "node:crypto";
import { expectBooksToBalance } from "../support/books";
import { closingOf } from "../support/county";
import { eventually } from "../support/eventually";
import { caseSeen, kindsOf, villageOf } from "../support/household";
import type { Visitor } from "../support/http";
import {
  lifeOf,
  makeNotice,
  moved,
  openWholeLife,
  ordered,
  passTogetherUntil,
  passUntil,
  proposeLiftOut,
  visitNow,
  type LiftingPairing,
} from "../support/lift-out";
import { picture } from "../support/pictures";
import { refusal } from "../support/refused";
import { OTHER_TOWN, TOWN, TestWorld } from "../support/world";

const NEIGHBOUR_TOWN = "420626101000";

interface Notice {
  readonly state: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly asking: number;
  readonly households: {
    caseId: string;
    state: string;
    code: string | null;
    struckOffReason: string | null;
    objections: { answer: string | null }[];
  }[];
  readonly orders: { what: string; facts: Record<string, unknown> }[];
}

describe("a notice that lists several households", () => {
  let world: TestWorld;
  let all: LiftingPairing[];
  let township: Visitor;
  let noticeId: string;
  beforeAll(async () => {
    world = await TestWorld.open();
    all = [];
    while (all.length < 3) all.push(await openWholeLife(world));
    for (const each of all) {
      await proposeLiftOut(world, each);
      await passUntil(world, each, "village-notice");
    }
    township = first().township;
  }, 240_000);
  afterAll(() => world.close());

  it("is made from those who stand for it; whoever is on one cannot be on another", async () => {
    const standing = await township.get<{ items: { caseId: string }[] }>(
      `/api/notices/candidates?area=${TOWN}&purpose=village-notice`,
    );
    expect(standing.body.items.map(({ caseId }) => caseId).sort()).toEqual(ids());
    noticeId = await makeNotice(first(), ids());
    expect((await noticeSeenBy(township)).state).toBe("draft");
    const twice = await township.post("/api/notices", {
      areaCode: TOWN,
      purpose: "village-notice",
      caseIds: [first().caseId],
      objectTo: "村委会",
    });
    expect(twice).toMatchObject(refusal("NOT_TO_BE_LISTED", { caseIds: [first().caseId] }));
    expect(
      (
        await township.get<{ items: unknown[] }>(
          `/api/notices/candidates?area=${TOWN}&purpose=village-notice`,
        )
      ).body.items,
    ).toEqual([]);
  }, 60_000);

  it("has begun only when every case has accepted, or was struck off with the reason", async () => {
    const [, , gone] = all;
    if (gone === undefined) throw new Error("three are listed");
    const { seq } = await lifeOf(township, gone.caseId);
    await moved(township, gone.caseId, "send-back-lift-out", { basedOnSeq: seq, grounds: ["proof-missing"] });
    const begun = await ordered(township, `/api/notices/${noticeId}/begin`, {});
    expect(begun).toMatchObject({ state: "beginning", asking: 0 });
    expect(statesOf(await noticeSeenBy(township))).toEqual(["hanging", "hanging", "refused"]);
    await ordered(township, `/api/notices/${noticeId}/strike-off`, {
      caseId: gone.caseId,
      reason: "withdrawn",
    });
    const notice = await noticeSeenBy(township);
    expect(notice).toMatchObject({ state: "hanging", from: await world.today() });
    expect(notice.households[2]).toMatchObject({ state: "struck-off", struckOffReason: "withdrawn" });
    const hanging = await Promise.all(all.slice(0, 2).map(({ caseId }) => lifeOf(township, caseId)));
    for (const { life } of hanging)
      expect(life.liftOut?.notice).toMatchObject({ id: noticeId, isDocument: true, until: notice.until });
    expect(
      await township.post(`/api/notices/${noticeId}/strike-off`, {
        caseId: first().caseId,
        reason: "data-wrong",
      }),
    ).toMatchObject(refusal("NOTICE_IN_ANOTHER_STATE", { state: "hanging" }));
  }, 60_000);

  it("hears an objection to one of them alone; the others are concluded with the proof, that one is named", async () => {
    const [one, other] = all;
    if (one === undefined || other === undefined) throw new Error("two hang");
    const note = "他家在县城有房";
    await moved(township, one.caseId, "raise-objection", { happenedOn: await world.today(), note });
    const until = (await noticeSeenBy(township)).until as Day;
    expect(await township.post(`/api/notices/${noticeId}/conclude`, { note: "现场照片" })).toMatchObject(
      refusal("NOTICE_STILL_HANGS", { until }),
    );
    await world.advanceTo(addDays(until, 1));
    for (const each of [one, other]) await visitNow(world, each);
    expect(await township.post(`/api/notices/${noticeId}/conclude`, {})).toMatchObject(
      refusal("NOTICE_PROOF_MISSING", {}),
    );
    const brought = await township.sendFile(`/api/pairings/${one.caseId}/evidence`, picture(7));
    const proof = { note: "", evidenceIds: [brought.body["id"]] };
    await ordered(township, `/api/notices/${noticeId}/conclude`, proof);
    const notice = await noticeSeenBy(township);
    expect(notice.state).toBe("hanging");
    expect(notice.households.slice(0, 2)).toMatchObject([
      { state: "hanging", code: "OBJECTION_OPEN", objections: [{ answer: null }] },
      { state: "concluded", code: null, objections: [] },
    ]);
    expect((await lifeOf(township, other.caseId)).life.liftOut?.step).toBe("township-review");
    const concluded = await lastEvent(other, "NoticeConcluded");
    expect(concluded?.contents.map(({ purpose }) => purpose).sort()).toEqual(["evidence", "notice-proof"]);
    const { life } = await lifeOf(township, one.caseId);
    const objectionId = life.liftOut?.objections[0]?.id;
    await moved(township, one.caseId, "answer-objection", { objectionId, upheld: true, note: "属实" });
    await ordered(township, `/api/notices/${noticeId}/conclude`, { note: "现场照片" });
    const over = await noticeSeenBy(township);
    expect(over.state).toBe("concluded");
    expect(statesOf(over)).toEqual(["left", "concluded", "struck-off"]);
    expect(over.orders.map(({ what }) => what)).toEqual(["begin", "strike-off", "conclude", "conclude"]);
    await expectBooksToBalance(world, ids());
  }, 90_000);

  it("comes down for all, with the reason, and their days begin anew", async () => {
    const pair = [await openWholeLife(world), await openWholeLife(world)];
    for (const each of pair) {
      await proposeLiftOut(world, each);
      await passUntil(world, each, "village-notice");
    }
    const caseIds = pair.map(({ caseId }) => caseId);
    const [one] = pair;
    if (one === undefined) throw new Error("two were opened");
    noticeId = await makeNotice(one, caseIds);
    await ordered(township, `/api/notices/${noticeId}/begin`, {});
    await ordered(township, `/api/notices/${noticeId}/take-down`, { reason: "mistake-in-list" });
    const down = await noticeSeenBy(township);
    expect(down.state).toBe("taken-down");
    expect(statesOf(down)).toEqual(["taken-down", "taken-down"]);
    for (const { caseId } of pair)
      expect((await lifeOf(township, caseId)).life.liftOut).toMatchObject({
        step: "village-notice",
        notice: null,
      });
    expect(await township.post(`/api/notices/${noticeId}/begin`, {})).toMatchObject(
      refusal("NOTICE_IN_ANOTHER_STATE", { state: "taken-down" }),
    );
    await expectBooksToBalance(world, caseIds);
  }, 120_000);

  it("goes on with whatever an order has left unsaid, and asks nobody twice", async () => {
    const waiting = await openWholeLife(world);
    await proposeLiftOut(world, waiting);
    await passUntil(world, waiting, "village-notice");
    noticeId = await makeNotice(waiting);
    await world.stopWorker("SIGKILL");
    const key = randomUUID();
    const address = `/api/notices/${noticeId}/begin`;
    const unsaid = await township.post<{ asking: number }>(address, {}, key);
    expect([unsaid.status, unsaid.body.asking]).toEqual([202, 1]);
    expect(await township.post(`/api/notices/${noticeId}/take-down`, { reason: "damaged" })).toMatchObject(
      refusal("NOTICE_UNDER_WAY", {}),
    );
    await world.startWorker();
    const answered = await eventually("the case to answer", async () => {
      const answer = await township.post(address, {}, key);
      return answer.status === 200 ? answer.body : undefined;
    });
    expect(answered).toMatchObject({ state: "hanging", asking: 0 });
    expect((await township.post(address, {}, key)).body).toMatchObject({ state: "hanging" });
    const types = await world.eventTypes(waiting.caseId);
    expect(types.filter((type) => type === "NoticeHung")).toHaveLength(1);
  }, 120_000);

  it("is seen by nobody of another place, and names nobody in the engine or the log", async () => {
    const elsewhere = await world.as("township-office", OTHER_TOWN);
    expect((await elsewhere.get(`/api/notices/${noticeId}`)).status).toBe(404);
    expect((await elsewhere.get<{ items: unknown[] }>("/api/notices")).body.items).toEqual([]);
    const outsider = await elsewhere.post(`/api/notices/${noticeId}/take-down`, { reason: "damaged" });
    expect(outsider).toMatchObject({ status: 404 });
    const { body } = await township.get<{ items: { households: number }[] }>("/api/notices?state=hanging");
    expect(body.items).toMatchObject([{ id: noticeId, households: 1, openObjections: 0 }]);
    const log = JSON.stringify(await world.events(first().caseId));
    expect(log).not.toMatch(/[\u4e00-\u9fff]/);
  }, 60_000);

  it("is hung out by a household whose closing is asked for, and left by those that move away", async () => {
    const three = [await openWholeLife(world), await openWholeLife(world), await openWholeLife(world)];
    for (const each of three) await proposeLiftOut(world, each);
    await passTogetherUntil(world, three, "village-notice");
    const [asked, gone, other] = three;
    if (asked === undefined || gone === undefined || other === undefined)
      throw new Error("three were opened");
    noticeId = await makeNotice(
      asked,
      three.map(({ caseId }) => caseId),
    );
    await ordered(township, `/api/notices/${noticeId}/begin`, {});
    const happenedOn = await world.today();
    await moved(asked.cadre, asked.caseId, "request-closing", closingOf("moved-away", happenedOn));
    await moved(township, asked.caseId, "raise-objection", { happenedOn, note: "他家还在村里" });
    const objectionId = (await lifeOf(township, asked.caseId)).life.liftOut?.objections[0]?.id;
    await moved(township, asked.caseId, "answer-objection", { objectionId, upheld: false, note: "已核实" });

    const toAreaCode = await villageOf(await world.clerk(), NEIGHBOUR_TOWN);
    for (const { caseId } of [gone, other])
      await moved(township, caseId, "move-household", { toAreaCode, happenedOn, note: "易地搬迁" });
    const there = await world.as("township-office", NEIGHBOUR_TOWN);
    const { life } = await lifeOf(there, gone.caseId);
    expect(life.liftOut).toMatchObject({ step: "appraisal", notice: null });
    expect((await world.events(gone.caseId)).slice(-2)).toMatchObject([
      { type: "HouseholdMoved" },
      { type: "LiftOutSetBack", step: "appraisal", because: "household-moved" },
    ]);
    await passUntil(world, { ...gone, township: there }, "village-notice");
    const anew = { areaCode: NEIGHBOUR_TOWN, purpose: "village-notice", objectTo: "乡镇结对办" };
    expect((await there.post("/api/notices", { ...anew, caseIds: [gone.caseId] })).status).toBe(201);

    await world.advanceTo(addDays((await noticeSeenBy(township)).until as Day, 1));
    await ordered(township, `/api/notices/${noticeId}/conclude`, { note: "现场照片" });
    const over = await noticeSeenBy(township);
    const stateOf = ({ caseId }: LiftingPairing) => over.households.find((each) => each.caseId === caseId);
    expect(over.state).toBe("concluded");
    expect([asked, gone, other].map(stateOf)).toMatchObject([
      { state: "concluded", code: null },
      { state: "left" },
      { state: "left", code: "NOT_FOUND" },
    ]);
    const resting = await caseSeen(township, asked.caseId);
    expect(kindsOf(resting)).not.toContain("township-review");
    const rejection = { basedOnSeq: resting.seq, reason: "reason-not-met" };
    await moved(asked.county, asked.caseId, "reject-closing", rejection);
    expect((await lifeOf(township, asked.caseId)).stage).toBe("verifying");
    expect(kindsOf(await caseSeen(township, asked.caseId))).toContain("township-review");
    await expectBooksToBalance(
      world,
      three.map(({ caseId }) => caseId),
    );
  }, 180_000);

  function first(): LiftingPairing {
    const [one] = all;
    if (one === undefined) throw new Error("nobody is listed");
    return one;
  }
  function ids(): string[] {
    return all.map(({ caseId }) => caseId).sort();
  }
  async function noticeSeenBy(visitor: Visitor): Promise<Notice> {
    const { status, body } = await visitor.get<Notice>(`/api/notices/${noticeId}`);
    if (status !== 200) throw new Error(`the notice cannot be seen: ${JSON.stringify(body)}`);
    return { ...body, households: [...body.households].sort((one, other) => order(one) - order(other)) };
  }
  function order({ caseId }: { caseId: string }): number {
    return all.findIndex((each) => each.caseId === caseId);
  }
  async function lastEvent({ caseId }: LiftingPairing, type: string) {
    const { body } = await township.get<{ items: { type: string; contents: { purpose: string }[] }[] }>(
      `/api/pairings/${caseId}/timeline?limit=200`,
    );
    return body.items.find((each) => each.type === type);
  }
});

function statesOf({ households }: Notice): string[] {
  return households.map(({ state }) => state);
}
