import { eventually } from "../support/eventually";
import { ProcessWorld } from "../support/process-world";
import { residentId, sendRoster, workbookOf, type RosterSeen } from "../support/roster";
import { COUNTY } from "../support/world";

const HELPERS = 16;
const HOUSEHOLDS = 80;
const KILLS = 3;
const CASES_PER_SECOND = 8;

describe("a worker killed with kill -9 during a take-over", () => {
  let world: ProcessWorld;
  beforeAll(async () => (world = await ProcessWorld.open()), 180_000);
  afterAll(() => world.close());

  it("goes on where it was: no case doubled, none lost", async () => {
    const clerk = await world.as("county-office", COUNTY);
    const helperOf = (index: number) => `干部${index % HELPERS}`;
    const ids = Array.from({ length: HOUSEHOLDS }, (_none, index) => residentId(index + 1));
    const file = await workbookOf([
      {
        name: "单位",
        rows: [
          ["单位名称", "单位类别"],
          ["县水务局", "党政机关"],
        ],
      },
      {
        name: "干部",
        rows: [
          ["干部姓名", "所在单位", "职级"],
          ...Array.from({ length: HELPERS }, (_none, index) => [helperOf(index), "县水务局", "科级"]),
        ],
      },
      {
        name: "户",
        rows: [
          ["户主姓名", "户主身份证号", "户类别", "乡镇", "行政村"],
          ...ids.map((id, index) => [`户主${index}`, id, "产业大户", "城关镇", "光千社区"]),
        ],
      },
      {
        name: "结对",
        rows: [
          ["户主身份证号", "帮扶干部", "所在单位", "签约日期"],
          ...ids.map((id, index) => [id, helperOf(index), "县水务局", "2014-03-05"]),
        ],
      },
    ]);
    const { status, body } = await sendRoster(clerk, file);
    expect([status, body.ready]).toEqual([201, 1 + HELPERS + 2 * HOUSEHOLDS]);
    const started = await clerk.post<RosterSeen>(`/api/rosters/${body.id}/start`, {
      casesPerSecond: CASES_PER_SECOND,
    });
    expect(started.body.state).toBe("running");
    const seen = async () => (await clerk.get<RosterSeen>(`/api/rosters/${body.id}`)).body;
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const wanted = (kill * HOUSEHOLDS) / (KILLS + 1) + 1 + HELPERS + HOUSEHOLDS;
      await eventually("pairings to be opened", async () =>
        (await seen()).done >= wanted ? true : undefined,
      );
      await world.kill("worker");
      await world.start("worker");
    }
    const over = await eventually("the campaign to finish", async () => {
      const now = await seen();
      return now.state === "finished" ? now : undefined;
    });
    expect(over).toMatchObject({ ready: 0, failed: 0, done: 1 + HELPERS + 2 * HOUSEHOLDS });
    const [books] = await world.owner.query<Record<string, number>[]>(
      `select (select count(*)::int from subject) as subjects, (select count(*)::int from helper) as helpers,
         (select count(*)::int from case_file) as cases, (select count(distinct subject_id)::int from pairing) as paired,
         (select count(*)::int from case_event where type = 'PairingOpened') as opened,
         (select count(*)::int from roster_row r join case_file f on f.case_id = r.target_id where r.part = 'pair') as told,
         (select sum(used)::int from claim_slot where resource like 'helper-households:%') as held`,
    );
    expect(books).toEqual({
      subjects: HOUSEHOLDS,
      helpers: HELPERS,
      cases: HOUSEHOLDS,
      paired: HOUSEHOLDS,
      opened: HOUSEHOLDS,
      told: HOUSEHOLDS,
      held: HOUSEHOLDS,
    });
    expect(world.faultsLogged).toEqual([]);
  }, 400_000);
});
