import { addDays, addMonths, type Day } from "@jiedui/domain";
import {
  PASS,
  completeRevisits,
  concludeNotice,
  hangNotice,
  lifeOf,
  moved,
  nextVisitOn,
  openWholeLife,
  proposeLiftOut,
  visitNow,
  type LiftingPairing,
} from "../support/lift-out";
import { makePlan } from "../support/plan";
import { TestWorld } from "../support/world";

const AT_ONCE = 8;
const MONTHS_TO_LIFT_OUT = 34;

export interface LivesFigure {
  readonly lives: number;
  readonly minutes: number;
  readonly events: number;
  readonly virtualYears: number;
}

/** So many whole lives in one rehearsal: three years of help, lift-out by all its steps, two years of revisits. */
export async function livesSideBySide(lives: number, say: (line: string) => void): Promise<LivesFigure> {
  const world = await TestWorld.open();
  try {
    const begunMs = Date.now();
    const all: LiftingPairing[] = [];
    while (all.length < lives) all.push(await openWholeLife(world));
    const signed = await world.today();
    const told = (what: string) =>
      say(`${lives} lives: ${what} after ${minutesSince(begunMs).toFixed(1)} min`);
    await visitTogether(world, all, addMonths(signed, MONTHS_TO_LIFT_OUT));
    told("three years of visits");
    await liftOutTogether(world, all);
    told("lifted out");
    const until = await endOfRevisits(all);
    await visitTogether(world, all, until);
    await world.advanceDays(2);
    await eachOf(all, completeRevisits);
    told("closed");
    return {
      lives,
      minutes: minutesSince(begunMs),
      events: await eventsOf(world, all),
      virtualYears: Number((await world.today()).slice(0, 4)) - Number(signed.slice(0, 4)),
    };
  } finally {
    await world.close();
  }
}

/** All were signed on one day, so the first one's months, and the year of its plan, are everybody's. */
async function visitTogether(world: TestWorld, all: readonly LiftingPairing[], until: Day): Promise<void> {
  const [first] = all;
  if (first === undefined) return;
  for (;;) {
    const { on, isPlanOwed } = await nextVisitOn(first, until);
    if (isPlanOwed) await eachOf(all, (each) => makePlan(world, each));
    if (on === undefined) break;
    if (on > (await world.today())) await world.advanceTo(on);
    await eachOf(all, (each) => visitNow(world, each));
  }
  if (until > (await world.today())) await world.advanceTo(until);
}

async function liftOutTogether(world: TestWorld, all: readonly LiftingPairing[]): Promise<void> {
  await eachOf(all, (each) => proposeLiftOut(world, each));
  for (;;) {
    const [first] = all;
    const step = first && (await lifeOf(first.county, first.caseId)).life.liftOut?.step;
    if (step === undefined) break;
    if (step === "village-notice" || step === "township-notice") await noticeTogether(world, all);
    else await eachOf(all, (each) => PASS[step](world, each));
  }
  await eachOf(all, ({ township, caseId }) =>
    moved(township, caseId, "offer-household", { offer: { reason: "none-left" } }),
  );
}

async function noticeTogether(world: TestWorld, all: readonly LiftingPairing[]): Promise<void> {
  const hung = new Map<LiftingPairing, { id: string; until: Day }>();
  await eachOf(all, async (each) => void hung.set(each, await hangNotice(each)));
  const last = [...hung.values()]
    .map(({ until }) => until)
    .sort()
    .at(-1);
  if (last !== undefined) await world.advanceTo(addDays(last, 1));
  await eachOf(all, async (each) => {
    await visitNow(world, each);
    await concludeNotice(each, hung.get(each)?.id ?? "");
  });
}

async function endOfRevisits([first]: readonly LiftingPairing[]): Promise<Day> {
  const { body } = (await first?.cadre.get<{ life: { lifted: { until: Day } } }>(
    `/api/pairings/${first.caseId}`,
  )) ?? { body: undefined };
  if (body === undefined) throw new Error("nobody lives here");
  return body.life.lifted.until;
}

async function eventsOf(world: TestWorld, all: readonly LiftingPairing[]): Promise<number> {
  const [row] = await world.owner.query<{ count: number }[]>(
    "select count(*)::int as count from case_event where case_id = any ($1::uuid[])",
    [all.map(({ caseId }) => caseId)],
  );
  return row?.count ?? 0;
}

async function eachOf(
  all: readonly LiftingPairing[],
  work: (each: LiftingPairing) => Promise<void>,
): Promise<void> {
  const waiting = [...all];
  const take = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await work(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, take));
}

function minutesSince(begunMs: number): number {
  return (Date.now() - begunMs) / 60_000;
}
