import { DigestRepository } from "@jiedui/database";
import { addDays, countWorkingDays, dayAt, startOf, type Day } from "@jiedui/domain";
import { publishedCalendar } from "@jiedui/policies";
import { newHelper, openPairing, recordVisit } from "../support/county";
import { Morning } from "../support/digests";
import type { Visitor } from "../support/http";
import { TestWorld } from "../support/world";

type Digest = Record<"newlyDue" | "newlyOverdue" | "escalated" | "repeated" | "overdue", number>;
const HOUSEHOLDS = 5;
const HOUR_MS = 3_600_000;
/** Working days that the policy gives each rung before the next one hears. */
const [OF_HELPER, OF_UNIT, OF_TOWNSHIP] = [5, 3, 5];

/** One helper with several households, lived day by day, each day with its morning. */
describe("one digest a person and day", () => {
  let world: TestWorld;
  let clerk: Visitor;
  let cadre: Visitor;
  let morning: Morning;
  let caseIds: string[];
  let dueOn: Day;
  beforeAll(async () => {
    world = await TestWorld.open();
    clerk = await world.clerk();
    const helper = await newHelper(clerk);
    caseIds = [];
    for (let household = 0; household < HOUSEHOLDS; household += 1)
      caseIds.push((await openPairing(world, { helper })).caseId);
    cadre = await world.as("helper", null, helper.id);
    morning = await Morning.of(world);
    const [owed] = await world.owner.query<{ dueOn: Day }[]>(
      `select to_char(min(due_on), 'YYYY-MM-DD') as "dueOn" from obligation where kind = 'visit' and known_to is null`,
    );
    dueOn = owed?.dueOn ?? (await world.today());
  }, 60_000);
  afterAll(async () => {
    await morning.close();
    await world.close();
  });

  it("tells a helper once of all the visits that are reminded of, and each office by their number", async () => {
    const [reminding] = await world.owner.query<{ day: Day }[]>(
      "select to_char(day_at(min(next_at)), 'YYYY-MM-DD') as day from obligation where known_to is null and next_step = 'remind'",
    );
    await liveUntil(reminding?.day ?? dueOn);
    expect(toldPeople()).toEqual([expect.stringMatching(/日：新到期 5 项。$/)]);
    expect(toldOffices()).toEqual([
      expect.stringContaining("结对办：新到期 5 项。"),
      expect.stringContaining("结对办：新到期 5 项。"),
    ]);
    expect(await digestOf(cadre)).toMatchObject({ newlyDue: HOUSEHOLDS, escalated: 0, repeated: 0 });
    expect(await digestOf(clerk)).toBeNull();
  });

  it("is told once however often one looks, also by two workers at a time", async () => {
    const other = await Morning.of(world);
    await Promise.all([morning.tell(), other.tell()]);
    await other.close();
    expect([toldPeople().length, toldOffices().length]).toEqual([1, 2]);
  });

  it("waits for its time of the day, and says nothing on a day that brings nothing new", async () => {
    const day = addDays(await world.today(), 1);
    const made = async () =>
      (await world.owner.query<unknown[]>("select 1 from digest_day where day = $1", [day])).length;
    await world.driver.advanceTo(startOf(day) + 8 * HOUR_MS);
    await morning.tell();
    expect(await made()).toBe(0);
    await world.driver.advanceTo(startOf(day) + 9 * HOUR_MS);
    forget();
    await morning.tell();
    expect([await made(), toldPeople().length, toldOffices().length]).toEqual([1, 0, 0]);
  });

  it("leaves out what has been done since, and tells the holder of the next rung what has climbed to it", async () => {
    expect(await recordVisit(cadre, caseIds[0] ?? "", await world.today())).toBe(200);
    await liveUntil(addDays(dueOn, 1));
    const late = HOUSEHOLDS - 1;
    expect(await digestOf(cadre)).toMatchObject({ newlyOverdue: late, overdue: late });
    await liveUntil(afterWorkingDays(dueOn, OF_HELPER));
    // Nobody heads the unit, nobody sits in the township: the county's office answers for their rungs.
    expect(await digestOf(clerk)).toMatchObject({ escalated: late, overdue: late });
    expect(toldPeople()).toEqual([expect.stringContaining("逾期升级 4 项；逾期未办共 4 项。")]);
    expect(await digestOf(cadre)).toBeNull();
  });

  it("is tried again when it was not taken, until it is", async () => {
    world.bridge.isAway = true;
    await liveUntil(afterWorkingDays(await world.today(), OF_UNIT));
    expect([toldPeople().length, toldOffices().length]).toEqual([0, 2]);
    world.bridge.isAway = false;
    await world.owner.query("update digest set next_try_at = now() where sent_at is null");
    await morning.tell();
    await morning.tell();
    expect([toldPeople().length, toldOffices().length]).toEqual([1, 2]);
  });

  it("is not told again by whoever comes after a worker that died in telling it", async () => {
    const day = afterWorkingDays(await world.today(), OF_TOWNSHIP);
    await liveUntil(addDays(day, -1));
    await world.advanceTo(day);
    forget();
    const { manager } = morning.recorder;
    const repository = new DigestRepository();
    const at = new Date(await world.nowMs());
    expect(await repository.gather(manager, { day: dayAt(at.getTime()), at, soonDays: 7 })).toBe(3);
    while ((await repository.begin(manager)) !== undefined);
    await morning.tell();
    expect([toldPeople().length, toldOffices().length]).toEqual([0, 0]);
    expect(await digestOf(clerk)).toMatchObject({ escalated: HOUSEHOLDS - 1 });
  });

  it("does not go out for a repeat of the highest rung alone, which is counted among what stands", async () => {
    expect(await recordVisit(cadre, caseIds[0] ?? "", await world.today())).toBe(200);
    for (let days = 0; days < 40 && !(await repeatedToday()); days += 1)
      await liveUntil(addDays(await world.today(), 1));
    expect(await repeatedToday()).toBe(true);
    expect([toldPeople().length, toldOffices().length]).toEqual([0, 0]);
  });

  /** Each day's morning, and at last that day's; what was told on the days before is forgotten. */
  async function liveUntil(until: Day): Promise<void> {
    for (let day = await world.today(); day < until;) {
      day = addDays(day, 1);
      await world.advanceTo(day);
      forget();
      await morning.tell();
    }
  }

  async function repeatedToday(): Promise<boolean> {
    const today = await world.today();
    const events = await world.events(caseIds[1] ?? "");
    return events.some(({ repeated, happenedOn }) => repeated === true && happenedOn === today);
  }

  async function digestOf(who: Visitor): Promise<Digest | null> {
    return (await who.get<{ digest: Digest | null }>("/api/inbox/digest")).body.digest;
  }

  function afterWorkingDays(from: Day, workingDays: number): Day {
    return addDays(countWorkingDays(publishedCalendar(), from, workingDays).lastDay, 1);
  }

  function toldPeople(): string[] {
    return world.bridge.delivered.map(({ text }) => text);
  }

  function toldOffices(): string[] {
    return [...world.chat.heard];
  }

  function forget(): void {
    world.chat.heard.length = 0;
    world.bridge.delivered.length = 0;
  }
});
