import { randomUUID } from "node:crypto";
import { Housekeeping, workerConfig } from "@jiedui/worker";
import { createDataSource } from "@jiedui/database";
import { lastDayOf, monthOf } from "@jiedui/domain";
import { rosterCampaignId } from "@jiedui/workflow-contracts";
import { historyToJSON } from "@temporalio/common/lib/proto-utils";
import { expectBooksToBalance } from "../support/books";
import { HOUSEHOLDS, HOUSEHOLDS_RIGHT, SCHOOLS, WATER, sheetsUntil } from "../support/baokang-roster";
import { eventually } from "../support/eventually";
import type { Visitor } from "../support/http";
import {
  readBack,
  registerUnits,
  residentId,
  sendRoster,
  workbookOf,
  type RosterSeen,
} from "../support/roster";
import { OTHER_COUNTY, TestWorld } from "../support/world";

const REASONS = {
  helper: ["HELPER_TWICE", "RANK_UNKNOWN", "UNIT_UNKNOWN"],
  household: [
    "DIGITS_LOST",
    "HOUSEHOLD_TWICE",
    "ID_CHECK_DIGIT_WRONG",
    "SUBJECT_KIND_UNKNOWN",
    "VILLAGE_UNKNOWN",
  ],
  pair: [
    "DAY_UNREADABLE",
    "HOUSEHOLD_PAIRED_TWICE",
    "HOUSEHOLD_PAIRED_TWICE",
    "HOUSEHOLD_PAIRED_TWICE",
    "HOUSEHOLD_ROW_FAILED",
  ],
};

describe("a county taken over from its workbook", () => {
  let world: TestWorld;
  let clerk: Visitor;
  let file: Buffer;
  let roster: RosterSeen;
  beforeAll(async () => {
    world = await TestWorld.open();
    clerk = await world.clerk();
    await registerUnits(clerk, [WATER, SCHOOLS]);
    file = await workbookOf(sheetsUntil(await world.today()));
  }, 60_000);
  afterAll(() => world.close());

  const seen = async (id = roster.id) => (await clerk.get<RosterSeen>(`/api/rosters/${id}`)).body;
  const move = async (name: string, casesPerSecond?: number) =>
    (
      await clerk.post<RosterSeen>(
        `/api/rosters/${roster.id}/${name}`,
        casesPerSecond === undefined ? {} : { casesPerSecond },
      )
    ).body;
  const count = async (table: string) => {
    const [row] = await world.owner.query<{ many: number }[]>(`select count(*)::int as many from ${table}`);
    return row?.many;
  };
  const finished = () =>
    eventually("the campaign to finish", async () => {
      const now = await seen();
      return now.state === "finished" ? now : undefined;
    });

  it("is shown first: what would be created, what fails and why; nothing is created by it", async () => {
    const { status, body } = await sendRoster(clerk, file);
    expect(status).toBe(201);
    roster = body;
    expect(roster).toMatchObject({
      state: "previewed",
      moves: ["start"],
      format: "xlsx",
      casesPerSecond: null,
    });
    expect(roster.parts.map(({ part, ready, known, failed }) => [part, ready, known, failed])).toEqual([
      ["unit", 1, 0, 0],
      ["helper", 3, 0, 3],
      ["household", HOUSEHOLDS_RIGHT, 0, 5],
      ["pair", HOUSEHOLDS_RIGHT, 0, 5],
      ["co-helper", 0, 0, 0],
    ]);
    for (const part of ["helper", "household", "pair"] as const)
      expect(
        roster.reasons
          .filter((reason) => reason.part === part)
          .flatMap(({ code, rows }) => Array<string>(rows).fill(code))
          .sort(),
      ).toEqual(REASONS[part]);
    expect(roster.remarks).toEqual([
      {
        part: "helper",
        code: "SPACES_TAKEN_OUT",
        column: "helper-name",
        rows: 1,
        lines: [{ sheet: "帮扶干部", line: 3 }],
      },
    ]);
    expect([await count("helper"), await count("subject"), await count("case_file")]).toEqual([0, 0, 0]);
  });

  it("says of each row what stands in the cell that is at fault, under the user's own heading", async () => {
    const { body } = await clerk.get<{ items: Record<string, unknown>[]; nextCursor: string }>(
      `/api/rosters/${roster.id}/rows?state=failed&part=household&limit=2`,
    );
    expect(body.items).toMatchObject([
      { sheet: "帮扶户", line: 10, code: "DIGITS_LOST", label: "户主9", cell: { heading: "户主身份证号" } },
      { line: 11, code: "ID_CHECK_DIGIT_WRONG" },
    ]);
    const next = await clerk.get<{ items: Record<string, unknown>[] }>(
      `/api/rosters/${roster.id}/rows?state=failed&part=household&limit=2&cursor=${body.nextCursor}`,
    );
    expect(next.body.items).toMatchObject([
      { line: 12, code: "VILLAGE_UNKNOWN", cell: { heading: "行政村", text: "新农村" } },
      { line: 13, code: "HOUSEHOLD_TWICE", facts: { firstLine: 2 } },
    ]);
  });

  it("is the same take-over when the same file comes again, read anew as long as none has begun", async () => {
    const again = await sendRoster(clerk, file);
    expect([again.status, again.body.id]).toEqual([200, roster.id]);
    expect(again.body.ready).toBe(roster.ready);
  });

  it("is nobody's business in another county, and no township's", async () => {
    const foreign = await world.as("county-office", OTHER_COUNTY);
    expect((await foreign.get(`/api/rosters/${roster.id}`)).status).toBe(404);
    expect((await foreign.get<{ items: unknown[] }>("/api/rosters")).body.items).toEqual([]);
    expect((await sendRoster(foreign, file)).status).toBe(404);
    expect((await (await world.as("township-office")).get("/api/rosters")).status).toBe(403);
    expect((await clerk.get(`/api/rosters/${randomUUID()}`)).status).toBe(404);
  });

  it("is paused, goes on, is stopped and started again, each after the page that it is at", async () => {
    expect(await move("start", 1)).toMatchObject({
      state: "running",
      moves: ["pause", "stop"],
      casesPerSecond: 1,
    });
    const paused = await move("pause");
    expect(paused).toMatchObject({ state: "paused", moves: ["resume", "stop"] });
    expect(paused.ready).toBeGreaterThan(0);
    expect((await move("pause")).state).toBe("paused");
    expect(await move("start", 5)).toMatchObject({ code: "ROSTER_NOT_IN_STATE", facts: { state: "paused" } });
    expect((await move("resume", 1)).state).toBe("running");
    const stopped = await move("stop");
    expect(stopped).toMatchObject({ state: "stopped", moves: ["start"] });
    expect(stopped.ready).toBeGreaterThan(0);
    expect(await count("case_file")).toBe(stopped.parts.find(({ part }) => part === "pair")?.done);
    await move("start", 50);
    const over = await finished();
    expect(over).toMatchObject({ ready: 0, done: 1 + 3 + 2 * HOUSEHOLDS_RIGHT, failed: 13, moves: [] });
    expect(over.progress).toMatchObject({ total: over.done, done: over.done, failed: 0 });
  });

  it("has every household once, paired once, with its day of signing; what is owed first lies ahead and is spread", async () => {
    expect([
      await count("organisation"),
      await count("helper"),
      await count("subject"),
      await count("household_member"),
    ]).toEqual([3, 3, HOUSEHOLDS_RIGHT, HOUSEHOLDS_RIGHT]);
    const cases = await world.owner.query<{ caseId: string; signedOn: string }[]>(
      `select case_id as "caseId", to_char(signed_on, 'YYYY-MM-DD') as "signedOn" from pairing where known_to is null`,
    );
    expect(cases).toHaveLength(HOUSEHOLDS_RIGHT);
    expect(new Set(cases.map(({ signedOn }) => signedOn))).toEqual(new Set(["2014-03-05", "2016-05-01"]));
    const due = await world.owner.query<{ dueOn: string }[]>(
      `select to_char(due_on, 'YYYY-MM-DD') as "dueOn" from obligation where known_to is null and kind = 'visit'`,
    );
    const today = await world.today();
    expect(due).toHaveLength(HOUSEHOLDS_RIGHT);
    expect(due.every(({ dueOn }) => dueOn >= lastDayOf(monthOf(today)))).toBe(true);
    expect(new Set(due.map(({ dueOn }) => dueOn)).size).toBeGreaterThan(1);
    const [opened] = await world.events(cases[0]?.caseId ?? "");
    expect(opened).toMatchObject({
      type: "PairingOpened",
      cause: { kind: "command", role: "county-office" },
    });
    await expectBooksToBalance(
      world,
      cases.map(({ caseId }) => caseId),
    );
  });

  it("gives the failed rows back in the user's own layout, with the reasons in the user's language", async () => {
    const { status, headers, bytes } = await clerk.download(`/api/rosters/${roster.id}/failed-rows`);
    expect([status, headers["content-type"]]).toEqual([200, expect.stringContaining("spreadsheetml")]);
    const sheets = await readBack(bytes);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(["帮扶干部", "帮扶户", "结对关系"]);
    expect(sheets[1]?.rows[0]).toEqual([...HOUSEHOLDS, "未导入原因", "原行号"]);
    expect(sheets[1]?.rows.find((row) => row[1] === "户主11")).toEqual([
      "11",
      "户主11",
      residentId(11),
      "产业大户",
      "城关镇",
      "新农村",
      "",
      "该乡镇没有这个村，请核对“行政村”。",
      "12",
    ]);
    const english = await readBack(
      (await clerk.download(`/api/rosters/${roster.id}/failed-rows?language=en`)).bytes,
    );
    expect(english[0]?.rows.at(-1)?.at(-2)).toBe("The same name in the same unit as in line 3.");
  });

  it("changes nothing when the same file comes again afterwards: everything is known", async () => {
    const again = await sendRoster(clerk, file);
    expect([again.status, again.body.id === roster.id]).toEqual([201, false]);
    expect(again.body).toMatchObject({ ready: 0, known: 1 + 3 + 2 * HOUSEHOLDS_RIGHT, failed: 13 });
    const before = await count("case_event");
    roster = again.body;
    await move("start", 50);
    expect(await finished()).toMatchObject({ done: 0, known: 1 + 3 + 2 * HOUSEHOLDS_RIGHT });
    expect(await count("case_event")).toBe(before);
  });

  it("names nobody to the engine", async () => {
    const handle = world.client.workflow.getHandle(rosterCampaignId(roster.id));
    const raw = historyToJSON(await handle.fetchHistory());
    const told = raw + Buffer.from(raw).toString();
    for (const name of ["王伟", "户主1", residentId(1), WATER ?? ""]) {
      expect(told).not.toContain(name);
      expect(told).not.toContain(Buffer.from(name).toString("base64").replace(/=+$/, ""));
    }
    expect(raw).toContain("ACTIVITY_TASK_COMPLETED");
  });

  it("has a template to be filled in, which is read back as what it is", async () => {
    const { bytes } = await clerk.download("/api/roster-template");
    const sheets = await readBack(bytes);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(["单位", "帮扶干部", "帮扶户", "结对关系", "填写说明"]);
    const { status, body } = await sendRoster(clerk, bytes);
    expect(status).toBe(201);
    expect(body.sheets.map(({ parts }) => parts)).toEqual([
      ["unit"],
      ["helper"],
      ["household"],
      ["pair"],
      [],
    ]);
    expect(body.parts.every((part) => part.ready + part.failed === 0)).toBe(true);
  });

  it("keeps the rows for thirty days, and then no more than their number", async () => {
    await world.owner.query("update roster set ended_at = ended_at - interval '31 days' where id = $1", [
      roster.id,
    ]);
    const recorder = await createDataSource(world.urls.recorder, {
      poolSize: 1,
      applicationName: "test",
    }).initialize();
    try {
      await new Housekeeping(recorder, workerConfig(world.env).evidence).sweepOnce();
    } finally {
      await recorder.destroy();
    }
    const erased = await seen();
    expect(erased).toMatchObject({
      rowsErased: true,
      known: 1 + 3 + 2 * HOUSEHOLDS_RIGHT,
      failed: 13,
      fileName: null,
    });
    const { body } = await clerk.get<{ items: unknown[] }>(`/api/rosters/${roster.id}/rows`);
    expect(body.items).toEqual([]);
  });
});
