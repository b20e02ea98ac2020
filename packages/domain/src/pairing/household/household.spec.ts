import { areaAt, type DivisionCode } from "../../area/division-code";
import { day } from "../../time/day";
import { pairingKind } from "../pairing.kind";
import { migratePairing } from "../pairing.migrate";
import {
  RULES,
  closingOf,
  noonOf,
  openedPairing,
  refusalOf,
  type PairingLife,
} from "../pairing.spec-support";
import {
  FAMILY,
  OTHER_COUNTY,
  OTHER_TOWNSHIP,
  SAME_TOWNSHIP,
  changeOf,
  splitOf,
} from "./household.spec-support";

const move = (life: PairingLife, toAreaCode: DivisionCode, happenedOn = "2026-01-10") =>
  life.give("moveHousehold", { toAreaCode, happenedOn: day(happenedOn), alsoCaseIds: [] });
const kinds = (life: PairingLife) => life.obligations().map(({ kind }) => kind);
const successor = { id: "helper-9", rank: "general", unitId: "unit-9" } as const;
const propose = (life: PairingLife) =>
  life.give(
    "proposeHandover",
    { successor, reason: "household-moved", happenedOn: day("2026-01-10") },
    { by: "office" },
  );

describe("who lives in a household", () => {
  it("grows by a child with the day of birth and the proof that came along, and nothing that is owed changes", () => {
    const life = openedPairing();
    const before = life.obligations();
    const decision = life.give("recordHouseholdChange", changeOf(), { contentIds: ["content-1"] });
    expect(decision.accepted).toBe(true);
    expect(life.events("HouseholdChanged")).toMatchObject([
      {
        change: "born",
        memberId: "baby",
        happenedOn: "2026-01-10",
        newHeadId: null,
        was: FAMILY,
        members: [...FAMILY, { id: "baby", relation: "child" }],
        contentIds: ["content-1"],
      },
    ]);
    expect(life.obligations()).toEqual(before);
  });

  it("asks who heads it when its head dies, and tells everybody by what they are to the new one", () => {
    const life = openedPairing();
    const death = changeOf({ change: "died", memberId: "father", relation: null });
    expect(refusalOf(life.give("recordHouseholdChange", death))).toEqual({
      code: "HEAD_NEEDED",
      memberId: "father",
    });
    expect(life.give("recordHouseholdChange", { ...death, headId: "daughter" }).accepted).toBe(true);
    expect(life.events("HouseholdChanged")).toMatchObject([
      {
        newHeadId: "daughter",
        members: [
          { id: "mother", relation: "parent" },
          { id: "daughter", relation: "head" },
          { id: "son", relation: "sibling" },
          { id: "grandmother", relation: "grandparent" },
        ],
      },
    ]);
  });

  it("keeps the old head when somebody else becomes the head", () => {
    const life = openedPairing();
    life.give("recordHouseholdChange", changeOf({ change: "new-head", memberId: "mother", relation: null }));
    expect(life.events("HouseholdChanged")[0]).toMatchObject({
      newHeadId: "mother",
      members: [
        { id: "father", relation: "spouse" },
        { id: "mother", relation: "head" },
        { id: "daughter", relation: "child" },
        { id: "son", relation: "child" },
        { id: "grandmother", relation: "other" },
      ],
    });
  });

  it.each([
    [changeOf({ memberId: "son" }), { code: "MEMBER_LIVES_THERE", memberId: "son" }],
    [changeOf({ relation: "head" }), { code: "HOUSEHOLD_HAS_A_HEAD", headId: "father" }],
    [
      changeOf({ change: "new-head", memberId: "father" }),
      { code: "HOUSEHOLD_HAS_A_HEAD", headId: "father" },
    ],
    [changeOf({ change: "died", memberId: "stranger" }), { code: "NOT_A_MEMBER", memberId: "stranger" }],
    [
      changeOf({ change: "married-out", memberId: "father", headId: "stranger" }),
      { code: "HEAD_NEEDED", memberId: "father" },
    ],
    [
      changeOf({ change: "died", memberId: "father", household: FAMILY.slice(0, 1) }),
      { code: "LAST_MEMBER_LEAVES", memberId: "father" },
    ],
    [
      changeOf({ happenedOn: day("2026-01-11") }),
      { code: "HOUSEHOLD_CHANGE_IN_FUTURE", happenedOn: "2026-01-11", today: "2026-01-10" },
    ],
    [
      changeOf({ happenedOn: day("2026-01-09") }),
      { code: "HOUSEHOLD_CHANGE_BEFORE_SIGNING", happenedOn: "2026-01-09", signedOn: "2026-01-10" },
    ],
  ])("is not changed by what cannot be: %#", (payload, refusal) => {
    expect(refusalOf(openedPairing().give("recordHouseholdChange", payload))).toEqual(refusal);
  });

  it("keeps the case open while nobody has said what becomes of those who split off", () => {
    const life = openedPairing();
    life.give("splitHousehold", splitOf());
    const ending = closingOf("moved-away", day("2026-01-10"));
    const refusal = { code: "NEW_HOUSEHOLD_UNSETTLED", subjectIds: ["subject-2"] };
    expect(refusalOf(life.give("requestClosing", ending, { by: "clerk" }))).toEqual(refusal);
    life.give("settleNewHousehold", { subjectId: "subject-2", outcome: "not-in-need" });
    expect(life.give("requestClosing", ending, { by: "clerk" }).accepted).toBe(true);
    life.give(
      "splitHousehold",
      splitOf({ newSubjectId: "subject-3", leavingIds: ["daughter"], newHeadId: "daughter" }),
    );
    expect(refusalOf(life.give("approveClosing", {}, { by: "county" }))).toEqual({
      ...refusal,
      subjectIds: ["subject-3"],
    });
  });

  it("has the register follow in the same transaction, held against the household as it was asked about", () => {
    const life = openedPairing();
    const death = changeOf({ change: "died", memberId: "father", relation: null, headId: "mother" });
    life.give("recordHouseholdChange", death, { contentIds: ["content-1"] });
    const [event] = life.events("HouseholdChanged");
    if (event === undefined) throw new Error("the death was recorded");
    expect(pairingKind.claims(event, life.state, RULES)).toEqual({
      take: [
        {
          kind: "household",
          resource: "household:subject-1",
          follow: {
            change: "died",
            happenedOn: "2026-01-10",
            was: FAMILY.map(({ id }) => id),
            members: event.members,
            leaverId: "father",
            newHeadId: "mother",
            contentIds: ["content-1"],
          },
        },
      ],
      release: [],
    });
    const claim = { kind: "household", resource: "household:subject-1", follow: { change: "died" } } as never;
    const facts = { used: 0, heldByCaseId: null, retiredOn: null };
    expect(pairingKind.refusalOfClaim(claim, { ...facts, problem: "changed" }, life.state)).toEqual({
      code: "HOUSEHOLD_CHANGED_MEANWHILE",
      subjectId: "subject-1",
    });
    expect(
      pairingKind.refusalOfClaim(claim, { ...facts, problem: "in-another-household" }, life.state).code,
    ).toBe("PERSON_IN_ANOTHER_HOUSEHOLD");
  });
});

describe("a household that splits in two", () => {
  it("keeps the case with those who stay, and somebody has to be paired with the new one until that is settled", () => {
    const life = openedPairing();
    expect(life.give("splitHousehold", splitOf({ leavingIds: ["son", "mother"] })).accepted).toBe(true);
    expect(life.events("HouseholdSplit")).toMatchObject([
      {
        newSubjectId: "subject-2",
        newHeadId: null,
        members: [
          { id: "father", relation: "head" },
          { id: "daughter", relation: "child" },
          { id: "grandmother", relation: "parent" },
        ],
        newMembers: [
          { id: "mother", relation: "parent" },
          { id: "son", relation: "head" },
        ],
      },
    ]);
    expect(life.obligation("new-household")).toMatchObject({
      key: "new-household:2",
      seats: ["county-office:420626", "administrator:all"],
      dueOn: "2026-01-16",
    });
    expect(refusalOf(life.give("settleNewHousehold", { subjectId: "subject-3", outcome: "paired" }))).toEqual(
      {
        code: "NO_NEW_HOUSEHOLD",
      },
    );
    life.give("settleNewHousehold", { subjectId: "subject-2", outcome: "paired" });
    expect(kinds(life)).toEqual(["visit"]);
  });

  it("asks who heads the part that keeps the case, when its head leaves", () => {
    const life = openedPairing();
    const leaving = splitOf({ leavingIds: ["father", "mother"], newHeadId: "father", headId: "father" });
    expect(refusalOf(life.give("splitHousehold", leaving))).toEqual({
      code: "NOT_A_MEMBER",
      memberId: "father",
    });
    life.give("splitHousehold", { ...leaving, headId: "grandmother" });
    expect(life.events("HouseholdSplit")).toMatchObject([
      {
        newHeadId: "grandmother",
        members: [
          { id: "daughter", relation: "grandchild" },
          { id: "son", relation: "grandchild" },
          { id: "grandmother", relation: "head" },
        ],
        newMembers: [
          { id: "father", relation: "head" },
          { id: "mother", relation: "spouse" },
        ],
      },
    ]);
  });

  it.each([
    [splitOf({ leavingIds: [] }), { code: "SPLIT_NEEDS_TWO_PARTS", staying: 5, leaving: 0 }],
    [
      splitOf({ leavingIds: FAMILY.map(({ id }) => id) }),
      { code: "SPLIT_NEEDS_TWO_PARTS", staying: 0, leaving: 5 },
    ],
    [splitOf({ leavingIds: ["stranger"] }), { code: "NOT_A_MEMBER", memberId: "stranger" }],
    [splitOf({ newHeadId: "mother" }), { code: "NOT_A_MEMBER", memberId: "mother" }],
  ])("is refused where there are no two parts with a head each: %#", (payload, refusal) => {
    expect(refusalOf(openedPairing().give("splitHousehold", payload))).toEqual(refusal);
  });
});

describe("a household that moves", () => {
  it("within its township stays with its helper; the seats are those of the new place", () => {
    const life = openedPairing();
    const before = life.obligations();
    expect(move(life, SAME_TOWNSHIP).accepted).toBe(true);
    expect(life.state.opened?.areaCode).toBe(SAME_TOWNSHIP);
    expect(life.obligations()).toEqual(before);
  });

  it("beyond its township needs a successor; until one accepts its helper goes on, and whatever was owed keeps its deadline and its rung", () => {
    const life = openedPairing().passTo(noonOf("2026-02-10"));
    const [before] = life.obligations();
    move(life, OTHER_TOWNSHIP);
    expect(kinds(life)).toEqual(["visit", "successor-proposal"]);
    expect(life.obligation("visit")).toEqual({
      ...before,
      seats: ["unit-head:unit-1", "township-office:420626101", "county-office:420626", "administrator:all"],
    });
    expect(life.obligation("successor-proposal")).toMatchObject({
      key: "successor:5",
      rule: "successor-proposed-after-move",
      seats: ["county-office:420626", "administrator:all"],
    });
    propose(life);
    expect(kinds(life)).toEqual(["visit", "handover-answer"]);
    life.give("declineHandover", { helperId: null, reason: "withdrawn" });
    expect(kinds(life)).toEqual(["visit", "successor-proposal"]);
    propose(life);
    expect(life.state.opened?.leadHelperId).toBe("helper-1");
    life.give("acceptHandover", { helperId: "helper-9" }, { by: "successor" });
    expect(kinds(life)).toEqual(["visit"]);
    expect(life.obligation("visit").dueOn).toBe(before?.dueOn);
  });

  it("into another county has the offices of that county answer, where the programme works there too", () => {
    const life = openedPairing({}, { ...RULES, areaCode: areaAt(OTHER_COUNTY, "prefecture") });
    move(life, OTHER_COUNTY);
    expect(life.obligation("successor-proposal").seats[0]).toBe("county-office:420625");
    expect(life.obligation("visit").seats).toContain("township-office:420625100");
  });

  it("out of the programme's area is refused, with that area", () => {
    expect(refusalOf(move(openedPairing(), OTHER_COUNTY))).toEqual({
      code: "MOVED_OUT_OF_PROGRAMME",
      areaCode: OTHER_COUNTY,
      programmeAreaCode: RULES.areaCode,
    });
  });

  it("back to where it came from, or on within that township, needs no successor any more", () => {
    const life = openedPairing();
    move(life, OTHER_TOWNSHIP);
    move(life, "420626102201" as DivisionCode);
    expect(life.state.moved).toMatchObject({ seq: 2, fromAreaCode: "420626100201" });
    move(life, SAME_TOWNSHIP);
    expect(kinds(life)).toEqual(["visit"]);
  });

  it("while somebody else was proposed already still needs one: that successor had not seen it", () => {
    const life = openedPairing();
    propose(life);
    move(life, OTHER_TOWNSHIP);
    expect(kinds(life)).toEqual(["visit", "handover-answer", "successor-proposal"]);
    const stale = { basedOnSeq: 2, by: "successor" };
    expect(refusalOf(life.give("acceptHandover", { helperId: "helper-9" }, stale)).code).toBe(
      "CHANGED_SINCE",
    );
    life.give("acceptHandover", { helperId: "helper-9" }, { by: "successor" });
    expect(kinds(life)).toEqual(["visit", "successor-proposal"]);
  });

  it.each([
    ["420626100201", { code: "HOUSEHOLD_LIVES_THERE", areaCode: "420626100201" }],
    ["420626000000", { code: "SUBJECT_AREA_TOO_WIDE", areaCode: "420626000000", level: "county" }],
  ])("is refused to %s", (to, refusal) => {
    expect(refusalOf(move(openedPairing(), to as DivisionCode))).toEqual(refusal);
  });
});

it("a subject that is no household has no such changes", () => {
  const rules = { ...RULES, subjectKinds: { school: { leadRankAtLeast: "none" as const } } };
  const subject = { id: "subject-1", kind: "school" as const, areaCode: "420626100201" as DivisionCode };
  const life = openedPairing({ subject }, rules);
  for (const decision of [
    life.give("recordHouseholdChange", changeOf()),
    life.give("splitHousehold", splitOf()),
    move(life, SAME_TOWNSHIP),
  ])
    expect(refusalOf(decision)).toEqual({ code: "SUBJECT_IS_NO_HOUSEHOLD", subjectKind: "school" });
});

it("a case of the third release goes on as one whose household has not changed", () => {
  const { formerCoHelpers: _former, moved: _moved, splitOff: _splitOff, ...third } = openedPairing().state;
  const lifted = migratePairing({ ...third, schemaVersion: 3 });
  expect(lifted).toEqual(openedPairing().state);
});
