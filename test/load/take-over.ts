import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { OrganisationRepository, divisionsOfRelease } from "@jiedui/database";
import { dayAt } from "@jiedui/domain";
import { MADE_UP_POLICIES } from "@jiedui/policies";
import type { ProcessWorld, PartName } from "../support/process-world";
import { PARTS } from "../support/process-world";
import { sendRoster, type RosterSeen } from "../support/roster";
import type { BareEngine } from "./bare-engine";
import { memoryBytesOf } from "./process-cost";
import { paceOf } from "./pace";
import { placesOfWushan } from "./wushan/places";
import { wushanRoster } from "./wushan/roster";
import { workbookOf } from "./wushan/workbook";

export interface TakeOverFigure {
  readonly cadres: number;
  readonly households: number;
  readonly fileMebibytes: number;
  /** From the upload to the preview. */
  readonly readSeconds: number;
  /** From the start to the end of the campaign. */
  readonly minutes: number;
  readonly opened: number;
  readonly notTakenOver: number;
  readonly openedPerSecond: number;
  readonly bareStartsPerSecond: number;
  readonly mostMemoryBytes: Partial<Record<PartName, number>>;
}
export interface TakeOverOptions {
  readonly world: ProcessWorld;
  readonly bare: BareEngine;
  readonly cadres: number;
  readonly households: number;
  readonly say: (line: string) => void;
}

const WUSHAN = "620524000000";
const PROGRAMME = "taken-over";
const MOST_CASES_PER_SECOND = 200;
const BARE_CLIENTS = 16;
const BARE_MS = 10_000;
const LOOK_EVERY_MS = 1_000;
const MEBIBYTE = 1_048_576;

/** A county's workbook taken over by HTTP, as fast as it goes, next to starts of the bare engine on the same machine. */
export async function measureTakeOver(options: TakeOverOptions): Promise<TakeOverFigure> {
  const { world, bare, cadres, households, say } = options;
  const bareStartsPerSecond = (await paceOf(BARE_CLIENTS, { forMs: BARE_MS }, () => bare.open())).perSecond;
  const file = await countyIn(world, cadres, households);
  const { visitor: clerk } = await world.newPerson("county-office", WUSHAN);
  const sentMs = Date.now();
  const { status, body, code } = await sendRoster(clerk, file, { programmeId: PROGRAMME, areaCode: WUSHAN });
  if (status !== 201) throw new Error(`the workbook was answered ${status} ${String(code)}`);
  const readSeconds = (Date.now() - sentMs) / 1_000;
  say(
    `${body.ready + body.failed} rows read in ${readSeconds.toFixed(1)} s; ${body.failed} cannot be taken over`,
  );
  const begunMs = Date.now();
  await clerk.post(`/api/rosters/${body.id}/start`, { casesPerSecond: MOST_CASES_PER_SECOND });
  const mostMemoryBytes: Partial<Record<PartName, number>> = {};
  let seen = body;
  while (seen.state !== "finished") {
    await pause(LOOK_EVERY_MS);
    seen = (await clerk.get<RosterSeen>(`/api/rosters/${body.id}`)).body;
    for (const part of PARTS)
      mostMemoryBytes[part] = Math.max(mostMemoryBytes[part] ?? 0, memoryBytesOf(world.pidOf(part)) ?? 0);
    say(`${seen.progress.done} of ${seen.progress.total} rows taken over`);
  }
  const minutes = (Date.now() - begunMs) / 60_000;
  const { opened, openedPerSecond } = await openedOf(world, body.id);
  say(
    `${opened} pairings opened, ${openedPerSecond.toFixed(1)}/s; bare starts ${bareStartsPerSecond.toFixed(1)}/s`,
  );
  return {
    cadres,
    households,
    fileMebibytes: file.length / MEBIBYTE,
    readSeconds,
    minutes,
    opened,
    notTakenOver: seen.failed,
    openedPerSecond,
    bareStartsPerSecond,
    mostMemoryBytes,
  };
}

/** The county's programme and units stand in the register, as they would; its people stand in the workbook. */
async function countyIn(world: ProcessWorld, cadres: number, households: number): Promise<Buffer> {
  const policy = MADE_UP_POLICIES.find(({ programmeId }) => programmeId === "whole-life");
  if (policy === undefined) throw new Error("there is no made-up programme");
  const document = {
    ...policy,
    programmeId: PROGRAMME,
    areaCode: WUSHAN,
    householdsPerHelper: Object.fromEntries(Object.keys(policy.householdsPerHelper).map((rank) => [rank, 8])),
  };
  await world.owner.query(
    "insert into programme (id, name, place, area_code, current_version) values ($1, $1, $1, $2, 1)",
    [PROGRAMME, WUSHAN],
  );
  await world.owner.query(
    "insert into policy (programme_id, version, document, in_force_from) values ($1, 1, $2, $3)",
    [PROGRAMME, JSON.stringify({ ...document, version: 1 }), policy.inForceFrom],
  );
  const places = placesOfWushan(await divisionsOfRelease());
  const roster = wushanRoster({ places, until: dayAt(Date.now()), cadres, households });
  const organisations = new OrganisationRepository();
  for (const { name, kind } of roster.units)
    await organisations.create(world.owner.manager, { id: randomUUID(), name, kind, areaCode: WUSHAN });
  return workbookOf(roster);
}

async function openedOf(
  world: ProcessWorld,
  rosterId: string,
): Promise<{ opened: number; openedPerSecond: number }> {
  const [row] = await world.owner.query<{ opened: number; seconds: number }[]>(
    `select count(*)::int as opened, extract(epoch from max(settled_at) - min(settled_at))::float as seconds
     from roster_row where roster_id = $1 and part = 'pair' and state = 'done'`,
    [rosterId],
  );
  const { opened = 0, seconds = 0 } = row ?? {};
  return { opened, openedPerSecond: opened / Math.max(seconds, 1) };
}

/** As it stands in the report. */
export function takeOverSentence(figure: TakeOverFigure): string {
  const { cadres, households, fileMebibytes, readSeconds, minutes, opened, notTakenOver } = figure;
  const { openedPerSecond, bareStartsPerSecond, mostMemoryBytes } = figure;
  const memory = PARTS.map((part) => `${part} ${((mostMemoryBytes[part] ?? 0) / MEBIBYTE).toFixed(0)}`).join(
    ", ",
  );
  return (
    `A workbook of ${fileMebibytes.toFixed(1)} MiB with ${cadres.toLocaleString("en")} cadres and ${households.toLocaleString("en")} households ` +
    `was read and shown in **${readSeconds.toFixed(1)} s** and taken over in **${minutes.toFixed(1)} minutes**: ${opened.toLocaleString("en")} pairings ` +
    `opened, ${openedPerSecond.toFixed(1)}/s (bare starts with one update: ${bareStartsPerSecond.toFixed(1)}/s, ratio ${(openedPerSecond / bareStartsPerSecond).toFixed(2)}); ` +
    `${notTakenOver.toLocaleString("en")} rows given back. Most memory meanwhile, MiB: ${memory}.`
  );
}
