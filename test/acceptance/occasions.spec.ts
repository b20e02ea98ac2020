import { FESTIVALS, addDays, countWorkingDays, firstFestivalAfter, type Day } from "@jiedui/domain";
import { publishedCalendar } from "@jiedui/policies";
import { expectBooksToBalance } from "../support/books";
import { correct } from "../support/correction";
import { openPairing, recordVisit } from "../support/county";
import type { Answer, Visitor } from "../support/http";
import { tellPersonalDays } from "../support/personal-days";
import { refusal } from "../support/refused";
import { TestWorld, VILLAGE } from "../support/world";

/** A number of this county that passes its check. */
function residentIdBornOn(birthday: string): string {
  const seventeen = `420626${birthday.replaceAll("-", "")}001`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(seventeen[index]), 0);
  return `${seventeen}${"10X98765432"[sum % 11] ?? ""}`;
}

type Owed = { key: string; kind: string; dueOn: Day; rung: number };
/** As the made-up programme asks: a visit within seven days after the report, and in the seven days before a festival. */
const DAYS = 7;

describe("occasions and festivals", () => {
  let world: TestWorld;
  let clerk: Visitor;
  beforeAll(async () => {
    world = await TestWorld.open();
    clerk = await world.clerk();
  }, 60_000);
  afterAll(() => world.close());

  it("one visit answers the month, an occasion and a festival at once; voided, it uncovers all three", async () => {
    const { caseId, helper } = await openPairing(world, { programmeId: "whole-life" });
    const cadre = await world.as("helper", null, helper.id);
    const opened = await world.today();
    const festival = firstFestivalAfter(addDays(opened, DAYS), FESTIVALS);
    const festivalKey = `festival:${festival?.festival}:${festival?.year}`;
    expect(await owed(caseId)).toMatchObject([{ kind: "visit" }, { key: festivalKey, dueOn: festival?.day }]);

    await world.advanceTo(addDays(festival?.day ?? opened, -2));
    const today = await world.today();
    expect((await report(cadre, caseId, "illness", today)).status).toBe(200);
    expect(await report(clerk, caseId, "illness", today)).toMatchObject(
      refusal("OCCASION_ALREADY_REPORTED", {}),
    );
    expect(await report(cadre, caseId, "quarrel", addDays(today, 1))).toMatchObject(
      refusal("OCCASION_IN_FUTURE", {}),
    );
    const before = await owed(caseId);
    expect(before.map(({ kind }) => kind)).toEqual(["visit", "occasion-visit", "festival-visit"]);
    expect(before[1]).toMatchObject({ dueOn: addDays(today, DAYS), rung: 0 });
    await expectBooksToBalance(world, [caseId]);

    expect(await recordVisit(cadre, caseId, today)).toBe(200);
    const after = await owed(caseId);
    expect(after.map(({ kind }) => kind)).toEqual(["visit", "festival-visit"]);
    expect(after[0]?.key).not.toBe(before[0]?.key);
    expect(after[1]?.key).not.toBe(festivalKey);
    await expectBooksToBalance(world, [caseId]);

    await correct(world, caseId, "VisitRecorded", "did-not-happen");
    expect((await owed(caseId)).map(({ key }) => key)).toEqual(before.map(({ key }) => key));
    await expectBooksToBalance(world, [caseId]);
  });

  it("an occasion that nobody comes for climbs its ladder, and says why", async () => {
    const { caseId, helper } = await openPairing(world, { programmeId: "whole-life" });
    const cadre = await world.as("helper", null, helper.id);
    expect(await recordVisit(cadre, caseId, await world.today())).toBe(200);
    await world.advanceDays(1);
    const today = await world.today();
    const due = addDays(today, DAYS);
    expect((await report(clerk, caseId, "hardship", today)).status).toBe(200);
    await world.advanceTo(addDays(countWorkingDays(publishedCalendar(), due, 3).lastDay, 1));
    const log = await world.log(caseId);
    const escalated = log.find(
      (event) => event.type === "ObligationEscalated" && event.obligationKey.startsWith("occasion:"),
    );
    expect(escalated).toMatchObject({ rung: 1, because: { rule: "visited-on-occasions", dueOn: due } });
    const { body } = await clerk.get<{ why: unknown }>(
      `/api/pairings/${caseId}/events/${escalated?.seq ?? 0}`,
    );
    expect(body.why).toMatchObject({ dueOn: due, ruleData: { visitWithinDays: DAYS } });
    expect(await recordVisit(cadre, caseId, await world.today())).toBe(200);
    expect((await owed(caseId)).map(({ kind }) => kind)).toEqual(["visit", "festival-visit"]);
    await expectBooksToBalance(world, [caseId]);
  });

  it("a birthday and a joining day are told by the system from the register, once each, and nobody's name goes with them", async () => {
    await world.advanceDays(1);
    const today = await world.today();
    const birthday = addDays(today, 3);
    const joinedOn = addDays(today, 5);
    const members = [
      { name: "王寿星", relation: "head", residentId: residentIdBornOn(`1960${birthday.slice(4)}`) },
      { name: "王党员", relation: "spouse", joinedPartyOn: `1990${joinedOn.slice(4)}` },
      { name: "王远日", relation: "child", joinedPartyOn: `1990${addDays(today, 20).slice(4)}` },
    ];
    const { body } = await clerk.post<{ id: string }>("/api/subjects", {
      name: "王寿星",
      kind: "rural-party-member",
      areaCode: VILLAGE,
      members,
    });
    const { caseId, helper } = await openPairing(world, { programmeId: "whole-life", subjectId: body.id });
    expect(await tellPersonalDays(world)).toBeGreaterThanOrEqual(2);
    expect(await tellPersonalDays(world)).toBe(0);
    const told = (await world.log(caseId)).filter(({ type }) => type === "OccasionReported");
    expect(told).toMatchObject([
      { occasion: "birthday", happenedOn: birthday, cause: { role: "system" } },
      { occasion: "joining-day", happenedOn: joinedOn, cause: { role: "system" } },
    ]);
    expect(JSON.stringify(told)).not.toContain("王");
    expect((await owed(caseId)).slice(1, 3)).toMatchObject([{ dueOn: birthday }, { dueOn: joinedOn }]);
    const cadre = await world.as("helper", null, helper.id);
    expect(await recordVisit(cadre, caseId, today)).toBe(200);
    expect((await owed(caseId)).map(({ kind }) => kind)).toEqual(["visit", "festival-visit"]);
    await expectBooksToBalance(world, [caseId]);
  });

  it("a programme that asks for no such visits refuses the report and offers none", async () => {
    const { caseId } = await openPairing(world);
    expect(await report(clerk, caseId, "illness", await world.today())).toMatchObject(
      refusal("OCCASIONS_NOT_IN_PROGRAMME", {}),
    );
    const { body } = await clerk.get<{ moves: { move: string; code: string | null }[] }>(
      `/api/pairings/${caseId}`,
    );
    expect(body.moves.find(({ move }) => move === "reportOccasion")?.code).toBe("OCCASIONS_NOT_IN_PROGRAMME");
  });

  function report(who: Visitor, caseId: string, occasion: string, happenedOn: Day): Promise<Answer> {
    return who.post(`/api/pairings/${caseId}/report-occasion`, {
      occasion,
      happenedOn,
      note: "村里打来电话",
    });
  }

  /** The visits that are owed, in the order of the kinds. */
  async function owed(caseId: string): Promise<Owed[]> {
    const { body } = await clerk.get<{ obligations: Owed[] }>(`/api/pairings/${caseId}`);
    const kinds = ["visit", "occasion-visit", "festival-visit"];
    const visits = body.obligations.filter(({ kind }) => kinds.includes(kind));
    return visits.sort((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind));
  }
});
