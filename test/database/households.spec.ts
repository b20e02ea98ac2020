import { randomUUID } from "node:crypto";
import {
  CaseRepository,
  CoverageView,
  HouseholdView,
  SubjectRepository,
  SubjectView,
  type NewMember,
} from "@jiedui/database";
import {
  householdClaims,
  pairingKind,
  type DivisionCode,
  type Day,
  type HouseholdEvent,
} from "@jiedui/domain";
import type { EntityManager } from "typeorm";
import { ScratchWorld } from "./scratch-world";

const VILLAGE = "420626100001";
const TODAY = "2026-03-05" as Day;
const [FATHER, MOTHER, SON] = [randomUUID(), randomUUID(), randomUUID()].sort() as [string, string, string];
type Following = Exclude<HouseholdEvent, { type: "NewHouseholdSettled" }>;

const person = (id: string, name: string, relation: string, more: Partial<NewMember> = {}): NewMember => ({
  id,
  name,
  relation,
  residentId: null,
  residentIdUnverifiedReason: null,
  birthday: null,
  sex: null,
  joinedPartyOn: null,
  ...more,
});

describe("the register that follows a case", () => {
  let world: ScratchWorld;
  const cases = new CaseRepository();
  const subjects = new SubjectRepository();
  const subjectId = randomUUID();
  const caseId = randomUUID();
  let other = "";
  beforeAll(async () => {
    world = await ScratchWorld.open();
    const [village] = await world.owner.query<{ code: string }[]>(
      "select code from area where level = 'village' and code like '420626%' and code not like '420626100%' order by code limit 1",
    );
    other = village?.code ?? "";
    await newSubject(subjectId, [
      person(FATHER, "赵父", "head"),
      person(MOTHER, "钱母", "spouse"),
      person(SON, "赵子", "child"),
    ]);
    await world.owner.query(
      `insert into case_file (case_id, kind, seq, stage, area_code, opened_at) values ($1, 'pairing', 1, 'helping', $2, now())`,
      [caseId, VILLAGE],
    );
  }, 90_000);
  afterAll(() => world.close());

  it("takes in a newcomer from content that the recorder cannot read, once, and nobody who lives elsewhere", async () => {
    const babyId = randomUUID();
    const newcomer = person(babyId, "赵新", "grandchild", { residentId: "420626202603050011" });
    const contentId = await brings({ newcomer });
    const birth = changed("born", babyId, [FATHER, MOTHER, SON], contentId);
    expect(await follow(birth)).toBeUndefined();
    expect(await follow(birth)).toMatchObject({ facts: { problem: "changed" } });
    const twin = { ...newcomer, id: randomUUID() };
    const other = changed("born", twin.id, [FATHER, MOTHER, SON, babyId], await brings({ newcomer: twin }));
    expect(await follow(other)).toMatchObject({ facts: { problem: "in-another-household" } });
    expect((await seen()).members.map(({ name }) => name)).toContain("赵新");
    await world.owner.query("delete from household_member where id = $1", [babyId]);
  });

  it("keeps who has died with the day, and bears the new head's name, found from a keyboard", async () => {
    const sounds = { [MOTHER]: { pinyin: "qianmu", initials: "qm" } };
    const contentId = await brings({ sounds });
    const death: Following = {
      ...changed("died", FATHER, [FATHER, MOTHER, SON], contentId),
      newHeadId: MOTHER,
      members: [
        { id: MOTHER, relation: "head" },
        { id: SON, relation: "child" },
      ],
    };
    expect(await follow(death)).toBeUndefined();
    expect(await seen()).toMatchObject({
      name: "钱母",
      members: [
        { id: MOTHER, relation: "head" },
        { id: SON, relation: "child" },
      ],
      formerMembers: [{ id: FATHER, leftOn: TODAY, leftBy: "died" }],
    });
    const [found] = await world.owner.query<{ initials: string }[]>(
      "select initials from subject where id = $1",
      [subjectId],
    );
    expect(found?.initials).toBe("qm");
  });

  it("makes a household of its own of those who split off, which knows the case that it comes from", async () => {
    const newSubjectId = randomUUID();
    const sounds = { [SON]: { pinyin: "zhaozi", initials: "zz" } };
    const split: Following = {
      type: "HouseholdSplit",
      v: 1,
      happenedOn: TODAY,
      newSubjectId,
      newMembers: [{ id: SON, relation: "head" }],
      newHeadId: null,
      was: [
        { id: MOTHER, relation: "head" },
        { id: SON, relation: "child" },
      ],
      members: [{ id: MOTHER, relation: "head" }],
      contentIds: [await brings({ sounds, address: "三组", phone: null })],
    };
    expect(await follow(split)).toBeUndefined();
    expect(await seen(newSubjectId)).toMatchObject({
      name: "赵子",
      address: "三组",
      members: [{ id: SON, relation: "head" }],
      changes: [{ change: "split", names: ["赵子"], newSubjectId }],
    });
    const asked = await world.as({}, (manager) => new HouseholdView().splitOffFrom(manager, newSubjectId));
    expect(asked).toBe(caseId);
  });

  it("moves with its case, its members and what was written, and is seen by the new place alone", async () => {
    const move: Following = {
      type: "HouseholdMoved",
      v: 1,
      happenedOn: TODAY,
      fromAreaCode: VILLAGE as DivisionCode,
      toAreaCode: other as DivisionCode,
      needsSuccessor: true,
      alsoCaseIds: [],
      contentIds: [await brings({ address: "新村", phone: null })],
    };
    expect(await follow(move)).toBeUndefined();
    const township = (areaCode: string) => ({ role: "township-office", areaCode });
    const under = (areaCode: string) =>
      world.as(township(areaCode), (manager) => new SubjectView().get(manager, subjectId));
    expect(await under("420626100000")).toBeUndefined();
    expect(await under(`${other.slice(0, 9)}000`)).toMatchObject({ areaCode: other, address: "新村" });
    const [areas] = await world.owner.query<object[]>(
      `select (select area_code from case_file where case_id = $1) as file,
         (select count(*)::int from content where case_id = $1 and area_code <> $2) as left_behind,
         (select count(*)::int from household_member where subject_id = $3 and area_code <> $2) as members_left`,
      [caseId, other, subjectId],
    );
    expect(areas).toEqual({ file: other, left_behind: 0, members_left: 0 });
  });

  it("counts both gaps of full coverage", async () => {
    const count = await world.as({}, (manager) => new CoverageView().count(manager, "420626000000"));
    expect(count).toEqual({
      households: 2,
      householdsWithoutHelper: 2,
      cadres: 0,
      cadresWithoutHousehold: 0,
    });
  });

  function changed(
    change: "born" | "died",
    memberId: string,
    was: readonly string[],
    contentId: string,
  ): Extract<Following, { type: "HouseholdChanged" }> {
    const members = was.map((id) => ({
      id,
      relation: id === FATHER ? ("head" as const) : ("child" as const),
    }));
    return {
      type: "HouseholdChanged",
      v: 1,
      happenedOn: TODAY,
      change,
      memberId,
      newHeadId: null,
      was: members,
      members,
      contentIds: [contentId],
    };
  }

  function newSubject(id: string, members: readonly NewMember[]): Promise<void> {
    const subject = {
      id,
      kind: "poor-household",
      name: "赵父",
      areaCode: VILLAGE,
      address: null,
      phone: null,
    };
    return world.owner.transaction((manager) => subjects.create(manager, { ...subject, members }));
  }

  async function brings(body: object): Promise<string> {
    const id = randomUUID();
    await world.owner.query(
      `insert into content (id, case_id, owner_account_id, purpose, body, body_hash, area_code)
       values ($1, $2, $3, 'household-register', $4, 'hash', $5)`,
      [id, caseId, randomUUID(), JSON.stringify(body), VILLAGE],
    );
    return id;
  }

  /** As `act` does: nothing stays of what is not granted. */
  function follow(event: Following) {
    const opened = { subjectId } as never;
    const claims = householdClaims(event, { ...pairingKind.initial(caseId), opened });
    return world.recorder
      .transaction(async (manager: EntityManager) => {
        const refused = await cases.takeClaims(manager, caseId, 2, claims);
        if (refused !== undefined) throw Object.assign(new Error("not granted"), { refused });
        return undefined;
      })
      .catch((failure: unknown) => {
        if (!(failure instanceof Error) || !("refused" in failure)) throw failure;
        return failure.refused;
      });
  }

  async function seen(id = subjectId) {
    const subject = await world.as({}, (manager) => new SubjectView().get(manager, id));
    if (subject === undefined) throw new Error("the household cannot be seen");
    return subject;
  }
});
