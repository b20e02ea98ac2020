import { addDays, addMonths, lastDayOf, monthOf, type Day } from "@jiedui/domain";
import { expectBooksToBalance } from "../support/books";
import type { Visitor } from "../support/http";
import { completeRevisits, moved } from "../support/lift-out";
import {
  peopleSheets,
  registerUnits,
  residentId,
  rowsTold,
  sendRoster,
  workOff,
  workbookOf,
  type MadeSheet,
  type RosterSeen,
} from "../support/roster";
import { TOWN, TestWorld } from "../support/world";

const UNIT = "保康县水务局";
const MOST = 5;

/** As many households in help as one helper may hold, one more, and some that were lifted out before; then what is wrong. */
function sheets(today: Day, liftedOn: Day): MadeSheet[] {
  const pair = (household: number, stage: string, lifted: string, visited = "") => [
    residentId(household),
    "王伟",
    UNIT,
    "2016-05-01",
    visited,
    stage,
    lifted,
  ];
  const households = Array.from({ length: 14 }, (_none, index) => index + 1);
  return [
    ...peopleSheets(UNIT, ["王伟"], households),
    {
      name: "结对关系",
      rows: [
        ["户主身份证号", "帮扶干部", "所在单位", "签约日期", "最近走访日期", "阶段", "脱贫日期"],
        ...households.slice(0, MOST).map((each) => pair(each, "帮扶中", "")),
        pair(6, "已脱贫", liftedOn, addDays(liftedOn, 20)),
        pair(7, "回访中", liftedOn),
        pair(8, "帮扶中", ""),
        pair(9, "已脱贫", ""),
        pair(10, "已脱贫", addDays(today, 1)),
        pair(11, "已脱贫", "2016-04-30"),
        pair(12, "已脱贫", addMonths(today, -13)),
        pair(13, "帮扶中", liftedOn),
        pair(14, "已结案", liftedOn),
      ],
    },
  ];
}

describe("households that were lifted out on paper", () => {
  let world: TestWorld;
  let clerk: Visitor;
  let file: Buffer;
  let roster: RosterSeen;
  let today: Day;
  let liftedOn: Day;
  let caseId: string;
  beforeAll(async () => {
    world = await TestWorld.open();
    clerk = await world.clerk();
    await registerUnits(clerk, [UNIT]);
    today = await world.today();
    liftedOn = addMonths(today, -5);
    file = await workbookOf(sheets(today, liftedOn));
  }, 60_000);
  afterAll(() => world.close());

  it("are shown before anything is created, each wrong one with its own reason", async () => {
    roster = (await sendRoster(clerk, file)).body;
    const told = await rowsTold(clerk, roster.id, "pair");
    expect(told.filter(({ state }) => state === "ready")).toHaveLength(MOST + 2);
    expect(told.filter(({ state }) => state === "failed").map(({ line, code }) => [line, code])).toEqual([
      [9, "HELPER_AT_CAPACITY"],
      [10, "CELL_EMPTY"],
      [11, "LIFTED_OUT_IN_FUTURE"],
      [12, "LIFTED_OUT_BEFORE_SIGNING"],
      [13, "REVISITS_OVER_ALREADY"],
      [14, "LIFTED_OUT_DAY_WITHOUT_STAGE"],
      [15, "STAGE_NOT_TAKEN_OVER"],
    ]);
  });

  it("are under revisits afterwards, take no place with their helper, and owe their first revisit ahead", async () => {
    expect(await workOff(clerk, roster.id)).toMatchObject({ ready: 0, done: 1 + 14 + MOST + 2 });
    const told = await rowsTold(clerk, roster.id, "pair");
    caseId = told.find(({ line }) => line === 7)?.caseId ?? "";
    const { body } = await clerk.get<{ obligations: { kind: string; rule: string; dueOn: Day }[] }>(
      `/api/pairings/${caseId}`,
    );
    const until = addDays(addMonths(liftedOn, 12), -1);
    expect(body).toMatchObject({
      stage: "revisiting",
      signedOn: "2016-05-01",
      lastVisitOn: addDays(liftedOn, 20),
      life: { lifted: { on: liftedOn, until } },
    });
    expect(body.obligations).toMatchObject([{ kind: "visit", rule: "revisit-after-lift-out" }]);
    expect((body.obligations[0]?.dueOn ?? "") >= lastDayOf(monthOf(today))).toBe(true);
    const [held] = await world.owner.query<{ used: number }[]>(
      "select used from claim_slot where resource like 'helper-households:%'",
    );
    expect(held).toEqual({ used: MOST });
    const list = await clerk.get<{ items: unknown[] }>("/api/pairings?stage=revisiting&limit=10");
    expect(list.body.items).toHaveLength(2);
    const all = told.flatMap((row) => (row.caseId === null ? [] : [row.caseId]));
    await expectBooksToBalance(world, all);
  });

  it("say that they were taken over as lifted out, and that the records of it are on paper", async () => {
    const [opened] = await world.events(caseId);
    expect(opened).toMatchObject({
      type: "PairingOpened",
      happenedOn: "2016-05-01",
      takenOver: { liftedOut: { on: liftedOn } },
    });
    const { status, body } = await clerk.get<{ liftedOn: string; events: { type: string }[] }>(
      `/api/pairings/${caseId}/lifted-out`,
    );
    expect([status, body.liftedOn]).toEqual([200, liftedOn]);
    expect(body.events.map(({ type }) => type)).toEqual(["PairingOpened"]);
  });

  it("are counted by month's end as lifted out on that day, without a term that could end", async () => {
    const month = monthOf(liftedOn);
    const lifted = await clerk.get<{ items: { day: string }[] }>(
      `/api/month-ends/${month}/lists/lifted-out?limit=20`,
    );
    expect(lifted.body.items.map(({ day }) => day)).toEqual([liftedOn, liftedOn]);
    const [facts] = await world.owner.query<Record<string, number>[]>(
      `select count(*) filter (where kind = 'term-end')::int as terms, count(*) filter (where kind = 'lifted-out')::int as lifted from month_fact`,
    );
    expect(facts).toEqual({ terms: MOST, lifted: 2 });
  });

  it("change nothing when the same file comes again", async () => {
    const { body } = await sendRoster(clerk, file);
    expect(body.parts.find(({ part }) => part === "pair")).toMatchObject({ ready: 0, known: MOST + 2 });
  });

  it("are revisited to the policy's end, and closed when every revisit was made", async () => {
    const [pairing] = await world.owner.query<{ helperId: string }[]>(
      `select lead_helper_id as "helperId" from pairing where case_id = $1 and known_to is null`,
      [caseId],
    );
    const cadre = await world.as("helper", null, pairing?.helperId ?? "");
    const until = addDays(addMonths(liftedOn, 12), -1);
    const due = async () => {
      const { body } = await clerk.get<{ obligations: { kind: string; dueOn: Day }[] }>(
        `/api/pairings/${caseId}`,
      );
      return body.obligations.find(({ kind }) => kind === "visit")?.dueOn ?? until;
    };
    let visits = 0;
    for (let dueOn = await due(); dueOn <= until; dueOn = await due()) {
      const on = `${dueOn.slice(0, 8)}10` as Day;
      if (on > (await world.today())) await world.advanceTo(on);
      await moved(cadre, caseId, "record-visit", {
        happenedOn: await world.today(),
        form: { situation: "家里都好" },
      });
      visits += 1;
    }
    expect(visits).toBeGreaterThan(0);
    await world.advanceTo(addDays(until, 3));
    expect(await world.eventTypes(caseId)).toContain("RevisitPeriodEnded");
    expect(await world.eventTypes(caseId)).not.toContain("ObligationEscalated");
    const township = await world.as("township-office", TOWN);
    await completeRevisits({ cadre, township, county: clerk, caseId });
    expect((await clerk.get(`/api/pairings/${caseId}`)).body).toMatchObject({ stage: "closed" });
    await expectBooksToBalance(world, [caseId]);
  }, 120_000);
});
