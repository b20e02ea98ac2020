import { Random } from "@jiedui/database";
import { randomUUID } from "node:crypto";
import { COUNTY } from "../support/world";
import { checkAfterwards } from "./afterwards";
import { BusyClerk } from "./clerk";
import { ProcessWorld, PARTS, pause, type PartName } from "../support/process-world";
import { Sender } from "./sender";

export interface CampaignOptions {
  /** How many parts are killed, in turn each kind as often. */
  readonly kills: number;
  readonly seed: number;
  readonly clients: number;
  readonly say?: (line: string) => void;
}

export interface CampaignReport {
  readonly seed: number;
  readonly kills: Readonly<Record<PartName, number>>;
  readonly endedByThemselves: ProcessWorld["endedByThemselves"];
  readonly minutes: number;
  readonly commands: number;
  readonly attempts: number;
  /** Attempts that brought no final answer: lost connections, 202 and 503. */
  readonly unanswered: number;
  readonly sentMoreThanOnce: number;
  readonly cases: number;
  readonly longestUntilAnsweredMs: number;
  readonly violations: readonly string[];
}

const HELPERS = 8;

/** Clients send commands while parts are killed at random; afterwards the books are examined. */
export async function runCampaign(options: CampaignOptions): Promise<CampaignReport> {
  const say = options.say ?? (() => undefined);
  const startedMs = Date.now();
  const world = await ProcessWorld.open();
  try {
    const sender = new Sender();
    const clerks = await engage(world, sender, options);
    let over = false;
    let answered = false;
    const work = Promise.all(clerks.map((clerk) => clerk.workUntil(() => over))).finally(() => {
      answered = true;
    });
    const kills = await Promise.race([killAtRandom(world, options, say), work.then(neverFirst)]);
    over = true;
    await Promise.all([work, superviseUntil(world, () => answered)]);
    const caseIds = clerks.flatMap((clerk) => clerk.caseIds);
    say(`${sender.sent.length} commands on ${caseIds.length} cases; examining the books`);
    const found = await checkAfterwards(
      world,
      sender,
      caseIds,
      clerks.flatMap((clerk) => clerk.subjectNames),
    );
    return {
      seed: options.seed,
      kills,
      endedByThemselves: world.endedByThemselves,
      minutes: Math.round((Date.now() - startedMs) / 6_000) / 10,
      commands: sender.sent.length,
      attempts: sender.attempts,
      unanswered: sender.unanswered,
      sentMoreThanOnce: sender.sent.filter(({ attempts }) => attempts > 1).length,
      cases: caseIds.length,
      longestUntilAnsweredMs: sender.longestMs,
      violations: [...sender.violations, ...world.faultsLogged, ...found],
    };
  } finally {
    await world.close();
  }
}

async function engage(world: ProcessWorld, sender: Sender, options: CampaignOptions): Promise<BusyClerk[]> {
  const county = await world.newPerson("county-office", COUNTY);
  const unit = { name: "县直单位", kind: "party-or-government", areaCode: COUNTY };
  const { body } = await sender.send(county, "/api/organisations", unit, randomUUID(), [201]);
  const helperIds: string[] = [];
  for (let number = 1; number <= Math.max(HELPERS, options.kills); number += 1) {
    const helper = { name: `干部${number}`, rank: "section", unitId: body["id"], areaCode: COUNTY };
    helperIds.push(
      String((await sender.send(county, "/api/helpers", helper, randomUUID(), [201])).body["id"]),
    );
  }
  const clerks: BusyClerk[] = [];
  for (let number = 0; number < options.clients; number += 1) {
    const me = await world.newPerson("county-office", COUNTY);
    clerks.push(new BusyClerk(me, county, sender, new Random(options.seed * 1_000 + number), helperIds));
  }
  return clerks;
}

async function killAtRandom(
  world: ProcessWorld,
  { kills, seed }: CampaignOptions,
  say: (line: string) => void,
): Promise<Record<PartName, number>> {
  const random = new Random(seed);
  const done: Record<PartName, number> = { worker: 0, api: 0, temporal: 0, postgres: 0 };
  for (const [index, part] of orderOf(kills, random).entries()) {
    await pause(random.between(500, 2_500));
    await world.startWhatEnded();
    say(`${index + 1}/${kills} kill -9 ${part}`);
    await world.kill(part);
    await pause(random.between(0, 1_500));
    await world.start(part);
    done[part] += 1;
  }
  await pause(1_000);
  await world.startWhatEnded();
  return done;
}

/** Every kind as often as the others, in an order that the seed gives. */
function orderOf(kills: number, random: Random): PartName[] {
  const order: PartName[] = [];
  while (order.length < kills) {
    const round: PartName[] = [...PARTS];
    while (round.length > 0) order.push(...round.splice(random.between(0, round.length - 1), 1));
  }
  return order.slice(0, kills);
}

/** While the last commands are answered, what ended by itself is still started again. */
async function superviseUntil(world: ProcessWorld, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    await world.startWhatEnded();
    await pause(500);
  }
}

function neverFirst(): never {
  throw new Error("the clients ended before the kills did");
}
