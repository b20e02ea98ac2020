import { randomUUID } from "node:crypto";
import {
  generatePairings,
  ObligationView,
  PairingView,
  SubjectView,
  type BulkOutcome,
  type PairingListRow,
} from "@jiedui/database";
import { fold, pairingKind, summaryOfPairing, type PairingEvent, type Recorded } from "@jiedui/domain";
import { MADE_UP_POLICIES, pairingRulesOf, publishedCalendar } from "@jiedui/policies";
import type { EntityManager } from "typeorm";
import { ScratchWorld } from "./scratch-world";

const NOW = new Date("2026-11-20T04:00:00Z");
const DAYS = ["2026-04-02T01:00:00Z", "2026-07-31T20:00:00Z", "2026-09-15T04:00:00Z", NOW.toISOString()];
const BAOKANG = "420626000000";
const QINAN = "620522000000";

describe("made-up records", () => {
  let world: ScratchWorld;
  let made: BulkOutcome;
  const pairings = new PairingView();
  const obligations = new ObligationView();

  beforeAll(async () => {
    world = await ScratchWorld.open();
    made = await generatePairings(world.urls.owner, {
      pairings: 240,
      programmeId: "example",
      until: NOW,
      areas: ["420626", "620522"],
    });
  }, 60_000);
  afterAll(() => world.close());

  const logs = async (): Promise<Map<string, Recorded<PairingEvent>[]>> => {
    const rows = await world.owner.query<{ id: string; log: Recorded<PairingEvent>[] }[]>(
      "select case_id as id, case_log(case_id) as log from case_file",
    );
    return new Map(rows.map(({ id, log }) => [id, log]));
  };
  const everyPage = async (
    manager: EntityManager,
    query: Parameters<PairingView["find"]>[1],
    asOf: Date | null,
  ): Promise<PairingListRow[]> => {
    const found: PairingListRow[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await pairings.find(manager, { ...query, cursor }, { now: NOW, asOf });
      found.push(...page.items);
      if (page.nextCursor === null) return found;
      cursor = page.nextCursor;
    }
  };

  it("are as many as were asked for", () => {
    expect(made.pairings).toBe(240);
    expect([...made.countyCodes].sort()).toEqual([BAOKANG, QINAN]);
  });

  it.each(DAYS)("show in lists as of %s what the logs tell", async (day) => {
    const asOf = new Date(day);
    const policy = MADE_UP_POLICIES.find(({ programmeId }) => programmeId === "example");
    if (policy === undefined) throw new Error("the made-up programme has a policy");
    const context = { rules: pairingRulesOf(policy), calendar: publishedCalendar() };
    const [running, closed, owed] = await world.as({}, async (manager) => [
      await everyPage(manager, { limit: 37, sort: "due" }, asOf),
      await everyPage(manager, { limit: 37, sort: "signed", stage: "closed" }, asOf),
      await obligations.find(manager, { limit: 1_000 }, { now: NOW, asOf }),
    ]);
    const expected = [...(await logs())].flatMap(([caseId, log]) => {
      const known = log.filter((event) => event.recordedAtMs <= asOf.getTime());
      const state = fold(pairingKind, caseId, known);
      const summary = summaryOfPairing(state);
      return summary === undefined
        ? []
        : [{ caseId, summary, owed: pairingKind.obligations(state, context) }];
    });
    const told = expected.map(({ caseId, summary }) => ({
      caseId,
      stage: summary.stage,
      leadHelperId: summary.leadHelperId,
      signedOn: summary.signedOn,
      lastVisitOn: summary.lastVisitOn,
    }));
    const shown = [...running, ...closed].map(({ caseId, stage, leadHelper, signedOn, lastVisitOn }) => ({
      caseId,
      stage,
      leadHelperId: leadHelper.id,
      signedOn,
      lastVisitOn,
    }));
    expect(shown.sort(byCase)).toEqual(told.sort(byCase));
    const owedByLogs = expected.flatMap(({ caseId, owed: each }) =>
      each.map(({ key, rung, dueAtMs, nextAtMs }) => ({ caseId, key, rung, dueAtMs, nextAtMs })),
    );
    const owedByRows = owed.items.map(({ caseId, key, rung, dueAt, nextAt }) => ({
      caseId,
      key,
      rung,
      dueAtMs: Date.parse(dueAt),
      nextAtMs: Date.parse(nextAt),
    }));
    expect(owedByRows.sort(byCase)).toEqual(owedByLogs.sort(byCase));
  });

  it.each([null, ...DAYS.map((day) => new Date(day))])(
    "come in order, page by page, none twice and none left out (as of %s)",
    async (asOf) => {
      await world.as({}, async (manager) => {
        const all = await everyPage(manager, { limit: 200, sort: "due" }, asOf);
        const paged = await everyPage(manager, { limit: 7, sort: "due" }, asOf);
        expect(paged).toEqual(all);
        const late = await everyPage(manager, { limit: 50, sort: "due", overdue: "true" }, asOf);
        const inTime = await everyPage(manager, { limit: 50, sort: "due", overdue: "false" }, asOf);
        expect([...late, ...inTime]).toEqual(all);
        expect(new Set(all.map(({ caseId }) => caseId)).size).toBe(all.length);
        for (const stage of ["helping", "closing"] as const) {
          const inStage = await everyPage(manager, { limit: 7, sort: "due", stage }, asOf);
          expect(inStage).toEqual(all.filter((row) => row.stage === stage));
        }
        const signed = await everyPage(manager, { limit: 11, sort: "signed" }, asOf);
        expect(signed.map(({ signedOn }) => signedOn)).toEqual(
          signed
            .map(({ signedOn }) => signedOn)
            .sort()
            .reverse(),
        );
        expect(signed.map(({ caseId }) => caseId).sort()).toEqual(all.map(({ caseId }) => caseId).sort());
      });
    },
  );

  it("are found by name, pinyin and initials", async () => {
    const [subject] = await world.owner.query<
      { id: string; name: string; pinyin: string; initials: string }[]
    >(
      `select s.id, s.name, s.pinyin, s.initials from subject s join pairing p on p.subject_id = s.id
       where p.known_to is null and p.stage <> 'closed' order by s.id limit 1`,
    );
    if (subject === undefined) throw new Error("there are subjects");
    await world.as({}, async (manager) => {
      for (const search of [
        subject.name,
        subject.name.slice(1),
        subject.pinyin.slice(0, 5),
        subject.initials,
      ]) {
        const inPairings = await everyPage(manager, { limit: 200, sort: "due", search }, null);
        expect(inPairings.map((row) => row.subject.id)).toContain(subject.id);
        const inRegister = await new SubjectView().find(manager, { limit: 200, search });
        expect(inRegister.items.map(({ id }) => id)).toContain(subject.id);
      }
      expect(await everyPage(manager, { limit: 5, sort: "due", search: "%" }, null)).toEqual([]);
    });
  });

  it("are found whatever became of them by who searches, and otherwise only as far as they run", async () => {
    const [subject] = await world.owner.query<{ name: string; caseId: string }[]>(
      `select s.name, p.case_id as "caseId" from subject s join pairing p on p.subject_id = s.id
       where p.known_to is null and p.stage = 'closed' order by s.id limit 1`,
    );
    if (subject === undefined) throw new Error("some are closed");
    const { caseId, name: search } = subject;
    await world.as({}, async (manager) => {
      const ids = async (query: Parameters<PairingView["find"]>[1]) =>
        (await everyPage(manager, query, null)).map((row) => row.caseId);
      for (const sort of ["due", "signed"] as const) {
        expect(await ids({ limit: 200, sort })).not.toContain(caseId);
        expect(await ids({ limit: 200, sort, search })).toContain(caseId);
        expect(await ids({ limit: 200, sort, search, overdue: "false" })).not.toContain(caseId);
        expect(await ids({ limit: 200, sort, stage: "closed" })).toContain(caseId);
      }
    });
  });

  it("show of a resident's number no more than tells it from the next", async () => {
    const [subject] = await world.owner.query<{ id: string }[]>("select id from subject order by id limit 1");
    for (const number of ["42062619700101123X", "420626700101123", "H12345678", "K1234567", "77"])
      await world.owner.query(
        `insert into household_member (id, subject_id, name, relation, resident_id, resident_id_unverified_reason, area_code)
         values ($1, $2, $3, 'other', $3, 'abroad', '420626000000')`,
        [randomUUID(), subject?.id, number],
      );
    const shown = await world.as({}, (manager) => new SubjectView().get(manager, subject?.id ?? ""));
    const masked = new Map(shown?.members.map(({ name, residentIdMasked }) => [name, residentIdMasked]));
    expect(masked.get("42062619700101123X")).toBe("420626**********3X");
    expect(masked.get("420626700101123")).toBe("420626*******23");
    expect(masked.get("H12345678")).toBe("********8");
    expect(masked.get("K1234567")).toBe("*******7");
    expect(masked.get("77")).toBe("*7");
  });

  it("claim what their events say, and no place is used twice", async () => {
    const [sum] = await world.owner.query<Record<string, number>[]>(
      `select (select sum(used)::int from claim_slot) as used,
         (select count(*)::int from claim where released_seq is null) as open,
         (select count(*)::int from claim) as taken, (select count(*)::int from case_event where type = 'PairingOpened') as opened,
         (select count(*)::int from case_event where type = 'PairingClosed') as closed`,
    );
    expect(sum).toMatchObject({ used: sum?.["open"], taken: 2 * (sum?.["opened"] ?? 0) });
    expect(sum?.["open"]).toBe((sum?.["taken"] ?? 0) - 2 * (sum?.["closed"] ?? 0));
  });

  it("take a cursor that was made up for the first page", async () => {
    await world.as({}, async (manager) => {
      const first = await pairings.find(manager, { limit: 3, sort: "due" }, { now: NOW, asOf: null });
      for (const values of [["x", "y"], ["2026-02-30T00:00:00Z", "z"], [1], "no", null]) {
        const cursor = Buffer.from(JSON.stringify(values)).toString("base64url");
        const page = await pairings.find(
          manager,
          { limit: 3, sort: "due", cursor },
          { now: NOW, asOf: null },
        );
        expect(page.items).toEqual(first.items);
      }
    });
  });
});

function byCase(one: { caseId: string; key?: string }, other: { caseId: string; key?: string }): number {
  return `${one.caseId} ${one.key ?? ""}` < `${other.caseId} ${other.key ?? ""}` ? -1 : 1;
}
