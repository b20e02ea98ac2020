import { addDays, type Day } from "@jiedui/domain";
import { randomUUID } from "node:crypto";
import { expectBooksToBalance } from "../support/books";
import { newHelper, newHousehold, openPairing, recordVisit } from "../support/county";
import { eventually } from "../support/eventually";
import type { Answer, Visitor } from "../support/http";
import { lifeOf, moved } from "../support/lift-out";
import { expectBadInput, notFound, refusal } from "../support/refused";
import { OTHER_COUNTY, OTHER_TOWN, TOWN, TestWorld, VILLAGE } from "../support/world";

type Member = { id: string; name: string; relation: string; birthday: string | null };
type Household = {
  name: string;
  areaCode: string;
  members: Member[];
  formerMembers: { name: string; leftBy: string; leftOn: string }[];
  changes: { change: string; happenedOn: string; names: string[]; newSubjectId: string | null }[];
  openPairings: number;
};
type Seen = {
  areaCode: string;
  seq: number;
  leadHelper: { id: string };
  company: { movedSince: string | null; splitOff: { subjectId: string; name: string }[] };
  obligations: { key: string; kind: string; seat: string; holders: string[]; dueOn: Day; rung: number }[];
};

const OTHER_TOWN_OF_COUNTY = "420626101000";

describe("a household that changes", () => {
  let world: TestWorld;
  let clerk: Visitor;
  let otherVillage: string;
  let villageNearby: string;
  beforeAll(async () => {
    world = await TestWorld.open();
    clerk = await world.clerk();
    otherVillage = await villageOf(OTHER_TOWN_OF_COUNTY);
    villageNearby = await villageOf(TOWN, VILLAGE);
  }, 60_000);
  afterAll(() => world.close());

  it("takes in a child, loses its head and gets another; the register follows with day and proof, the case goes on, and no name reaches it", async () => {
    const { caseId, subjectId } = await pairedFamily();
    const today = await world.today();
    const owed = (await seen(caseId)).obligations;
    const birth = {
      change: "born",
      newcomer: { name: "赵新生", relation: "grandchild" },
      happenedOn: today,
      note: "出生医学证明",
    };
    const key = randomUUID();
    const answer = await change(clerk, caseId, birth, key);
    expect(answer.status).toBe(200);
    expect((await change(clerk, caseId, birth, key)).body).toEqual(answer.body);
    const grown = await household(subjectId);
    expect(grown.members.find(({ name }) => name === "赵新生")).toMatchObject({
      relation: "grandchild",
      birthday: today,
    });
    const [father, mother] = [memberOf(grown, "赵父"), memberOf(grown, "钱母")];
    const death = { change: "died", memberId: father.id, happenedOn: today, note: "死亡证明" };
    expect(await change(clerk, caseId, death)).toMatchObject(refusal("HEAD_NEEDED", { memberId: father.id }));
    expect((await change(clerk, caseId, { ...death, headId: mother.id })).status).toBe(200);
    expect(await household(subjectId)).toMatchObject({
      name: "钱母",
      formerMembers: [{ name: "赵父", leftBy: "died", leftOn: today }],
      changes: [
        { change: "died", happenedOn: today, names: ["赵父", "钱母"] },
        { change: "born", names: ["赵新生"] },
      ],
    });
    const relations = (await household(subjectId)).members.map(({ name, relation }) => [name, relation]);
    expect(Object.fromEntries(relations)).toEqual({
      钱母: "head",
      赵子: "child",
      赵女: "child",
      赵新生: "grandchild",
    });
    expect((await seen(caseId)).obligations).toEqual(owed);
    const found = await clerk.get<{ items: { id: string }[] }>("/api/subjects?search=qianmu");
    expect(found.body.items.map(({ id }) => id)).toContain(subjectId);
    const log = await world.log(caseId);
    expect(JSON.stringify(log)).not.toMatch(/[赵钱]/);
    const { body } = await clerk.get<{ items: { contents: { purpose: string }[] }[] }>(
      `/api/pairings/${caseId}/timeline`,
    );
    const purposes = body.items.flatMap(({ contents }) => contents.map(({ purpose }) => purpose));
    expect(purposes).toEqual(["household-note", "household-note"]);
    await expectBooksToBalance(world, [caseId]);
  });

  it("is not changed twice by two who did not know of each other, nor by what cannot be", async () => {
    const { caseId, subjectId } = await pairedFamily();
    const today = await world.today();
    const other = await pairedFamily();
    const { members } = await household(subjectId);
    const son = memberOf({ members }, "赵子");
    const resident = { name: "孙媳", relation: "other", residentId: "42062619880101001X" };
    const marriage = {
      change: "married-in",
      newcomer: { ...resident, residentIdUnverifiedReason: "原件字迹不清" },
      happenedOn: today,
    };
    expect((await change(clerk, other.caseId, marriage)).status).toBe(200);
    expect(await change(clerk, caseId, marriage)).toMatchObject(
      refusal("PERSON_IN_ANOTHER_HOUSEHOLD", { subjectId }),
    );
    expect(await household(subjectId)).toMatchObject({ members, changes: [] });
    const leaving = { change: "married-out", memberId: son.id, happenedOn: today };
    const outcomes = await Promise.all([
      change(clerk, caseId, leaving),
      change(await world.as("township-office", TOWN), caseId, leaving),
    ]);
    expect(outcomes.filter(({ status }) => status === 200)).toHaveLength(1);
    const lost = outcomes.find(({ status }) => status !== 200)?.body["code"];
    expect(["HOUSEHOLD_CHANGED_MEANWHILE", "NOT_A_MEMBER"]).toContain(lost);
    expect(await change(clerk, caseId, leaving)).toMatchObject(refusal("NOT_A_MEMBER", { memberId: son.id }));
    expectBadInput(await change(clerk, caseId, { change: "born", happenedOn: today }), "newcomer");
    expectBadInput(await change(clerk, caseId, { change: "died", happenedOn: today }), "memberId");
    await expectBooksToBalance(world, [caseId, other.caseId]);
  });

  it("who has married out may be registered elsewhere, and has no birthday here any more", async () => {
    const { caseId, subjectId } = await pairedFamily();
    const other = await pairedFamily();
    const today = await world.today();
    const numbered = { name: "周婿", relation: "other", residentId: "420626199002020017" };
    const newcomer = { ...numbered, residentIdUnverifiedReason: "原件字迹不清" };
    const marriage = { change: "married-in", newcomer, happenedOn: today };
    expect((await change(clerk, caseId, marriage)).status).toBe(200);
    const { id: memberId } = memberOf(await household(subjectId), "周婿");
    await moved(clerk, caseId, "record-household-change", {
      change: "married-out",
      memberId,
      happenedOn: today,
    });
    expect((await change(clerk, other.caseId, marriage)).status).toBe(200);
  });

  it("moves within its township: the seats follow at once and nothing else changes", async () => {
    const { caseId, subjectId } = await pairedFamily();
    const before = (await seen(caseId)).obligations;
    await moveTo(clerk, caseId, villageNearby, { address: "二组" });
    expect(await seen(caseId)).toMatchObject({
      areaCode: villageNearby,
      obligations: before,
      company: { movedSince: null },
    });
    expect(await household(subjectId)).toMatchObject({ areaCode: villageNearby, address: "二组" });
    await expectBooksToBalance(world, [caseId]);
  });

  it("moves to another township in the middle of an escalation: that township's office answers, a successor is asked for, the helper goes on until one accepts, and deadlines stay", async () => {
    const { caseId, subjectId, helper } = await pairedFamily();
    const oldOffice = await world.as("township-office", TOWN);
    const newOffice = await world.as("township-office", OTHER_TOWN_OF_COUNTY);
    const [visit] = (await seen(caseId)).obligations;
    await world.advanceTo(addDays(visit?.dueOn ?? ("" as Day), 40));
    const late = (await seen(caseId)).obligations.find(({ kind }) => kind === "visit");
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
    const after = await seen(caseId, newOffice);
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
    expect((await seen(caseId)).leadHelper.id).toBe(helper.id);
    expect(kindsOf(await seen(caseId))).not.toContain("successor-proposal");
    const successor = await world.as("helper", null, next.id);
    const { seq } = await lifeOf(successor, caseId);
    await moved(successor, caseId, "accept-handover", { basedOnSeq: seq });
    const settled = await seen(caseId);
    expect(settled).toMatchObject({ leadHelper: { id: next.id }, company: { movedSince: null } });
    expect(kindsOf(settled)).not.toContain("successor-proposal");
    expect(await household(subjectId)).toMatchObject({ areaCode: otherVillage });
    await expectBooksToBalance(world, [caseId]);
  });

  it("moves out of the programme's area: refused, and closed by moving away instead", async () => {
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

  it("moves to another county where the programme works, with its pairing in a second programme", async () => {
    const { caseId, subjectId } = await pairedFamily();
    const second = await openPairing(world, { programmeId: "example", subjectId });
    await moveTo(clerk, caseId, OTHER_TOWN);
    const county = await world.as("county-office", OTHER_COUNTY);
    expect(await seen(caseId, county)).toMatchObject({ areaCode: OTHER_TOWN });
    await eventually("the pairing in the other programme to follow", async () => {
      const { status } = await county.get(`/api/pairings/${second.caseId}`);
      return status === 200 ? true : undefined;
    });
    expect(kindsOf(await seen(second.caseId, county))).toContain("successor-proposal");
    const { changes } = await household(subjectId, county);
    expect(changes.filter(({ change }) => change === "moved")).toHaveLength(1);
    await expectBooksToBalance(world, [caseId, second.caseId]);
  });

  it("splits in two: the case stays with those who stay, the new household stands uncovered in the register, and its own pairing settles what is owed", async () => {
    const { caseId, subjectId } = await pairedFamily();
    const { members } = await household(subjectId);
    const [father, son] = [memberOf({ members }, "赵父"), memberOf({ members }, "赵子")];
    const today = await world.today();
    const split = { leavingIds: [son.id], newHeadId: son.id, headId: father.id, happenedOn: today };
    await moved(clerk, caseId, "split-household", { ...split, address: "三组", note: "分户登记" });
    const waiting = await seen(caseId);
    expect(waiting.company.splitOff).toMatchObject([{ name: "赵子" }]);
    expect(kindsOf(waiting)).toContain("new-household");
    const newSubjectId = waiting.company.splitOff[0]?.subjectId ?? "";
    expect(await household(newSubjectId)).toMatchObject({
      name: "赵子",
      address: "三组",
      openPairings: 0,
      members: [{ id: son.id, relation: "head" }],
      changes: [{ change: "split", newSubjectId }],
    });
    expect((await household(subjectId)).members.map(({ name }) => name)).not.toContain("赵子");
    const uncovered = await clerk.get<{ items: { id: string }[] }>(
      "/api/subjects?uncovered=true&search=zhaozi",
    );
    expect(uncovered.body.items.map(({ id }) => id)).toEqual([newSubjectId]);
    const paired = await openPairing(world, { programmeId: "whole-life", subjectId: newSubjectId });
    await eventually("the new household's pairing to be told", async () =>
      kindsOf(await seen(caseId)).includes("new-household") ? undefined : true,
    );
    const settled = (await world.log(caseId)).at(-1);
    expect(settled).toMatchObject({
      type: "NewHouseholdSettled",
      outcome: "paired",
      cause: { role: "system" },
    });
    await expectBooksToBalance(world, [caseId, paired.caseId]);
  });

  it("splits, and somebody says why the new household need not be paired", async () => {
    const { caseId, subjectId } = await pairedFamily();
    const { members } = await household(subjectId);
    const [father, daughter] = [memberOf({ members }, "赵父"), memberOf({ members }, "赵女")];
    await moved(clerk, caseId, "split-household", {
      leavingIds: [daughter.id],
      newHeadId: daughter.id,
      headId: father.id,
      happenedOn: await world.today(),
    });
    const [waiting] = (await seen(caseId)).company.splitOff;
    const outcome = { subjectId: waiting?.subjectId, outcome: "not-in-need", note: "有稳定工资收入" };
    await moved(clerk, caseId, "settle-new-household", outcome);
    expect((await seen(caseId)).company.splitOff).toEqual([]);
    expect(await clerk.post(`/api/pairings/${caseId}/settle-new-household`, outcome)).toMatchObject(
      refusal("NO_NEW_HOUSEHOLD", {}),
    );
    expectBadInput(
      await clerk.post(`/api/pairings/${caseId}/settle-new-household`, { ...outcome, outcome: "paired" }),
      "outcome",
    );
  });

  async function pairedFamily() {
    const subjectId = await newHousehold(clerk, {
      name: "赵父",
      members: [
        { name: "赵父", relation: "head" },
        { name: "钱母", relation: "spouse" },
        { name: "赵子", relation: "child" },
        { name: "赵女", relation: "child" },
      ],
    });
    return openPairing(world, { programmeId: "whole-life", subjectId });
  }

  async function villageOf(town: string, not = ""): Promise<string> {
    const { body } = await clerk.get<{ items: { code: string }[] }>(`/api/areas?parent=${town}`);
    return body.items.find(({ code }) => code !== not)?.code ?? "";
  }

  function change(who: Visitor, caseId: string, body: object, key?: string): Promise<Answer> {
    return who.post(`/api/pairings/${caseId}/record-household-change`, body, key);
  }

  async function moveTo(who: Visitor, caseId: string, toAreaCode: string, more: object = {}) {
    const happenedOn = await world.today();
    await moved(who, caseId, "move-household", { toAreaCode, happenedOn, ...more });
  }

  async function household(subjectId: string, who = clerk): Promise<Household> {
    const { status, body } = await who.get<Household>(`/api/subjects/${subjectId}`);
    expect(status).toBe(200);
    return body;
  }

  async function seen(caseId: string, who = clerk): Promise<Seen> {
    const { status, body } = await who.get<Seen>(`/api/pairings/${caseId}`);
    expect(status).toBe(200);
    return body;
  }
});

function memberOf({ members }: { members: Member[] }, name: string): Member {
  const found = members.find((member) => member.name === name);
  if (found === undefined) throw new Error(`nobody of that name lives there`);
  return found;
}

function kindsOf({ obligations }: Seen): string[] {
  return obligations.map(({ kind }) => kind);
}
