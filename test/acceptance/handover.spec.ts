import { addDays, countWorkingDays, type Day } from "@jiedui/domain";
import { publishedCalendar } from "@jiedui/policies";
import { expectBooksToBalance } from "../support/books";
import { eventually } from "../support/eventually";
import { newHelper, newUnit, openPairing, recordVisit } from "../support/county";
import type { Answer, Visitor } from "../support/http";
import { notFound, refusal } from "../support/refused";
import { OTHER_COUNTY, TOWN, TestWorld } from "../support/world";

type Seen = {
  seq: number;
  leadHelper: { id: string };
  helperUnit: { id: string };
  successor: { id: string } | null;
  obligations: { key: string; kind: string; seat: string; rung: number; dueOn: Day; nextAt: string }[];
  moves: { move: string; allowed: boolean; code: string | null }[];
};

describe("a handover", () => {
  let world: TestWorld;
  let clerk: Visitor;
  beforeAll(async () => {
    world = await TestWorld.open();
    clerk = await world.clerk();
  }, 60_000);
  afterAll(() => world.close());

  it("in the middle of an escalation moves the case with its deadlines: the former helper's unit answers until it is accepted, the successor's from then on", async () => {
    const { helper, person: former } = await newCadre();
    const formerHead = await headOf(helper.unitId);
    const next = await newCadre();
    const nextHead = await headOf(next.helper.unitId);
    const { caseId } = await openPairing(world, { helper });
    const due = (await seenBy(clerk, caseId)).obligations[0]?.dueOn ?? ("" as Day);
    await world.advanceTo(addDays(countWorkingDays(publishedCalendar(), due, 5).lastDay, 1));
    expect(await inboxOf(formerHead, caseId)).toMatchObject([{ key: `visit:${due.slice(0, 7)}`, rung: 1 }]);
    const before = await visitOf(clerk, caseId);
    const proposedOn = await world.today();

    expect(await next.person.get(`/api/pairings/${caseId}`)).toMatchObject(notFound({ what: "pairing" }));
    expect((await propose(caseId, next.helper.id, "transferred")).status).toBe(200);
    expect(await inboxOf(formerHead, caseId)).toMatchObject([{ rung: 1 }]);
    expect(await inboxOf(next.person, caseId)).toMatchObject([{ kind: "handover-answer", rung: 0 }]);
    const looked = await seenBy(next.person, caseId);
    expect(looked).toMatchObject({ leadHelper: { id: helper.id }, successor: { id: next.helper.id } });
    expect(looked.obligations.map(({ kind }) => kind).sort()).toEqual(["handover-answer", "visit"]);
    expect(barOf(looked, "acceptHandover")).toBeNull();
    expect(barOf(await seenBy(former, caseId), "acceptHandover")).toBe("HANDOVER_FOR_ANOTHER");
    expect(await propose(caseId, next.helper.id, "retired")).toMatchObject(
      refusal("HANDOVER_ALREADY_PROPOSED", {}),
    );
    expect(await accept(former, caseId)).toMatchObject(
      refusal("HANDOVER_FOR_ANOTHER", { successorId: next.helper.id }),
    );
    expect(await accept(clerk, caseId)).toMatchObject(refusal("HANDOVER_NEEDS_ANOTHER_PERSON", {}));
    await expectBooksToBalance(world, [caseId]);

    expect((await accept(next.person, caseId)).status).toBe(200);
    const after = await seenBy(clerk, caseId);
    expect(after).toMatchObject({
      leadHelper: { id: next.helper.id },
      helperUnit: { id: next.helper.unitId },
      successor: null,
    });
    expect(await visitOf(clerk, caseId)).toEqual({
      ...before,
      seat: `unit-head:${next.helper.unitId}`,
    });
    expect(await inboxOf(formerHead, caseId)).toEqual([]);
    expect(await inboxOf(nextHead, caseId)).toMatchObject([{ rung: 1 }]);
    expect(await former.get(`/api/pairings/${caseId}`)).toMatchObject(notFound({ what: "pairing" }));
    await world.advanceDays(1);
    const asItWas = await clerk.get(`/api/pairings/${caseId}?asOf=${addDays(proposedOn, -1)}`);
    expect(asItWas.body).toMatchObject({ leadHelper: { id: helper.id }, successor: null });

    const late = { happenedOn: proposedOn, helperId: helper.id, form: { situation: "交接前走访，补记" } };
    expect((await clerk.post(`/api/pairings/${caseId}/record-visit`, late)).status).toBe(200);
    const tooLate = { ...late, happenedOn: await world.today() };
    expect(await clerk.post(`/api/pairings/${caseId}/record-visit`, tooLate)).toMatchObject(
      refusal("VISITOR_NOT_OF_PAIRING", { helperId: helper.id }),
    );
    expect(await recordVisit(next.person, caseId, await world.today())).toBe(200);
    await expectBooksToBalance(world, [caseId]);
  });

  it("of a helper who died: the unit answers from that day, a silent successor is escalated, and another one takes over", async () => {
    const { helper } = await newCadre();
    const head = await headOf(helper.unitId);
    const silent = await newCadre();
    const silentHead = await headOf(silent.helper.unitId);
    const willing = await newCadre();
    const { caseId } = await openPairing(world, { helper });
    const today = await world.today();
    expect((await clerk.post(`/api/helpers/${helper.id}/retire`, { retiredOn: today })).status).toBe(200);
    expect(await inboxOf(head, caseId)).toMatchObject([{ kind: "visit", rung: 0 }]);
    expect((await propose(caseId, silent.helper.id, "died")).status).toBe(200);
    const answerBy = countWorkingDays(publishedCalendar(), today, 5).lastDay;
    await world.advanceTo(addDays(answerBy, 1));
    expect(await inboxOf(silentHead, caseId)).toMatchObject([{ kind: "handover-answer", rung: 1 }]);
    expect(await inboxOf(head, caseId)).toMatchObject([{ kind: "visit", rung: 0 }]);
    const { body } = await clerk.get<{ why: unknown }>(
      `/api/pairings/${caseId}/events/${(await world.events(caseId)).length}`,
    );
    expect(body.why).toMatchObject({ rule: "handover-answered-in-time", dueOn: answerBy });

    const withdrawn = { basedOnSeq: (await seenBy(clerk, caseId)).seq, reason: "withdrawn" };
    expect((await clerk.post(`/api/pairings/${caseId}/decline-handover`, withdrawn)).status).toBe(200);
    expect(await inboxOf(silentHead, caseId)).toEqual([]);
    expect(await silent.person.get(`/api/pairings/${caseId}`)).toMatchObject(notFound({ what: "pairing" }));
    expect((await propose(caseId, willing.helper.id, "died")).status).toBe(200);
    const onPaper = await world.as("township-office", TOWN);
    expect((await accept(onPaper, caseId)).status).toBe(200);
    expect(await inboxOf(willing.person, caseId)).toMatchObject([{ kind: "visit" }]);
    expect(await inboxOf(head, caseId)).toEqual([]);
    expect((await world.eventTypes(caseId)).filter((type) => type.startsWith("Handover"))).toEqual([
      "HandoverProposed",
      "HandoverDeclined",
      "HandoverProposed",
      "HandoverAccepted",
    ]);
    await expectBooksToBalance(world, [caseId]);
  });

  it("is owed by the offices once a helper is out of service; the unit's head visits in between, and nobody visits for days that were not theirs", async () => {
    const { helper, person } = await newCadre();
    const head = await headOf(helper.unitId);
    const next = await newCadre();
    const { caseId } = await openPairing(world, { helper });
    const today = await world.today();
    const headVisits = (happenedOn: Day) => recordVisit(head, caseId, happenedOn);
    expect(await headVisits(today)).toBe(409);
    expect((await clerk.post(`/api/helpers/${helper.id}/retire`, { retiredOn: today })).status).toBe(200);
    await eventually("the case to know that its helper has left", async () =>
      (await world.eventTypes(caseId)).includes("LeadGone") ? true : undefined,
    );
    expect(await person.get(`/api/pairings/${caseId}`)).toMatchObject(notFound({ what: "pairing" }));
    const office = await world.as("township-office", TOWN);
    expect((await inboxOf(office, caseId)).map(({ kind }) => kind)).toContain("successor-proposal");
    expect(await headVisits(today)).toBe(200);
    expect((await world.events(caseId)).at(-1)).toMatchObject({
      type: "VisitRecorded",
      deputyFor: helper.id,
    });
    await world.advanceDays(2);
    expect(await headVisits(addDays(today, 1))).toBe(200);
    expect((await propose(caseId, next.helper.id, "retired")).status).toBe(200);
    expect((await accept(next.person, caseId)).status).toBe(200);
    expect(await recordVisit(next.person, caseId, today)).toBe(409);
    expect(await headVisits(await world.today())).toBe(404);
    expect((await seenBy(clerk, caseId)).obligations.map(({ kind }) => kind)).toEqual(["visit"]);
    await expectBooksToBalance(world, [caseId]);
  });

  it("is refused to a successor who is full, retired, of another county or the lead already; a place is kept from the proposal on", async () => {
    const { helper } = await newCadre();
    const successor = await newHelper(clerk);
    for (let held = 0; held < 4; held += 1) await openPairing(world, { helper: successor });
    const [one, other] = [await openPairing(world, { helper }), await openPairing(world, { helper })];
    expect((await propose(one.caseId, successor.id, "unable")).status).toBe(200);
    expect(await propose(other.caseId, successor.id, "unable")).toMatchObject(
      refusal("HELPER_AT_CAPACITY", { helperId: successor.id, held: 5, capacity: 5 }),
    );
    const declined = { basedOnSeq: (await seenBy(clerk, one.caseId)).seq, reason: "cannot-take-on" };
    expect((await clerk.post(`/api/pairings/${one.caseId}/decline-handover`, declined)).status).toBe(200);
    expect(await clerk.post(`/api/pairings/${one.caseId}/decline-handover`, declined)).toMatchObject({
      status: 409,
      body: { code: "CHANGED_SINCE" },
    });
    expect((await propose(other.caseId, successor.id, "unable")).status).toBe(200);

    expect(await propose(one.caseId, helper.id, "unable")).toMatchObject(
      refusal("SUCCESSOR_LEADS_ALREADY", { helperId: helper.id }),
    );
    const retired = await newHelper(clerk);
    const today = await world.today();
    await clerk.post(`/api/helpers/${retired.id}/retire`, { retiredOn: today });
    expect(await propose(one.caseId, retired.id, "unable")).toMatchObject(
      refusal("HELPER_NOT_IN_SERVICE", { helperId: retired.id, retiredOn: today }),
    );
    const foreign = await someoneOf(await world.as("county-office", OTHER_COUNTY));
    expect(await propose(one.caseId, foreign, "unable")).toMatchObject(notFound({ what: "helper" }));
    expect(await accept(clerk, one.caseId)).toMatchObject(refusal("NO_HANDOVER_PROPOSED", {}));
    const leaving = await newHelper(clerk);
    expect((await propose(one.caseId, leaving.id, "unable")).status).toBe(200);
    await clerk.post(`/api/helpers/${leaving.id}/retire`, { retiredOn: today });
    expect(await accept(await world.as("township-office", TOWN), one.caseId)).toMatchObject(
      refusal("HELPER_NOT_IN_SERVICE", { helperId: leaving.id, retiredOn: today }),
    );
    await expectBooksToBalance(world, [one.caseId, other.caseId]);
  });

  it("of all that a helper leads is proposed at once, each for itself; the same key again changes nothing", async () => {
    const { helper } = await newCadre();
    const next = await newCadre();
    for (let held = 0; held < 3; held += 1) await openPairing(world, { helper: next.helper });
    const caseIds: string[] = [];
    for (let held = 0; held < 3; held += 1) caseIds.push((await openPairing(world, { helper })).caseId);
    const happenedOn = await world.today();
    const all = { caseIds, successorId: next.helper.id, reason: "retired", happenedOn, note: "一并交接" };
    const answer = await clerk.post("/api/pairings/hand-over", all, "hand-over-all");
    const full = { code: "HELPER_AT_CAPACITY", facts: { helperId: next.helper.id, held: 5, capacity: 5 } };
    expect(answer).toMatchObject({
      status: 200,
      body: {
        items: caseIds.map((caseId, index) =>
          index < 2 ? { caseId, recorded: true, code: null } : { caseId, recorded: false, ...full },
        ),
      },
    });
    expect((await clerk.post("/api/pairings/hand-over", all, "hand-over-all")).body).toEqual(answer.body);
    expect(await clerk.post("/api/pairings/hand-over", { ...all, note: "" }, "hand-over-all")).toMatchObject({
      status: 422,
      body: { code: "IDEMPOTENCY_KEY_REUSED" },
    });
    const proposals = await Promise.all(caseIds.map((caseId) => world.eventTypes(caseId)));
    expect(proposals.map((types) => types.includes("HandoverProposed"))).toEqual([true, true, false]);
    const foreign = await world.as("county-office", OTHER_COUNTY);
    const theirs = await foreign.post("/api/pairings/hand-over", {
      ...all,
      successorId: await someoneOf(foreign),
    });
    expect(theirs.body["items"]).toEqual(
      caseIds.map((caseId) => ({ caseId, recorded: false, code: "NOT_FOUND", facts: { what: "pairing" } })),
    );
    await expectBooksToBalance(world, caseIds);
  });

  async function someoneOf(foreign: Visitor): Promise<string> {
    return (await newHelper(foreign, { areaCode: OTHER_COUNTY })).id;
  }

  async function newCadre(): Promise<{ helper: { id: string; unitId: string }; person: Visitor }> {
    const helper = await newHelper(clerk, { unitId: await newUnit(clerk) });
    return { helper, person: await world.as("helper", null, helper.id) };
  }

  async function headOf(unitId: string): Promise<Visitor> {
    const { id } = await newHelper(clerk, { unitId });
    const person = await world.as("helper", null, id);
    const { body } = await person.get<{ accountId: string }>("/api/session");
    const holding = { seat: `unit-head:${unitId}`, accountId: body.accountId, fromDay: await world.today() };
    expect((await clerk.post("/api/seats", { ...holding, toDay: null, deputy: false })).status).toBe(201);
    return person;
  }

  async function propose(caseId: string, successorId: string, reason: string): Promise<Answer> {
    const happenedOn = await world.today();
    return clerk.post(`/api/pairings/${caseId}/propose-handover`, { successorId, reason, happenedOn });
  }

  async function accept(who: Visitor, caseId: string): Promise<Answer> {
    const { seq } = await seenBy(who, caseId);
    return who.post(`/api/pairings/${caseId}/accept-handover`, { basedOnSeq: seq });
  }

  async function seenBy(who: Visitor, caseId: string): Promise<Seen> {
    const { status, body } = await who.get<Seen>(`/api/pairings/${caseId}`);
    expect(status).toBe(200);
    return body;
  }

  async function visitOf(who: Visitor, caseId: string): Promise<Partial<Seen["obligations"][number]>> {
    const { key, seat, rung, dueOn, nextAt } =
      (await seenBy(who, caseId)).obligations.find(({ kind }) => kind === "visit") ?? {};
    return { key, seat, rung, dueOn, nextAt };
  }

  function barOf({ moves }: Seen, wanted: string): string | null | undefined {
    return moves.find(({ move }) => move === wanted)?.code;
  }

  async function inboxOf(
    who: Visitor,
    caseId: string,
  ): Promise<{ key: string; kind: string; rung: number }[]> {
    const { body } = await who.get<{ items: { caseId: string; key: string; kind: string; rung: number }[] }>(
      "/api/inbox?limit=200",
    );
    return body.items.filter((item) => item.caseId === caseId);
  }
});
