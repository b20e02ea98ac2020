import { addDays, type Day } from "@jiedui/domain";
import { expectBooksToBalance } from "../support/books";
import { closingOf, newHelper, openPairing, recordVisit, type OpenedPairing } from "../support/county";
import { householdSeen, memberOf } from "../support/household";
import type { Visitor } from "../support/http";
import {
  hangNotice,
  lifeOf,
  move,
  moved,
  openWholeLife,
  passUntil,
  proposeLiftOut,
} from "../support/lift-out";
import { picture } from "../support/pictures";
import { refusal } from "../support/refused";
import { COUNTY, TOWN, VILLAGE, TestWorld } from "../support/world";

describe("a closing", () => {
  let world: TestWorld;
  beforeAll(async () => (world = await TestWorld.open()), 60_000);
  afterAll(() => world.close());

  const REOPEN_DAYS = 20;
  const BECAUSE = { reason: "closed-by-mistake", note: "农户并未搬走" };

  it("of each kind has its own proof, and is decided by another person of the office that may", async () => {
    const { caseId, cadre, township, county } = await openWholeLife(world);
    const happenedOn = await world.today();
    const ask = (body: object) => move(cadre, caseId, "request-closing", { happenedOn, ...body });
    expect(await ask({ reason: "moved-away" })).toMatchObject(refusal("CLOSING_DESTINATION_MISSING", {}));
    expect(await ask({ reason: "found-ineligible" })).toMatchObject(
      refusal("CLOSING_PROOF_MISSING", { reason: "found-ineligible", proofs: ["investigation-report"] }),
    );
    const died = { reason: "died", proof: "death-certificate" };
    expect(await ask(died)).toMatchObject(
      refusal("CLOSING_EVIDENCE_MISSING", { reason: "died", given: 0, needed: 1 }),
    );
    const { body } = await cadre.sendFile<{ id: string }>(`/api/pairings/${caseId}/evidence`, picture(7));
    expect((await ask({ ...died, evidenceIds: [body.id] })).status).toBe(200);
    const { seq } = await lifeOf(county, caseId);
    await moved(county, caseId, "reject-closing", { basedOnSeq: seq, reason: "evidence-missing" });

    await moved(cadre, caseId, "request-closing", closingOf("found-ineligible", happenedOn));
    const deciding = { basedOnSeq: seq + 2 };
    expect(await move(township, caseId, "approve-closing", deciding)).toMatchObject(
      refusal("CLOSING_NEEDS_HIGHER_OFFICE", { reason: "found-ineligible", needed: "county-office" }),
    );
    await moved(county, caseId, "approve-closing", deciding);
    expect((await world.events(caseId)).slice(-2)).toMatchObject([
      { type: "ClosingRequested", proof: "investigation-report" },
      { type: "PairingClosed", reason: "found-ineligible" },
    ]);
  });

  it("because of a death is refused while others of the household live on but not after the last survivor's, and because of a move within the programme's area", async () => {
    const clerk = await world.clerk();
    const member = (name: string, relation: string) => ({ name, relation });
    const { body } = await clerk.post<{ id: string }>("/api/subjects", {
      name: "三口之家",
      kind: "poor-household",
      areaCode: VILLAGE,
      members: [member("甲", "head"), member("乙", "spouse"), member("丙", "child")],
    });
    const { caseId } = await openPairing(world, { subjectId: body.id });
    const today = await world.today();
    expect(await move(clerk, caseId, "request-closing", closingOf("died", today))).toMatchObject(
      refusal("HOUSEHOLD_HAS_FURTHER_MEMBERS", { left: 2 }),
    );
    const within = { ...closingOf("moved-away", today), movedTo: TOWN };
    expect(await move(clerk, caseId, "request-closing", within)).toMatchObject(
      refusal("MOVED_WITHIN_PROGRAMME", { movedTo: TOWN, programmeAreaCode: COUNTY }),
    );
    const household = await householdSeen(clerk, body.id);
    const [head, spouse, child] = ["甲", "乙", "丙"].map((name) => memberOf(household, name).id);
    const death = { change: "died", happenedOn: today };
    await moved(clerk, caseId, "record-household-change", { ...death, memberId: head, headId: spouse });
    await moved(clerk, caseId, "record-household-change", { ...death, memberId: child });
    await moved(clerk, caseId, "request-closing", closingOf("died", today));
  });

  it("that was wrong is taken back within the policy's days from the case's own log: deadlines go on, nothing is late at once, keys still answer", async () => {
    const lifting = await openWholeLife(world);
    const { caseId, cadre, township } = lifting;
    await proposeLiftOut(world, lifting);
    await passUntil(world, lifting, "village-notice");
    await hangNotice(lifting);
    const closedBy = await closed(lifting);
    expect((await world.client.workflow.getHandle(`pairing/${caseId}`).describe()).status.name).toBe(
      "COMPLETED",
    );
    expect(await recordVisit(cadre, caseId, await world.today())).toBe(409);
    await world.advanceDays(REOPEN_DAYS);
    const { seq } = await lifeOf(township, caseId);
    const reopening = { basedOnSeq: seq, ...BECAUSE };
    expect(await move(closedBy, caseId, "reopen", reopening)).toMatchObject(
      refusal("REOPENING_NEEDS_ANOTHER_PERSON", { closedSeq: seq }),
    );
    expect((await world.client.workflow.getHandle(`pairing/${caseId}`).describe()).status.name).toBe(
      "COMPLETED",
    );
    await world.stopWorker("SIGKILL");
    const [answer] = await Promise.all([
      township.post(`/api/pairings/${caseId}/reopen`, reopening, "reopen-once"),
      world.startWorker(),
    ]);
    expect([200, 202, 503]).toContain(answer.status);
    expect(await township.post(`/api/pairings/${caseId}/reopen`, reopening, "reopen-once")).toMatchObject({
      status: 200,
      body: { stage: "verifying" },
    });
    expect((await world.eventTypes(caseId)).filter((type) => type === "PairingReopened")).toHaveLength(1);
    const { body } = await township.get<{
      stage: string;
      closedOn: string | null;
      obligations: { overdue: boolean; dueOn: Day }[];
      life: { liftOut: { step: string; notice: unknown } };
    }>(`/api/pairings/${caseId}`);
    expect(body).toMatchObject({
      stage: "verifying",
      closedOn: null,
      life: { liftOut: { step: "village-notice", notice: null } },
    });
    const today = await world.today();
    for (const { dueOn } of body.obligations) expect(dueOn >= today).toBe(true);
    await expectBooksToBalance(world, [caseId]);

    await passUntil(world, lifting, "township-review");
    expect(await recordVisit(cadre, caseId, await world.today())).toBe(200);
    await world.advanceDays(40);
    expect(await world.eventTypes(caseId)).toContain("ObligationEscalated");
    await expectBooksToBalance(world, [caseId]);
  }, 180_000);

  it("stays after the policy's days, and says until when it could have been taken back", async () => {
    const lifting = await openWholeLife(world);
    const { caseId, township } = lifting;
    await closed(lifting);
    const closedOn = await world.today();
    await world.advanceDays(REOPEN_DAYS + 1);
    const { seq } = await lifeOf(township, caseId);
    const late = refusal("REOPENING_TOO_LATE", {
      closedOn,
      lastDay: addDays(closedOn, REOPEN_DAYS),
      today: await world.today(),
    });
    const reopening = { basedOnSeq: seq, ...BECAUSE };
    expect(await township.post(`/api/pairings/${caseId}/reopen`, reopening, "too-late")).toMatchObject(late);
    expect(await township.post(`/api/pairings/${caseId}/reopen`, reopening, "too-late")).toMatchObject(late);
    const { body } = await township.get<{ moves: { move: string; code: string | null }[] }>(
      `/api/pairings/${caseId}`,
    );
    expect(body.moves).toContainEqual({ move: "reopen", allowed: false, code: "REOPENING_TOO_LATE" });
    await expectBooksToBalance(world, [caseId]);
  });

  it("of a household that is paired anew stays, and the new pairing is named", async () => {
    const lifting = await openWholeLife(world);
    const { caseId, township, subjectId } = lifting;
    await closed(lifting);
    const anew = await openPairing(world, { programmeId: "whole-life", subjectId });
    const { seq } = await lifeOf(township, caseId);
    expect(await move(township, caseId, "reopen", { basedOnSeq: seq, ...BECAUSE })).toMatchObject(
      refusal("SUBJECT_ALREADY_PAIRED", { subjectId, byCaseId: anew.caseId }),
    );
    await expectBooksToBalance(world, [anew.caseId]);
  });

  it("whose helper has retired since is taken back together with a successor, who still has to accept", async () => {
    const lifting = await openWholeLife(world);
    const { caseId, township, county, helper } = lifting;
    await closed(lifting);
    const retiredOn = await world.today();
    expect((await county.post(`/api/helpers/${helper.id}/retire`, { retiredOn })).status).toBeLessThan(300);
    const { seq } = await lifeOf(township, caseId);
    const reopening = { basedOnSeq: seq, ...BECAUSE };
    expect(await move(township, caseId, "reopen", reopening)).toMatchObject(
      refusal("HELPER_NOT_IN_SERVICE", { helperId: helper.id, retiredOn }),
    );
    const successor = await newHelper(county, { areaCode: TOWN });
    await moved(township, caseId, "reopen", { ...reopening, successorId: successor.id });
    expect((await world.eventTypes(caseId)).slice(-2)).toEqual(["PairingReopened", "HandoverProposed"]);
    const { body } = await county.get<{ obligations: { kind: string }[] }>(`/api/pairings/${caseId}`);
    expect(body.obligations.map(({ kind }) => kind)).toContain("handover-answer");
    await expectBooksToBalance(world, [caseId]);
  });

  /** @returns who approved it */
  async function closed({ caseId }: OpenedPairing): Promise<Visitor> {
    const county = await world.clerk();
    const another = await world.as("administrator");
    await moved(county, caseId, "request-closing", closingOf("moved-away", await world.today()));
    const { seq } = await lifeOf(county, caseId);
    await moved(another, caseId, "approve-closing", { basedOnSeq: seq });
    return another;
  }
});
