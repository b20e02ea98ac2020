import { MonthEndView, generatePairings, type MonthEndRow } from "@jiedui/database";
import {
  addToMonth,
  dayAt,
  fold,
  isMissed,
  monthBefore,
  monthEndMoments,
  monthOf,
  pairingKind,
  startOf,
  type Day,
  type InstantMs,
  type Month,
  type MonthEndList,
  type PairingEvent,
  type Recorded,
} from "@jiedui/domain";
import type { EntityManager } from "typeorm";
import { ScratchWorld } from "./scratch-world";

const UNTIL = new Date("2026-11-20T04:00:00Z");
const PAIRINGS = 400;
const ALL = { limit: 10_000 };
type Log = readonly Recorded<PairingEvent>[];

/** Hundreds of made-up lives in which a fifth of all visits is entered late, a fifth taken back, and many are reopened. */
describe("lists of a month's end, held against the rules of the domain", () => {
  const view = new MonthEndView();
  let world: ScratchWorld;
  let logs: ReadonlyMap<string, Log>;
  beforeAll(async () => {
    world = await ScratchWorld.open();
    await generatePairings(world.urls.owner, {
      programmeId: "visits-only",
      pairings: PAIRINGS,
      until: UNTIL,
      untidiness: 0.2,
      mistaken: 0.05,
      seed: 7,
    });
    const rows = await world.owner.query<{ caseId: string; log: Log }[]>(
      `select case_id as "caseId", case_log(case_id) as log from case_file`,
    );
    logs = new Map(rows.map(({ caseId, log }) => [caseId, log]));
  }, 60_000);
  afterAll(() => world.close());

  const moments = [0, 1, 2, 5].flatMap((back) => {
    const month = addToMonth(monthOf(dayAt(UNTIL.getTime())), -back);
    const { endsAtMs } = monthEndMoments(month, 0);
    const asked = [endsAtMs - 1, endsAtMs + 12 * 86_400_000, UNTIL.getTime(), startOf(`${month}-14` as Day)];
    return asked.filter((atMs) => atMs <= UNTIL.getTime()).map((atMs) => [month, atMs] as const);
  });

  it.each(moments)("of %s, as known at %d, name whom the rule names as missed", async (month, knownAtMs) => {
    const rows = await all(month, knownAtMs, "visits-missed");
    const expected = [...logs].filter(([, log]) => missedByRule(log, month, knownAtMs)).map(([id]) => id);
    expect(expected.length).toBeGreaterThan(0);
    expect(rows.map(({ caseId }) => caseId).sort()).toEqual(expected.sort());
  });

  it.each(moments)("of %s, as known at %d, have each visit that stood", async (month, knownAtMs) => {
    const rows = await all(month, knownAtMs, "visits-done");
    const expected = [...logs].flatMap(([caseId, log]) =>
      standingVisits(log, knownAtMs)
        .filter(({ happenedOn }) => monthOf(happenedOn) === month)
        .map(({ seq }) => `${caseId}:${seq}`),
    );
    expect(rows.map(({ caseId, seq }) => `${caseId}:${seq}`).sort()).toEqual(expected.sort());
  });

  it.each(moments)("of %s, as known at %d, show no closing that was taken back", async (month, knownAtMs) => {
    const rows = await all(month, knownAtMs, "closed");
    const expected = [...logs].flatMap(([caseId, log]) => {
      const known = log.filter(({ recordedAtMs }) => recordedAtMs <= knownAtMs);
      const taken = known.flatMap((event) => (event.type === "PairingReopened" ? [event.closedSeq] : []));
      return known.flatMap(({ type, seq, happenedOn }) =>
        type === "PairingClosed" && monthOf(happenedOn) === month && !taken.includes(seq)
          ? [`${caseId}:${seq}`]
          : [],
      );
    });
    expect(rows.map(({ caseId, seq }) => `${caseId}:${seq}`).sort()).toEqual(expected.sort());
  });

  it.each(moments)(
    "of %s, as known at %d, show the end of the term of whoever is helped",
    async (month, knownAtMs) => {
      // All were signed within a year for three.
      const ahead = addToMonth(month, 30);
      const { stoodAtMs } = monthEndMoments(ahead, knownAtMs);
      const rows = await all(ahead, knownAtMs, "terms-ending");
      const expected = [...logs].flatMap(([caseId, log]) => {
        const { opened, stage } = stateAt(log, stoodAtMs);
        if (opened === null || stage === "closed") return [];
        const ends = monthOf(opened.termEndsOn);
        return ends >= ahead && ends <= addToMonth(ahead, 2) ? [`${caseId}:${opened.termEndsOn}`] : [];
      });
      expect(expected.length).toBeGreaterThan(0);
      expect(rows.map(({ caseId, day }) => `${caseId}:${day}`).sort()).toEqual(expected.sort());
    },
  );

  it("add up: figures, units, what came and went, and pages one after another say what the rows say", async () => {
    const month = "2026-10" as Month;
    const knownAtMs = UNTIL.getTime();
    const figures = await inAll((manager) => view.figures(manager, { month, knownAtMs }));
    for (const { list, rows, households, came, went, householdsBefore } of figures) {
      const [these, last] = [
        await all(month, knownAtMs, list),
        await all(monthBefore(month), knownAtMs, list),
      ];
      const [mine, theirs] = [these, last].map((each) => new Set(each.map(({ caseId }) => caseId)));
      const new_ = [...(mine ?? [])].filter((id) => theirs?.has(id) !== true);
      const gone = [...(theirs ?? [])].filter((id) => mine?.has(id) !== true);
      expect([list, rows, households, householdsBefore, came, went]).toEqual([
        list,
        these.length,
        mine?.size,
        theirs?.size,
        new_.length,
        gone.length,
      ]);
      const [arrived, left] = [
        await all(month, knownAtMs, list, "came"),
        await all(month, knownAtMs, list, "went"),
      ];
      expect(new Set(arrived.map(({ caseId }) => caseId))).toEqual(new Set(new_));
      expect(new Set(left.map(({ caseId }) => caseId))).toEqual(new Set(gone));
      expect(these.filter(({ isNew }) => isNew).length).toBe(arrived.length);
    }
    const units = await inAll((manager) => view.units(manager, { month, knownAtMs }));
    const of = (list: MonthEndList) => figures.find((each) => each.list === list);
    expect(units.reduce((sum, { missed }) => sum + missed, 0)).toBe(of("visits-missed")?.households);
    expect(units.reduce((sum, { visits }) => sum + visits, 0)).toBe(of("visits-done")?.rows);
    const [most] = units;
    const ofUnit = await inAll((manager) =>
      view.rows(manager, "visits-missed", { month, knownAtMs, unit: most?.unit.id }, ALL),
    );
    expect(ofUnit.items.length).toBe(most?.missed);
    const paged: MonthEndRow[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await inAll((manager) =>
        view.rows(manager, "visits-done", { month, knownAtMs }, { cursor, limit: 37 }),
      );
      paged.push(...page.items);
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(await all(month, knownAtMs, "visits-done"));
  });

  it("of a month that is over are the same again for the same moment, whatever was entered since", async () => {
    const month = "2026-08" as Month;
    const { endsAtMs } = monthEndMoments(month, 0);
    const figures = await inAll((manager) => view.figures(manager, { month, knownAtMs: endsAtMs - 1 }));
    const now = await inAll((manager) => view.figures(manager, { month, knownAtMs: UNTIL.getTime() }));
    for (const [index, { households, householdsAtEnd }] of now.entries()) {
      expect(householdsAtEnd).toBe(figures[index]?.households);
      if (MONTH_LISTS_OF_VISITS.includes(now[index]?.list ?? "closed"))
        expect(households).not.toBe(householdsAtEnd);
    }
  });

  it("show the head of a unit the own unit's rows, and a helper the own", async () => {
    const [row] = await all("2026-10" as Month, UNTIL.getTime(), "visits-missed");
    const asked = { month: "2026-10" as Month, knownAtMs: UNTIL.getTime() };
    const seenBy = async (account: Parameters<ScratchWorld["as"]>[0]) =>
      (await world.as(account, (manager) => view.rows(manager, "visits-missed", asked, ALL))).items;
    const ofHead = await seenBy({ role: "helper", unitIds: [row?.unit.id ?? ""] });
    expect(ofHead.length).toBeGreaterThan(0);
    expect(ofHead.every(({ unit }) => unit.id === row?.unit.id)).toBe(true);
    const ofHelper = await seenBy({ role: "helper", helperIds: [row?.helper.id ?? ""] });
    expect(ofHelper.every(({ helper }) => helper.id === row?.helper.id)).toBe(true);
    expect(await seenBy({ role: "helper" })).toEqual([]);
    expect(await seenBy({ role: "township-office", areaCode: "620524100000" })).toEqual([]);
  });

  function inAll<Answer>(work: (manager: EntityManager) => Promise<Answer>): Promise<Answer> {
    return world.as({}, work);
  }

  async function all(month: Month, knownAtMs: InstantMs, list: MonthEndList, change?: "came" | "went") {
    const page = await inAll((manager) => view.rows(manager, list, { month, knownAtMs }, { ...ALL, change }));
    return page.items;
  }
});

const MONTH_LISTS_OF_VISITS: readonly MonthEndList[] = ["visits-done", "visits-missed"];

/** The log as it was known, folded: was the pairing running when the month ended, or then, and was the month missed? */
function missedByRule(log: Log, month: Month, knownAtMs: InstantMs): boolean {
  const { stoodAtMs } = monthEndMoments(month, knownAtMs);
  const stood = stateAt(log, stoodAtMs);
  if (stood.opened === null || stood.stage === "closed") return false;
  const visits = standingVisits(log, knownAtMs).map(({ visitId, happenedOn }) => ({
    id: visitId,
    day: happenedOn,
    voided: false,
  }));
  return isMissed(month, stood.opened, { visits, forgottenVisitOn: null });
}

function stateAt(log: Log, atMs: InstantMs) {
  return fold(
    pairingKind,
    "",
    log.filter(({ recordedAtMs }) => recordedAtMs <= atMs),
  );
}

function standingVisits(log: Log, knownAtMs: InstantMs) {
  const known = log.filter(({ recordedAtMs }) => recordedAtMs <= knownAtMs);
  const voided = known.flatMap((event) => (event.type === "VisitVoided" ? [event.visitId] : []));
  return known.flatMap((event) =>
    event.type === "VisitRecorded" && !voided.includes(event.visitId) ? [event] : [],
  );
}
