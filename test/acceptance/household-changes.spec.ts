import { randomUUID } from "node:crypto";
import { expectBooksToBalance } from "../support/books";
import { openPairing } from "../support/county";
import { correct, seqOf } from "../support/correction";
import { eventually } from "../support/eventually";
import { caseSeen, householdSeen, kindsOf, memberOf, pairedFamily } from "../support/household";
import type { Answer, Visitor } from "../support/http";
import { moved } from "../support/lift-out";
import { expectBadInput, refusal } from "../support/refused";
import { TOWN, TestWorld } from "../support/world";

describe("a household that changes", () => {
  let world: TestWorld;
  let clerk: Visitor;
  beforeAll(async () => {
    world = await TestWorld.open();
    clerk = await world.clerk();
  }, 60_000);
  afterAll(() => world.close());

  it("takes in a child, loses its head and gets another; the register follows with day and proof, the case goes on, and no name reaches it", async () => {
    const { caseId, subjectId } = await pairedFamily(world);
    const today = await world.today();
    const owed = (await caseSeen(clerk, caseId)).obligations;
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
    const grown = await householdSeen(clerk, subjectId);
    expect(grown.members.find(({ name }) => name === "赵新生")).toMatchObject({
      relation: "grandchild",
      birthday: today,
    });
    const [father, mother] = [memberOf(grown, "赵父"), memberOf(grown, "钱母")];
    const death = { change: "died", memberId: father.id, happenedOn: today, note: "死亡证明" };
    expect(await change(clerk, caseId, death)).toMatchObject(refusal("HEAD_NEEDED", { memberId: father.id }));
    expect((await change(clerk, caseId, { ...death, headId: mother.id })).status).toBe(200);
    expect(await householdSeen(clerk, subjectId)).toMatchObject({
      name: "钱母",
      formerMembers: [{ name: "赵父", leftBy: "died", leftOn: today }],
      changes: [
        { change: "died", happenedOn: today, names: ["赵父"], newHeadName: "钱母" },
        { change: "born", names: ["赵新生"] },
      ],
    });
    const relations = (await householdSeen(clerk, subjectId)).members.map(({ name, relation }) => [
      name,
      relation,
    ]);
    expect(Object.fromEntries(relations)).toEqual({
      钱母: "head",
      赵子: "child",
      赵女: "child",
      赵新生: "grandchild",
    });
    expect((await caseSeen(clerk, caseId)).obligations).toEqual(owed);
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
    const { caseId, subjectId } = await pairedFamily(world);
    const today = await world.today();
    const other = await pairedFamily(world);
    const { members } = await householdSeen(clerk, subjectId);
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
    expect(await householdSeen(clerk, subjectId)).toMatchObject({ members, changes: [] });
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
    const { caseId, subjectId } = await pairedFamily(world);
    const other = await pairedFamily(world);
    const today = await world.today();
    const numbered = { name: "周婿", relation: "other", residentId: "420626199002020017" };
    const newcomer = { ...numbered, residentIdUnverifiedReason: "原件字迹不清" };
    const marriage = { change: "married-in", newcomer, happenedOn: today };
    expect((await change(clerk, caseId, marriage)).status).toBe(200);
    const { id: memberId } = memberOf(await householdSeen(clerk, subjectId), "周婿");
    await moved(clerk, caseId, "record-household-change", {
      change: "married-out",
      memberId,
      happenedOn: today,
    });
    expect((await change(clerk, other.caseId, marriage)).status).toBe(200);
  });

  it("whose head was reported dead by mistake is as it was, once two people have taken the entry out; the newest first", async () => {
    const { caseId, subjectId } = await pairedFamily(world);
    const today = await world.today();
    const before = await householdSeen(clerk, subjectId);
    const [father, mother] = [memberOf(before, "赵父"), memberOf(before, "钱母")];
    const death = { change: "died", memberId: father.id, headId: mother.id, happenedOn: today };
    expect((await change(clerk, caseId, death)).status).toBe(200);
    const deathSeq = await seqOf(world, caseId, "HouseholdChanged");
    const newcomer = { name: "赵新生", relation: "grandchild" };
    expect((await change(clerk, caseId, { change: "born", newcomer, happenedOn: today })).status).toBe(200);
    const township = await world.as("township-office", TOWN);
    const asking = { entrySeq: deathSeq, reason: "wrong-household" };
    const { seq: basedOnSeq } = await caseSeen(township, caseId);
    expect(
      await township.post(`/api/pairings/${caseId}/request-void`, { ...asking, basedOnSeq }),
    ).toMatchObject(
      refusal("ENTRY_RESTED_ON", {
        entrySeq: deathSeq,
        entryType: "HouseholdChanged",
        bySeq: await seqOf(world, caseId, "HouseholdChanged"),
        byType: "HouseholdChanged",
      }),
    );
    await correct(world, caseId, "HouseholdChanged", "wrong-household");
    expect((await householdSeen(clerk, subjectId)).members.map(({ name }) => name)).not.toContain("赵新生");
    await moved(township, caseId, "request-void", {
      ...asking,
      basedOnSeq: (await caseSeen(township, caseId)).seq,
    });
    await moved(clerk, caseId, "approve-void", {
      basedOnSeq: (await caseSeen(clerk, caseId)).seq,
      requestedSeq: await seqOf(world, caseId, "VoidRequested"),
    });
    const after = await householdSeen(clerk, subjectId);
    expect(after).toMatchObject({ name: before.name, members: before.members, formerMembers: [] });
    expect(after.changes.map(({ change: what, names }) => [what, ...names])).toEqual([
      ["voided", "赵父"],
      ["voided", "赵新生"],
      ["born", "赵新生"],
      ["died", "赵父"],
    ]);
    const found = await clerk.get<{ items: { id: string }[] }>("/api/subjects?search=zhaofu");
    expect(found.body.items.map(({ id }) => id)).toContain(subjectId);
    await expectBooksToBalance(world, [caseId]);
  });

  it("splits in two: the case stays with those who stay, the new household stands uncovered in the register, and its own pairing settles what is owed", async () => {
    const { caseId, subjectId } = await pairedFamily(world);
    const { members } = await householdSeen(clerk, subjectId);
    const [father, son] = [memberOf({ members }, "赵父"), memberOf({ members }, "赵子")];
    const today = await world.today();
    const split = { leavingIds: [son.id], newHeadId: son.id, headId: father.id, happenedOn: today };
    await moved(clerk, caseId, "split-household", { ...split, address: "三组", note: "分户登记" });
    const waiting = await caseSeen(clerk, caseId);
    expect(waiting.company.splitOff).toMatchObject([{ name: "赵子" }]);
    expect(kindsOf(waiting)).toContain("new-household");
    const newSubjectId = waiting.company.splitOff[0]?.subjectId ?? "";
    expect(await householdSeen(clerk, newSubjectId)).toMatchObject({
      name: "赵子",
      address: "三组",
      openPairings: 0,
      members: [{ id: son.id, relation: "head" }],
      changes: [{ change: "split", newSubjectId }],
    });
    expect((await householdSeen(clerk, subjectId)).members.map(({ name }) => name)).not.toContain("赵子");
    const uncovered = await clerk.get<{ items: { id: string }[] }>(
      "/api/subjects?uncovered=true&search=zhaozi",
    );
    expect(uncovered.body.items.map(({ id }) => id)).toEqual([newSubjectId]);
    const paired = await openPairing(world, { programmeId: "whole-life", subjectId: newSubjectId });
    await eventually("the new household's pairing to be told", async () =>
      kindsOf(await caseSeen(clerk, caseId)).includes("new-household") ? undefined : true,
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
    const { caseId, subjectId } = await pairedFamily(world);
    const { members } = await householdSeen(clerk, subjectId);
    const [father, daughter] = [memberOf({ members }, "赵父"), memberOf({ members }, "赵女")];
    await moved(clerk, caseId, "split-household", {
      leavingIds: [daughter.id],
      newHeadId: daughter.id,
      headId: father.id,
      happenedOn: await world.today(),
    });
    const [waiting] = (await caseSeen(clerk, caseId)).company.splitOff;
    const outcome = { subjectId: waiting?.subjectId, outcome: "not-in-need", note: "有稳定工资收入" };
    await moved(clerk, caseId, "settle-new-household", outcome);
    expect((await caseSeen(clerk, caseId)).company.splitOff).toEqual([]);
    expect(await clerk.post(`/api/pairings/${caseId}/settle-new-household`, outcome)).toMatchObject(
      refusal("NO_NEW_HOUSEHOLD", {}),
    );
    expectBadInput(
      await clerk.post(`/api/pairings/${caseId}/settle-new-household`, { ...outcome, outcome: "paired" }),
      "outcome",
    );
  });

  function change(who: Visitor, caseId: string, body: object, key?: string): Promise<Answer> {
    return who.post(`/api/pairings/${caseId}/record-household-change`, body, key);
  }
});
