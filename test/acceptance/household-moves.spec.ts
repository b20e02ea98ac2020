import { addDays, type Day } from "@jiedui/domain";
import { randomUUID } from "node:crypto";
import { expectBooksToBalance } from "../support/books";
import { newHelper, openPairing, recordVisit } from "../support/county";
import { eventually } from "../support/eventually";
import { caseSeen, householdSeen, kindsOf, pairedFamily, villageOf } from "../support/household";
import type { Visitor } from "../support/http";
import { lifeOf, moved } from "../support/lift-out";
import { notFound, refusal } from "../support/refused";
import { OTHER_COUNTY, OTHER_TOWN, TOWN, TestWorld, VILLAGE } from "../support/world";

const OTHER_TOWN_OF_COUNTY = "420626101000";

describe("a household that moves", () => {
  let world: TestWorld;
  let clerk: Visitor;
  let otherVillage: string;
  let villageNearby: string;
  beforeAll(async () => {
    world = await TestWorld.open();
    clerk = await world.clerk();
    otherVillage = await villageOf(clerk, OTHER_TOWN_OF_COUNTY);
    villageNearby = await villageOf(clerk, TOWN, VILLAGE);
  }, 60_000);
  afterAll(() => world.close());

  it("within its township: the seats follow at once and nothing else changes", async () => {
    const { caseId, subjectId } = await pairedFamily(world);
    const before = (await caseSeen(clerk, caseId)).obligations;
    await moveTo(clerk, caseId, villageNearby, { address: "二组" });
    expect(await caseSeen(clerk, caseId)).toMatchObject({
      areaCode: villageNearby,
      obligations: before,
      company: { movedSince: null },
    });
    expect(await householdSeen(clerk, subjectId)).toMatchObject({ areaCode: villageNearby, address: "二组" });
    await expectBooksToBalance(world, [caseId]);
  });

  it("to another township in the middle of an escalation: that township's office answers, a successor is asked for, the helper goes on until one accepts, and deadlines stay", async () => {
    const { caseId, subjectId, helper } = await pairedFamily(world);
    const oldOffice = await world.as("township-office", TOWN);
    const newOffice = await world.as("township-office", OTHER_TOWN_OF_COUNTY);
    const [visit] = (await caseSeen(clerk, caseId)).obligations;
    await world.advanceTo(addDays(visit?.dueOn ?? ("" as Day), 40));
    const late = (await caseSeen(clerk, caseId)).obligations.find(({ kind }) => kind === "visit");
    expect(late?.rung).toBeGreaterThan(0);
    expect(await newOffice.get(`/api/pairings/${caseId}`)).toMatchObject(notFound({ what: "pairing" }));

    const movedOn = await world.today();
    const key = randomUUID();
    const request = { toAreaCode: otherVillage, happenedOn: movedOn, note: "易地搬迁", address: null };
    const answer = await oldOffice.post(`/api/pairings/${caseId}/move-household`, request, key);
    expect(answer.status).toBe(200);
    expect((await oldOffice.post(`/api/pairings/${caseId}/move-household`, request, key)).body).toEqual(
      answer.body,
    );
    expect(await oldOffice.get(`/api/pairings/${caseId}`)).toMatchObject(notFound({ what: "pairing" }));
    const after = await caseSeen(newOffice, caseId);
    expect(after).toMatchObject({
      areaCode: otherVillage,
      leadHelper: { id: helper.id },
      company: { movedSince: movedOn },
    });
    expect(after.obligations.find(({ kind }) => kind === "visit")).toMatchObject({
      dueOn: late?.dueOn,
      rung: late?.rung,
    });
    const asked = after.obligations.find(({ kind }) => kind === "successor-proposal");
    expect(asked?.seat).toBe(`township-office:${OTHER_TOWN_OF_COUNTY.slice(0, 9)}`);
    const inbox = await newOffice.get<{ items: { caseId: string; kind: string }[] }>("/api/inbox");
    expect(inbox.body.items).toContainEqual(expect.objectContaining({ caseId, kind: "successor-proposal" }));
    expect(await recordVisit(await world.as("helper", null, helper.id), caseId, movedOn)).toBe(200);
    const { body } = await newOffice.get<{ items: { type: string; contents: { body: unknown }[] }[] }>(
      `/api/pairings/${caseId}/timeline`,
    );
    const story = body.items.find(({ type }) => type === "HouseholdMoved");
    expect(story?.contents.map((content) => content.body)).toEqual([{ note: "易地搬迁" }]);
    await world.advanceDays(1);
    const then = addDays(movedOn, -1);
    expect((await newOffice.get(`/api/pairings/${caseId}?asOf=${then}`)).body).toMatchObject({
      areaCode: VILLAGE,
    });

    const next = await newHelper(clerk);
    const proposal = { successorId: next.id, reason: "household-moved", happenedOn: movedOn };
    await moved(clerk, caseId, "propose-handover", proposal);
    expect((await caseSeen(clerk, caseId)).leadHelper.id).toBe(helper.id);
    expect(kindsOf(await caseSeen(clerk, caseId))).not.toContain("successor-proposal");
    const successor = await world.as("helper", null, next.id);
    const { seq } = await lifeOf(successor, caseId);
    await moved(successor, caseId, "accept-handover", { basedOnSeq: seq });
    const settled = await caseSeen(clerk, caseId);
    expect(settled).toMatchObject({ leadHelper: { id: next.id }, company: { movedSince: null } });
    expect(kindsOf(settled)).not.toContain("successor-proposal");
    expect(await householdSeen(clerk, subjectId)).toMatchObject({ areaCode: otherVillage });
    await expectBooksToBalance(world, [caseId]);
  });

  it("out of the programme's area: refused, and closed by moving away instead", async () => {
    const { caseId } = await openPairing(world);
    expect(
      await clerk.post(`/api/pairings/${caseId}/move-household`, {
        toAreaCode: OTHER_TOWN,
        happenedOn: await world.today(),
      }),
    ).toMatchObject(
      refusal("MOVED_OUT_OF_PROGRAMME", {
        areaCode: OTHER_TOWN,
        programmeAreaCode: "420626000000",
      }),
    );
    const nowhere = { toAreaCode: "420626199000", happenedOn: await world.today() };
    expect(await clerk.post(`/api/pairings/${caseId}/move-household`, nowhere)).toMatchObject(
      notFound({ what: "area" }),
    );
  });

  it("to another county where the programme works, with its pairing in a second programme", async () => {
    const { caseId, subjectId } = await pairedFamily(world);
    const second = await openPairing(world, { programmeId: "example", subjectId });
    await moveTo(clerk, caseId, OTHER_TOWN);
    const county = await world.as("county-office", OTHER_COUNTY);
    expect(await caseSeen(county, caseId)).toMatchObject({ areaCode: OTHER_TOWN });
    await eventually("the pairing in the other programme to follow", async () => {
      const { status } = await county.get(`/api/pairings/${second.caseId}`);
      return status === 200 ? true : undefined;
    });
    expect(kindsOf(await caseSeen(county, second.caseId))).toContain("successor-proposal");
    const { changes } = await householdSeen(county, subjectId);
    expect(changes.filter(({ change }) => change === "moved")).toHaveLength(1);
    await expectBooksToBalance(world, [caseId, second.caseId]);
  });

  async function moveTo(who: Visitor, caseId: string, toAreaCode: string, more: object = {}) {
    const happenedOn = await world.today();
    await moved(who, caseId, "move-household", { toAreaCode, happenedOn, ...more });
  }
});
