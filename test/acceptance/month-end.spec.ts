import { addDays, addToMonth, firstDayOf, lastDayOf, monthOf, type Day, type Month } from "@jiedui/domain";
import { unzipSync } from "fflate";
import { expectBooksToBalance } from "../support/books";
import { newHelper, newHousehold, newUnit, openPairing, recordVisit } from "../support/county";
import type { Visitor } from "../support/http";
import { moved } from "../support/lift-out";
import { OTHER_COUNTY, TestWorld } from "../support/world";

interface Figure {
  readonly list: string;
  readonly rows: number;
  readonly households: number;
  readonly householdsBefore: number;
  readonly came: number;
  readonly went: number;
  readonly householdsAtEnd: number | null;
}
interface Summary {
  readonly knownAt: string;
  readonly isOver: boolean;
  readonly figures: readonly Figure[];
}
interface Row {
  readonly caseId: string;
  readonly subject: { readonly name: string } | null;
  readonly unit: { readonly id: string };
  readonly helper: { readonly id: string };
  readonly otherHelper: { readonly id: string } | null;
  readonly isNew: boolean;
}

/** Two units with four households, through two months: one visit missed, one handover, one household gone. */
describe("a month's end", () => {
  let world: TestWorld;
  let clerk: Visitor;
  let [first, second] = ["" as Month, "" as Month];
  let units: readonly [string, string];
  let cases: Record<"visited" | "missed" | "handedOver" | "closed", string>;
  let successor: { id: string; unitId: string };
  /** As known on the third day of the second month, before anything was entered late. */
  let then = "" as Day;
  beforeAll(async () => {
    world = await TestWorld.open();
    clerk = await world.clerk();
    units = [await newUnit(clerk), await newUnit(clerk)];
    const [one, other] = [
      await newHelper(clerk, { unitId: units[0] }),
      await newHelper(clerk, { unitId: units[1] }),
    ];
    successor = await newHelper(clerk, { unitId: units[1] });
    const open = async (helper: typeof one, name?: string) => {
      const subjectId = await newHousehold(clerk, name === undefined ? {} : { name });
      return (await openPairing(world, { helper, subjectId })).caseId;
    };
    cases = {
      visited: await open(one),
      missed: await open(one, "=王等号"),
      handedOver: await open(one),
      closed: await open(other),
    };
    const [owed] = await world.owner.query<{ dueOn: Day }[]>(
      `select to_char(min(due_on), 'YYYY-MM-DD') as "dueOn" from obligation where kind = 'visit' and known_to is null`,
    );
    first = monthOf(owed?.dueOn ?? (await world.today()));
    second = addToMonth(first, 1);
    await liveTwoMonths();
  }, 120_000);
  afterAll(() => world.close());

  async function liveTwoMonths(): Promise<void> {
    await advanceTo(addDays(firstDayOf(first), 9));
    for (const caseId of [cases.visited, cases.handedOver, cases.closed]) await visit(caseId);
    await handOver();
    then = addDays(firstDayOf(second), 2);
    await advanceTo(then);
  }

  it("lists who was visited and missed by the unit that answered, with every row behind the figures", async () => {
    const { figures, isOver } = await summary(first);
    expect(isOver).toBe(true);
    expect(of(figures, "visits-done")).toMatchObject({ households: 3, rows: 3, householdsBefore: 0 });
    expect(of(figures, "visits-missed")).toMatchObject({ households: 1, came: 1, went: 0 });
    expect(of(figures, "helpers-changed")).toMatchObject({ households: 1 });
    expect(await rows(first, "visits-missed")).toMatchObject([
      { caseId: cases.missed, unit: { id: units[0] }, isNew: true },
    ]);
    expect(await rows(first, "helpers-changed")).toMatchObject([
      { caseId: cases.handedOver, unit: { id: units[1] }, helper: { id: successor.id } },
    ]);
    const { body } = await clerk.get<{ items: { unit: { id: string }; visited: number; missed: number }[] }>(
      `/api/month-ends/${first}/units`,
    );
    expect(body.items).toMatchObject([
      { unit: { id: units[0] }, visited: 2, missed: 1 },
      { unit: { id: units[1] }, visited: 1, missed: 0 },
    ]);
    const done = await rows(first, "visits-done");
    expect(done.find(({ caseId }) => caseId === cases.handedOver)?.unit.id).toBe(units[0]);
    await expectBooksToBalance(world, Object.values(cases));
  });

  it("gives the same lists again as known then, and shows what was entered since as known now", async () => {
    const before = await summary(first, then);
    const missedBefore = await rows(first, "visits-missed", `&asOf=${then}`);
    await advanceTo(addDays(firstDayOf(second), 5));
    await visit(cases.missed, addDays(firstDayOf(first), 19));

    const now = await summary(first);
    expect(of(now.figures, "visits-missed")).toMatchObject({ households: 0, householdsAtEnd: 1 });
    expect(of(now.figures, "visits-done")).toMatchObject({ households: 4, householdsAtEnd: 3 });
    expect(await rows(first, "visits-missed")).toEqual([]);

    expect((await summary(first, then)).figures).toEqual(before.figures);
    expect(await rows(first, "visits-missed", `&asOf=${then}`)).toEqual(missedBefore);
  });

  it("says of the next month what is new and what has gone, and of a running one what is still to do", async () => {
    const running = await summary(second);
    expect(running.isOver).toBe(false);
    expect(of(running.figures, "visits-missed")).toMatchObject({ households: 4, householdsAtEnd: null });
    await visit(cases.visited);
    await visit(cases.handedOver);
    const township = await world.as("township-office");
    const asked = { reason: "opened-by-mistake", happenedOn: await world.today() };
    await moved(township, cases.closed, "request-closing", asked);
    const { body } = await clerk.get<{ seq: number }>(`/api/pairings/${cases.closed}`);
    await moved(clerk, cases.closed, "approve-closing", { basedOnSeq: body.seq });
    await advanceTo(addDays(lastDayOf(second), 1));

    const { figures } = await summary(second);
    expect(of(figures, "closed")).toMatchObject({ households: 1, came: 1 });
    expect(of(figures, "visits-done")).toMatchObject({
      households: 2,
      householdsBefore: 4,
      came: 0,
      went: 2,
    });
    expect(await rows(second, "visits-missed")).toMatchObject([{ caseId: cases.missed }]);
    const went = await rows(second, "visits-done", "&change=went");
    expect(went.map(({ caseId }) => caseId).sort()).toEqual([cases.missed, cases.closed].sort());
    const done = await rows(second, "visits-done");
    expect(done.find(({ caseId }) => caseId === cases.handedOver)?.unit.id).toBe(units[1]);
    expect(await rows(second, "visits-done", `&unit=${units[1]}`)).toMatchObject([
      { caseId: cases.handedOver },
    ]);
  });

  it("is exported with a sheet a list in the same order, nothing in it is a formula, and it is noted who took it", async () => {
    const { status, headers, bytes } = await clerk.download(`/api/month-ends/${second}/workbook`);
    expect([status, headers["content-disposition"]]).toEqual([
      200,
      `attachment; filename="month-end-${second}.xlsx"`,
    ]);
    const files = unzipSync(bytes);
    const parts = Object.entries(files).map(([name, part]) => [name, Buffer.from(part).toString()] as const);
    const all = parts.map(([, part]) => part).join("");
    const sheets = [...all.matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) => name);
    expect(sheets.slice(0, 4)).toEqual(["汇总", "各单位走访", "已走访", "未走访"]);
    expect(sheets).toHaveLength(13);
    const [year, month] = second.split("-").map(Number);
    expect(all).toContain(`${year}年${month}月月末：未走访`);
    expect(all).toMatch(/('|&apos;|&#39;)=王等号/);
    expect(all).not.toMatch(/<f>|t="e"/);
    expect(all).toContain(cases.missed);

    const one = await clerk.download(
      `/api/month-ends/${second}/workbook?list=visits-missed&unit=${units[0]}`,
    );
    expect(one.status).toBe(200);
    const auditor = await world.as("auditor");
    const { body } = await auditor.get<{ items: Record<string, unknown>[] }>("/api/month-end-exports");
    expect(body.items).toMatchObject([
      { accountName: "county-office", month: second, list: "visits-missed", rows: 1 },
      { accountName: "county-office", month: second, list: null },
    ]);
    expect((await clerk.get("/api/month-end-exports")).status).toBe(403);
  });

  it("shows the head of a unit the own unit alone, and other counties nothing", async () => {
    const head = await world.as("helper", null, successor.id);
    const [account] = await world.owner.query<{ id: string }[]>(
      "select id from account where helper_id = $1",
      [successor.id],
    );
    const seat = { seat: `unit-head:${units[1]}`, accountId: account?.id, fromDay: await world.today() };
    expect((await clerk.post("/api/seats", { ...seat, toDay: null, deputy: false })).status).toBe(201);
    const seen = async (month: Month) => {
      const { body } = await head.get<{ items: Row[] }>(`/api/month-ends/${month}/lists/visits-done`);
      return body.items.map(({ caseId }) => caseId);
    };
    expect([await seen(first), await seen(second)]).toEqual([[cases.closed], [cases.handedOver]]);
    const own = (await head.get<Summary>(`/api/month-ends/${second}`)).body.figures;
    expect(of(own, "visits-missed")).toMatchObject({ households: 0 });
    const foreign = await world.as("county-office", OTHER_COUNTY);
    const theirs = (await foreign.get<Summary>(`/api/month-ends/${second}`)).body.figures;
    expect(theirs.every(({ households, householdsBefore }) => households + householdsBefore === 0)).toBe(
      true,
    );
  });

  it("that has not begun is not there, nor is one that had not begun at the moment asked for", async () => {
    const ahead = addToMonth(monthOf(await world.today()), 1);
    expect((await clerk.get(`/api/month-ends/${ahead}`)).status).toBe(404);
    expect((await clerk.get(`/api/month-ends/${second}?asOf=${lastDayOf(first)}`)).status).toBe(404);
    expect((await clerk.get("/api/month-ends/2026-13")).status).toBe(400);
    expect((await clerk.get(`/api/month-ends/${first}/lists/everything`)).status).toBe(400);
  });

  async function advanceTo(day: Day): Promise<void> {
    if (day > (await world.today())) await world.advanceTo(day);
  }

  async function visit(caseId: string, day?: Day): Promise<void> {
    expect(await recordVisit(clerk, caseId, day ?? (await world.today()))).toBe(200);
  }

  async function handOver(): Promise<void> {
    const happenedOn = await world.today();
    await moved(clerk, cases.handedOver, "propose-handover", {
      successorId: successor.id,
      reason: "transferred",
      happenedOn,
    });
    const next = await world.as("helper", null, successor.id);
    const { body } = await next.get<{ seq: number }>(`/api/pairings/${cases.handedOver}`);
    await advanceTo(addDays(happenedOn, 1));
    await moved(next, cases.handedOver, "accept-handover", { basedOnSeq: body.seq });
  }

  async function summary(month: Month, asOf?: Day): Promise<Summary> {
    const { status, body } = await clerk.get<Summary>(
      `/api/month-ends/${month}${asOf === undefined ? "" : `?asOf=${asOf}`}`,
    );
    expect(status).toBe(200);
    return body;
  }

  async function rows(month: Month, list: string, more = ""): Promise<readonly Row[]> {
    const { status, body } = await clerk.get<{ items: Row[] }>(
      `/api/month-ends/${month}/lists/${list}?limit=50${more}`,
    );
    expect(status).toBe(200);
    return body.items;
  }

  function of(figures: readonly Figure[], list: string): Figure | undefined {
    return figures.find((each) => each.list === list);
  }
});
