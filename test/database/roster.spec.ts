import { randomUUID } from "node:crypto";
import {
  AccountRepository,
  RosterCampaignRepository,
  RosterRepository,
  RosterView,
  type NewRoster,
} from "@jiedui/database";
import type { DivisionCode, JudgedRow, RosterValues } from "@jiedui/domain";
import { residentId } from "../support/roster";
import { ScratchWorld } from "./scratch-world";

const COUNTY = "420626000000" as DivisionCode;
const VILLAGE = "420626100001" as DivisionCode;
const CLERK = { role: "county-office", areaCode: COUNTY };

describe("a workbook's rows on their way into the register", () => {
  let world: ScratchWorld;
  const accountId = randomUUID();
  const [rows, campaign, view] = [new RosterRepository(), new RosterCampaignRepository(), new RosterView()];
  beforeAll(async () => {
    world = await ScratchWorld.open();
    await new AccountRepository().create(world.owner.manager, {
      id: accountId,
      login: "clerk",
      displayName: "经办人",
      passwordHash: "x",
      ...CLERK,
      helperId: null,
      mustChangePassword: false,
    });
  }, 60_000);
  afterAll(() => world.close());

  async function kept(
    contentHash: string,
    values: readonly RosterValues[],
  ): Promise<{ id: string; ids: string[] }> {
    const roster: NewRoster = {
      id: randomUUID(),
      programmeId: "baokang",
      areaCode: COUNTY,
      contentHash,
      fileName: "保康.xlsx",
      format: "xlsx",
      bytes: 1,
      sheets: [{ name: "表", headingLine: 1, columns: [] }],
      uploadedBy: accountId,
    };
    const ids = values.map(() => randomUUID());
    await world.as(CLERK, async (manager) => {
      await rows.create(manager, roster);
      const judged = values.map((each, index): JudgedRow => ({
        part: each.part,
        sheet: 0,
        line: index + 2,
        label: "某",
        values: each,
        remarks: [],
        identity: null,
        ordinal: index + 1,
        state: "ready",
        reason: null,
        targetId: ids[index] ?? null,
        unit: { id: ids[0] ?? "", areaCode: COUNTY },
        pair:
          each.part === "pair" || each.part === "co-helper"
            ? {
                subjectId: ids[2] ?? "",
                helperId: ids[1] ?? "",
                since: "2014-03-05" as never,
                leadOrdinal: each.part === "pair" ? null : 4,
              }
            : null,
      }));
      await rows.addRows(
        manager,
        roster,
        judged.map((row) => ({ row, cells: [row.label], memberId: randomUUID() })),
      );
      await rows.previewed(manager, roster.id);
    });
    return { id: roster.id, ids };
  }
  const household = (number: number): RosterValues => ({
    part: "household",
    name: `户主${number}`,
    residentId: residentId(number),
    kind: "industry-household",
    areaCode: VILLAGE,
    address: null,
    phone: null,
  });
  const whole = (number: number): RosterValues[] => [
    { part: "unit", name: `县水务局${number}`, kind: "party-or-government" },
    { part: "helper", name: "王伟", unitName: `县水务局${number}`, rank: "section", phone: null },
    household(number),
    {
      part: "pair",
      residentId: residentId(number),
      helperName: "王伟",
      unitName: null,
      signedOn: "2014-03-05" as never,
      lastVisitOn: null,
      liftedOutOn: null,
    },
  ];
  const count = async (table: string) =>
    (await world.owner.query<[{ many: number }]>(`select count(*)::int as many from ${table}`))[0].many;

  it("become entries once, page by page, whoever asks again", async () => {
    const { id, ids } = await kept("one", whole(1));
    const { manager } = world.recorder;
    expect(await campaign.begin(manager, id, { accountId, role: "county-office", casesPerSecond: 5 })).toBe(
      true,
    );
    expect(await campaign.takeOverRegister(manager, id, 0, 2)).toEqual({ lastOrdinal: 2, rows: 2 });
    expect(await campaign.takeOverRegister(manager, id, 0, 2)).toEqual({ lastOrdinal: 3, rows: 1 });
    expect(await campaign.takeOverRegister(manager, id, 0, 2)).toBeNull();
    const [member] = await world.owner.query<Record<string, unknown>[]>(
      `select subject_id as "subjectId", relation, to_char(birthday, 'YYYY-MM-DD') as birthday, sex, m.name, s.initials, s.area_code as "areaCode"
       from household_member m join subject s on s.id = m.subject_id`,
    );
    expect(member).toEqual({
      subjectId: ids[2],
      relation: "head",
      birthday: "1950-01-01",
      sex: "male",
      name: "户主1",
      initials: "hz1",
      areaCode: VILLAGE,
    });
    expect(await campaign.nextPairs(manager, id, 0, 10)).toEqual([
      {
        ordinal: 4,
        subjectId: ids[2],
        helperId: ids[1],
        subject: { id: ids[2], kind: "industry-household", areaCode: VILLAGE },
        leadHelper: { id: ids[1], rank: "section", unitId: ids[0] },
        signedOn: "2014-03-05",
        lastVisitOn: null,
        liftedOutOn: null,
      },
    ]);
    const caseId = randomUUID();
    await campaign.settlePair(manager, id, { ordinal: 4, caseId, reason: null });
    await campaign.settlePair(manager, id, {
      ordinal: 4,
      caseId: randomUUID(),
      reason: { code: "ALREADY_OPEN" },
    });
    await campaign.noteState(manager, id, "finished", 5);
    const seen = await world.as(CLERK, (reading) => view.get(reading, id));
    expect(seen).toMatchObject({
      state: "finished",
      ready: 0,
      done: 4,
      progress: { total: 4, done: 4 },
      reasons: [],
    });
    const page = await world.as(CLERK, (reading) => view.rows(reading, id, { part: "pair", limit: 5 }));
    expect(page.items).toMatchObject([{ ordinal: 4, targetId: caseId, cells: ["某"], sheet: "表" }]);
  });

  it("of co-helpers wait for the case of their lead, and say where there is none", async () => {
    const along = {
      part: "co-helper",
      residentId: residentId(4),
      helperName: "王伟",
      unitName: null,
      since: null,
    } as const;
    const { id, ids } = await kept("four", [...whole(4), along]);
    const { manager } = world.recorder;
    await campaign.begin(manager, id, { accountId, role: "county-office", casesPerSecond: 5 });
    await campaign.takeOverRegister(manager, id, 0, 100);
    expect(await campaign.nextPairs(manager, id, 4, 10)).toEqual([]);
    const helper = { id: ids[1], rank: "section" };
    const row = { ordinal: 5, helperId: ids[1], helper, since: "2014-03-05", leadLine: 5 };
    expect(await campaign.nextCoHelpers(manager, id, 4, 10)).toEqual([{ ...row, pairing: null }]);
    const caseId = randomUUID();
    await world.owner.query(
      "insert into case_file (case_id, kind, seq, stage, area_code, opened_at) values ($1, 'pairing', 1, 'helping', $2, now())",
      [caseId, VILLAGE],
    );
    await campaign.settlePair(manager, id, { ordinal: 4, caseId, reason: null });
    expect(await campaign.nextCoHelpers(manager, id, 4, 10)).toEqual([
      { ...row, pairing: { caseId, stage: "helping", areaCode: VILLAGE } },
    ]);
    await campaign.settlePair(manager, id, { ordinal: 5, caseId, reason: null });
    expect(await campaign.nextCoHelpers(manager, id, 4, 10)).toEqual([]);
  });

  it("fail by themselves where somebody was quicker, and leave the others alone", async () => {
    const { id } = await kept("two", [...whole(2).slice(0, 2), household(1), household(3)]);
    const { manager } = world.recorder;
    await campaign.begin(manager, id, { accountId, role: "county-office", casesPerSecond: 5 });
    await campaign.takeOverRegister(manager, id, 0, 100);
    const seen = await world.as(CLERK, (reading) => view.get(reading, id));
    expect(seen).toMatchObject({ done: 3, failed: 1, progress: { failed: 1 } });
    expect(seen?.reasons).toEqual([
      {
        part: "household",
        code: "MEMBER_OF_ANOTHER_HOUSEHOLD",
        column: "resident-id",
        rows: 1,
        lines: [{ sheet: "表", line: 4 }],
      },
    ]);
  });

  it("begin a new household for somebody who has left an earlier one", async () => {
    await world.owner.query(
      "update household_member set left_on = '2026-01-10', left_by = 'married-out' where resident_id = $1",
      [residentId(3)],
    );
    const known = await world.as(CLERK, (manager) =>
      rows.known(manager, { programmeId: "baokang", areaCode: COUNTY }, [residentId(1), residentId(3)]),
    );
    expect([...known.people.keys()]).toEqual([residentId(1)]);
    const { id } = await kept("left", [...whole(6).slice(0, 2), household(3)]);
    const { manager } = world.recorder;
    await campaign.begin(manager, id, { accountId, role: "county-office", casesPerSecond: 5 });
    await campaign.takeOverRegister(manager, id, 0, 100);
    expect(await world.as(CLERK, (reading) => view.get(reading, id))).toMatchObject({ done: 3, failed: 0 });
  });

  it("are one take-over for the same file until it has ended, and are seen in their own area only", async () => {
    const { id } = await kept("three", [household(9)]);
    await expect(kept("three", [household(9)])).rejects.toThrow("roster_under_way");
    const found = await world.as(CLERK, (manager) =>
      rows.underWay(manager, { programmeId: "baokang", areaCode: COUNTY, contentHash: "three" }),
    );
    expect(found).toEqual({ id, state: "previewed" });
    const elsewhere = { role: "county-office", areaCode: "620524000000" };
    expect(await world.as(elsewhere, (manager) => view.get(manager, id))).toBeUndefined();
    expect((await world.as(elsewhere, (manager) => view.find(manager, { limit: 5 }))).items).toEqual([]);
    expect((await world.as(CLERK, (manager) => view.find(manager, { limit: 2 }))).items).toHaveLength(2);
  });

  it("tell the recorder no name, no line and nothing that was read", async () => {
    for (const column of ["label", "cells", "read", "remarks"])
      await expect(world.recorder.query(`select ${column} from roster_row`)).rejects.toThrow(
        "permission denied",
      );
    await expect(world.recorder.query("insert into subject (id) values (gen_random_uuid())")).rejects.toThrow(
      "permission denied",
    );
  });

  it("go after their days, and leave their number", async () => {
    await world.owner.query(
      "update roster set ended_at = clock_timestamp() - interval '31 days' where content_hash = 'one'",
    );
    expect(await campaign.eraseRows(world.recorder.manager, 30)).toBe(1);
    expect(
      await count("roster_row where roster_id = (select id from roster where content_hash = 'one')"),
    ).toBe(0);
    const { items } = await world.as(CLERK, (manager) => view.find(manager, { limit: 5 }));
    expect(items.find(({ state }) => state === "finished")).toMatchObject({
      rows: 4,
      done: 4,
      fileName: null,
    });
  });
});
