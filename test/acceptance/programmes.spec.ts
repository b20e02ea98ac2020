import { FESTIVALS, addDays, addMonths, type Day } from "@jiedui/domain";
import { expectBooksToBalance } from "../support/books";
import { newHelper, newHousehold, openPairing } from "../support/county";
import {
  lifeOf,
  move,
  moved,
  openLife,
  passUntil,
  proposeLiftOut,
  recordIncome,
  revisitToTheEnd,
  visitNow,
  visitUntil,
  type LiftingPairing,
} from "../support/lift-out";
import { tellPersonalDays } from "../support/personal-days";
import { reviewPlan, submitPlan } from "../support/plan";
import { BAOKANG, LIAOYANG, WUSHAN } from "../support/programme";
import { refusal } from "../support/refused";
import { TestWorld } from "../support/world";

/** In which every festival comes round, and the plan's year ends. */
const MONTHS_OF_HELP = 14;
const TO_VILLAGE_NOTICE = [
  "LiftOutProposed",
  "AppraisalRecorded",
  "OnSiteCheckRecorded",
  "HouseholdAcknowledged",
  "NoticeHung",
  "NoticeConcluded",
  "TownshipReviewRecorded",
];
const TOWNSHIP_NOTICE = ["NoticeHung", "NoticeConcluded"];
const FROM_COUNTY_CHECK = ["CountyCheckDrawn", "CountyCheckRecorded", "LiftOutApproved", "LiftedOut"];
/** What Liaoyang asks for; everywhere else three parts are missing. */
const TWO_PARTS = { "income-scheme": "养猪为主，三年内人均过线", project: "发展生猪养殖五头" };

type Owed = { kind: string; seat: string; dueOn: Day };

describe("a whole life in Baokang", () => {
  const world = worldOfItsOwn();

  it("of a poor household: its plan has all five parts, no festival is owed, and it is revisited each quarter of a year", async () => {
    const lifting = await openLife(world(), BAOKANG);
    const { caseId, cadre } = lifting;
    expect(await submitPlan(world(), cadre, caseId, { texts: TWO_PARTS })).toMatchObject(
      refusal("PLAN_PARTS_MISSING", { parts: ["training", "policy-or-loan", "living-conditions"] }),
    );
    await expectPlanReviewed(world(), lifting, { seat: "township-office:420626100" });
    expect(await linesOf(lifting, [2016, 2018, 2019, 2020, 2025])).toEqual([
      295_200, 295_200, 321_800, 400_000, 400_000,
    ]);
    expect(await helpUntilLiftOut(world(), lifting)).toEqual([]);
    await liftOut(world(), lifting);
    await revisitToTheEnd(world(), lifting);
    await expectLived(world(), lifting, {
      liftOut: [...TO_VILLAGE_NOTICE, ...TOWNSHIP_NOTICE, ...FROM_COUNTY_CHECK],
      revisits: { everyMonths: 3, forMonths: 12, made: 3 },
    });
  }, 180_000);

  it("of a rural party member: no plan, but the joining day and all six festivals", async () => {
    const joiningDay = addDays(await world().today(), 5);
    const members = [{ name: "王党员", relation: "spouse", joinedPartyOn: `1990${joiningDay.slice(4)}` }];
    const poor = await openLife(world(), BAOKANG, { members });
    const lifting = await openLife(world(), BAOKANG, {
      kind: "rural-party-member",
      rank: "general",
      members,
    });
    const { caseId, county } = lifting;
    expect((await lifeOf(county, caseId)).stage).toBe("helping");
    expect(await tellPersonalDays(world())).toBe(1);
    expect((await owed(poor)).map(({ kind }) => kind)).toEqual(["visit"]);
    expect(await owed(lifting)).toContainEqual(
      expect.objectContaining({ kind: "occasion-visit", dueOn: joiningDay }),
    );
    await world().advanceTo(joiningDay);
    await visitNow(world(), lifting);
    expect((await helpUntilLiftOut(world(), lifting)).sort()).toEqual([...FESTIVALS].sort());
    const types = await world().eventTypes(caseId);
    expect(types.filter((type) => type.startsWith("Plan"))).toEqual([]);
    expect(types).not.toContain("ObligationEscalated");
    await expectBooksToBalance(world(), [caseId]);
  }, 120_000);

  it("is not opened for a petitioner whom somebody below section level would lead", async () => {
    const clerk = await world().clerk();
    const { id: leadHelperId } = await newHelper(clerk, { rank: "general" });
    const subjectId = await newHousehold(clerk, { kind: "petitioner" });
    const signedOn = await world().today();
    const request = { programmeId: BAOKANG.programmeId, subjectId, leadHelperId, signedOn };
    expect(await clerk.post("/api/pairings", request)).toMatchObject(
      refusal("RANK_TOO_LOW", { rank: "general", needed: "section" }),
    );
  });
});

describe("a whole life in Liaoyang", () => {
  const world = worldOfItsOwn();

  it("a private owner leads and cadres help along; two parts make a plan, one notice hangs, and two years are revisited by half-years", async () => {
    const clerk = await world().as("county-office", LIAOYANG.county);
    const helpers = await Promise.all(
      ["general", "county", "none"].map((rank) => newHelper(clerk, { rank, areaCode: LIAOYANG.county })),
    );
    const coHelperIds = helpers.map(({ id }) => id);
    const lifting = await openLife(world(), LIAOYANG, { rank: "none", coHelperIds });
    const { caseId, county } = lifting;
    await expectPlanReviewed(world(), lifting, { seat: "township-office:211021100", texts: TWO_PARTS });
    expect(await linesOf(lifting, [1994, 1995, 1996, 1997, 1998, 2025])).toEqual([
      44_000,
      53_000,
      53_000,
      64_000,
      null,
      400_000,
    ]);
    expect((await helpUntilLiftOut(world(), lifting)).sort()).toEqual(["mid-autumn", "spring-festival"]);
    await proposeLiftOut(world(), lifting);
    await passUntil(world(), lifting, "county-check");
    const standing = await county.get(`/api/lift-out-draws/standing?area=${LIAOYANG.county}`);
    expect(standing.body).toMatchObject({ items: [{ rule: { kind: "share", percent: 30 }, toDraw: 1 }] });
    await passUntil(world(), lifting, "lifted-out");
    await revisitToTheEnd(world(), lifting);
    await expectLived(world(), lifting, {
      liftOut: [...TO_VILLAGE_NOTICE, ...FROM_COUNTY_CHECK],
      revisits: { everyMonths: 6, forMonths: 24, made: 3 },
    });
    const [opened] = await world().events(caseId);
    expect(opened?.["leadHelperRank"]).toBe("none");
    expect(opened?.["coHelpers"]).toHaveLength(3);
  }, 180_000);
});

describe("a whole life in Wushan", () => {
  const world = worldOfItsOwn();

  it("of an extreme-poor household: needs are answered in three days, and an income below half as much again as the line is reported", async () => {
    const lifting = await openLife(world(), WUSHAN, { kind: "extreme-poor-household", rank: "general" });
    const { caseId, cadre, county } = lifting;
    await expectPlanReviewed(world(), lifting, { seat: "township-office:620524100" });
    const today = await world().today();
    await moved(cadre, caseId, "report-occasion", { occasion: "hardship", happenedOn: today });
    expect(await owed(lifting)).toContainEqual(
      expect.objectContaining({ kind: "occasion-visit", dueOn: addDays(today, 3) }),
    );
    await moved(cadre, caseId, "record-visit", {
      happenedOn: today,
      occasion: "hardship",
      form: { situation: "粮食已送到" },
    });
    const festivals = await helpUntilLiftOut(world(), lifting);
    expect(festivals.sort()).toEqual(["dragon-boat", "mid-autumn", "spring-festival"]);
    await liftOut(world(), lifting);

    const [asked] = (await lifeOf(county, caseId)).life.incomesAsked;
    const because = { ground: "income-below-line", incomeYear: asked?.incomeYear };
    expect(await move(cadre, caseId, "report-relapse", { because })).toMatchObject(
      refusal("INCOME_NOT_BELOW_LINE", { perHeadFen: 600_000, lineFen: 600_000 }),
    );
    await recordIncome(cadre, caseId, asked?.incomeYear ?? 0, 200_000);
    await moved(cadre, caseId, "report-relapse", { because });
    const { seq: basedOnSeq } = await lifeOf(county, caseId);
    await moved(county, caseId, "dismiss-relapse", { basedOnSeq, reason: "help-arrived" });

    await revisitToTheEnd(world(), lifting);
    await expectLived(world(), lifting, {
      liftOut: [...TO_VILLAGE_NOTICE, ...TOWNSHIP_NOTICE, ...FROM_COUNTY_CHECK],
      revisits: { everyMonths: 3, forMonths: 12, made: 3 },
    });
  }, 180_000);

  it("is one of eight that a cadre holds; there is no ninth", async () => {
    const clerk = await world().as("county-office", WUSHAN.county);
    const helper = await newHelper(clerk, { rank: "general", areaCode: WUSHAN.county });
    const { programmeId } = WUSHAN;
    const household = () => newHousehold(clerk, { areaCode: WUSHAN.village });
    const caseIds: string[] = [];
    while (caseIds.length < 8) {
      const subjectId = await household();
      caseIds.push((await openPairing(world(), { clerk, helper, programmeId, subjectId })).caseId);
    }
    const ninth = { programmeId, subjectId: await household(), leadHelperId: helper.id };
    expect(await clerk.post("/api/pairings", { ...ninth, signedOn: await world().today() })).toMatchObject(
      refusal("HELPER_AT_CAPACITY", { helperId: helper.id, held: 8, capacity: 8 }),
    );
    await expectBooksToBalance(world(), caseIds);
  }, 60_000);
});

/** A world for each programme: the clock of one story does not run for the cases of another. */
function worldOfItsOwn(): () => TestWorld {
  let opened: TestWorld | undefined;
  beforeAll(async () => void (opened = await TestWorld.open()), 60_000);
  afterAll(() => opened?.close());
  return () => {
    if (opened === undefined) throw new Error("the world is not open yet");
    return opened;
  };
}

async function owed({ cadre, caseId }: LiftingPairing): Promise<Owed[]> {
  return (await cadre.get<{ obligations: Owed[] }>(`/api/pairings/${caseId}`)).body.obligations;
}

/** A plan that waits with that seat, never with whoever wrote it. */
async function expectPlanReviewed(
  world: TestWorld,
  lifting: LiftingPairing,
  { seat, texts }: { seat: string; texts?: Readonly<Record<string, string>> },
): Promise<void> {
  const { caseId, cadre, township } = lifting;
  const more = texts === undefined ? {} : { texts };
  expect((await submitPlan(world, cadre, caseId, more)).status).toBe(200);
  expect((await owed(lifting)).find(({ kind }) => kind === "plan-review")?.seat).toBe(seat);
  expect((await reviewPlan(cadre, caseId, "approve-plan")).status).toBe(403);
  expect((await reviewPlan(township, caseId, "approve-plan")).status).toBe(200);
}

/** The line that the policy has for each of these income years; null where it has none. */
async function linesOf(
  { cadre, caseId }: LiftingPairing,
  years: readonly number[],
): Promise<(number | null)[]> {
  for (const year of years) await recordIncome(cadre, caseId, year);
  const { body } = await cadre.get<{ life: { incomes: { incomeYear: number; lineFen: number | null }[] } }>(
    `/api/pairings/${caseId}`,
  );
  return body.life.incomes.map(({ lineFen }) => lineFen);
}

/** Visits, two measures and whatever else falls due. @returns the festivals for which a visit was owed */
async function helpUntilLiftOut(world: TestWorld, lifting: LiftingPairing): Promise<string[]> {
  const { caseId, cadre } = lifting;
  const happenedOn = await world.today();
  await moved(cadre, caseId, "record-measure", { kind: "in-kind", amount: 5, happenedOn, note: "仔猪" });
  await moved(cadre, caseId, "record-measure", { kind: "cash", amountFen: 80_000, happenedOn });
  return [...(await visitUntil(world, lifting, addMonths(happenedOn, MONTHS_OF_HELP)))];
}

async function liftOut(world: TestWorld, lifting: LiftingPairing): Promise<void> {
  await proposeLiftOut(world, lifting);
  await passUntil(world, lifting, "lifted-out");
}

/** Closed after every step that the policy has, in its order, with every revisit made and nothing overdue. */
async function expectLived(
  world: TestWorld,
  { caseId, county, programme }: LiftingPairing,
  lived: {
    liftOut: readonly string[];
    revisits: { everyMonths: number; forMonths: number; made: number };
  },
): Promise<void> {
  const log = await world.events(caseId);
  const types = log.map(({ type }) => type);
  const [proposed, lifted] = [types.indexOf("LiftOutProposed"), types.indexOf("LiftedOut")];
  const steps = types.slice(proposed, lifted + 1).filter((type) => !type.startsWith("Visit"));
  expect(steps).toEqual(lived.liftOut);
  const { everyMonths, forMonths, made } = lived.revisits;
  expect(log[lifted]).toMatchObject({
    revisitEveryMonths: everyMonths,
    revisitUntil: addDays(addMonths(log[lifted]?.happenedOn as Day, forMonths), -1),
  });
  expect(types.slice(lifted).filter((type) => type === "VisitRecorded")).toHaveLength(made);
  expect(types.filter((type) => type === "MeasureRecorded")).toHaveLength(2);
  expect(types).toContain("PlanYearEnded");
  expect(types).not.toContain("ObligationEscalated");
  expect(log[0]).toMatchObject({
    programmeId: programme.programmeId,
    policyVersion: programme.policyVersion,
  });
  expect(log.at(-1)).toMatchObject({ type: "PairingClosed", reason: "revisits-completed" });
  expect((await lifeOf(county, caseId)).stage).toBe("closed");
  await expectBooksToBalance(world, [caseId]);
}
