import { expectBooksToBalance } from "../support/books";
import { eventually } from "../support/eventually";
import type { Visitor } from "../support/http";
import {
  peopleSheets,
  readBack,
  registerUnits,
  residentId,
  rowsTold,
  sendRoster,
  workedOff,
  workOff,
  workbookOf,
  type MadeSheet,
  type RosterSeen,
} from "../support/roster";
import { TestWorld } from "../support/world";

const UNIT = "保康县水务局";
const NAMES = ["王伟", "张敏", "赵云", "钱一", "钱二", "钱三", "钱四"];

/** Two households with their leads, a third whose lead's row is broken, a fourth without one; and who helps along. */
function sheets(): MadeSheet[] {
  const pair = (household: number, name: string, part: string, signed = "2016-05-01") => [
    residentId(household),
    name,
    UNIT,
    part,
    signed,
  ];
  return [
    ...peopleSheets(UNIT, NAMES, [1, 2, 3, 4]),
    {
      name: "结对关系",
      rows: [
        ["户主身份证号", "帮扶干部", "所在单位", "帮扶角色", "签约日期"],
        pair(1, "王伟", "责任人"),
        pair(1, "张敏", "协助人", ""),
        pair(1, "赵云", "协助", "2018-01-01"),
        pair(1, "张敏", "协助人"),
        pair(1, "王伟", "协助人"),
        pair(2, "张敏", "协助人"),
        pair(2, "王伟", ""),
        pair(2, "钱一", "共同帮扶人"),
        pair(2, "钱二", "协助人"),
        pair(2, "钱三", "协助人"),
        pair(2, "钱四", "协助人"),
        pair(3, "王伟", "责任人", "2016年春"),
        pair(3, "张敏", "协助人"),
        pair(4, "张敏", "协助人"),
      ],
    },
  ];
}

describe("co-helpers of a county taken over", () => {
  let world: TestWorld;
  let clerk: Visitor;
  let file: Buffer;
  let roster: RosterSeen;
  beforeAll(async () => {
    world = await TestWorld.open();
    clerk = await world.clerk();
    await registerUnits(clerk, [UNIT]);
    file = await workbookOf(sheets());
  }, 60_000);
  afterAll(() => world.close());

  const cases = () =>
    world.owner.query<{ caseId: string; coHelpers: string[] }[]>(
      `select p.case_id as "caseId", array(select h.name from helper h where h.id = any (p.co_helper_ids) order by h.name collate "C") as "coHelpers"
       from pairing p join subject s on s.id = p.subject_id where p.known_to is null order by s.name`,
    );
  const count = async (what: string) =>
    (await world.owner.query<[{ many: number }]>(`select count(*)::int as many from ${what}`))[0].many;

  it("are shown apart from the pairs, each failed one with its own reason", async () => {
    const { status, body } = await sendRoster(clerk, file);
    expect(status).toBe(201);
    roster = body;
    expect(roster.parts.slice(-2).map(({ part, ready, failed }) => [part, ready, failed])).toEqual([
      ["pair", 2, 1],
      ["co-helper", 6, 5],
    ]);
    const told = await rowsTold(clerk, roster.id, "co-helper");
    expect(told.filter(({ state }) => state === "failed").map(({ line, code }) => [line, code])).toEqual([
      [5, "CO_HELPER_TWICE"],
      [6, "LEAD_HELPER_IS_CO_HELPER"],
      [12, "TOO_MANY_CO_HELPERS"],
      [14, "LEAD_ROW_FAILED"],
      [15, "LEAD_IN_NO_ROW"],
    ]);
  });

  it("help along when all is done, each once although the worker is killed in between", async () => {
    await clerk.post(`/api/rosters/${roster.id}/start`, { casesPerSecond: 1 });
    await eventually("a co-helper to be added", async () =>
      (await count("case_event where type = 'CoHelperAdded'")) > 0 ? true : undefined,
    );
    await world.stopWorker("SIGKILL");
    // Whoever leaves meanwhile fails alone, when it is their turn.
    await world.owner.query("update helper set retired_on = '2020-01-01' where name = '钱三'");
    await world.startWorker();
    const over = await workedOff(clerk, roster.id);
    expect(over.parts.slice(-2).map(({ part, done, failed }) => [part, done, failed])).toEqual([
      ["pair", 2, 1],
      ["co-helper", 5, 6],
    ]);
    const told = await rowsTold(clerk, roster.id, "co-helper");
    expect(told.find(({ line }) => line === 11)).toMatchObject({ code: "HELPER_NOT_IN_SERVICE" });
    const [first, second, ...more] = await cases();
    expect(more).toEqual([]);
    expect([first?.coHelpers, second?.coHelpers]).toEqual([
      ["张敏", "赵云"],
      ["张敏", "钱一", "钱二"],
    ]);
    expect(told.find(({ line }) => line === 3)).toMatchObject({ state: "done", caseId: first?.caseId });
    const added = (await world.events(first?.caseId ?? "")).filter(({ type }) => type === "CoHelperAdded");
    expect(added.map(({ happenedOn }) => happenedOn).sort()).toEqual(["2016-05-01", "2018-01-01"]);
    await expectBooksToBalance(
      world,
      [first, second].map((each) => each?.caseId ?? ""),
    );
  }, 120_000);

  it("that failed come back in the user's own layout, each with its reason", async () => {
    const { bytes } = await clerk.download(`/api/rosters/${roster.id}/failed-rows`);
    const [pairs] = await readBack(bytes);
    expect(pairs?.rows.map((row) => row.at(-2))).toEqual([
      "未导入原因",
      "与第 3 行是同一户的同一名协助人。",
      "责任人不能同时是协同帮扶人。",
      "该干部已离任。",
      "协同帮扶人太多，最多 4 名。",
      "“签约日期”不是一个存在的日期，请写成 2020-03-05 的样子。",
      "该户责任人所在的第 13 行未能导入，先改那一行。",
      "表中没有该户责任人的一行，协助人无处可挂，请核对“户主身份证号”。",
    ]);
  });

  it("are known when the same file comes again, and nothing changes by it", async () => {
    const before = await count("case_event");
    const { body } = await sendRoster(clerk, file);
    expect(body.parts.slice(-2).map(({ part, ready, known }) => [part, ready, known])).toEqual([
      ["pair", 0, 2],
      // A place has become free with the one who left.
      ["co-helper", 1, 5],
    ]);
    const [first] = await cases();
    expect((await rowsTold(clerk, body.id, "co-helper"))[0]).toMatchObject({
      state: "known",
      caseId: first?.caseId,
    });
    await world.owner.query("update helper set retired_on = '2020-01-01' where name = '钱四'");
    const again = await sendRoster(clerk, file);
    expect(again.body.parts.at(-1)).toMatchObject({ ready: 0, known: 5 });
    await workOff(clerk, again.body.id);
    expect(await count("case_event")).toBe(before);
  });
});
