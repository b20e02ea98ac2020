import { addDays, type Day, type LiftOutCriterion, type LiftOutStep } from "@jiedui/domain";
import { randomUUID } from "node:crypto";
import { newHelper, newHousehold, openPairing, type OpenedPairing } from "./county";
import type { Answer, Visitor } from "./http";
import { eventually } from "./eventually";
import { makePlan } from "./plan";
import { WHOLE_LIFE, type Programme } from "./programme";
import type { TestWorld } from "./world";

/** Whoever has a hand in a lift-out: nobody may have two of them. */
export interface Hands {
  readonly cadre: Visitor;
  readonly township: Visitor;
  readonly county: Visitor;
}
export interface LiftingPairing extends OpenedPairing, Hands {
  readonly programme: Programme;
}

/** A pairing of the programme in which a life is whole, with its plan made, and the people who verify a lift-out. */
export function openWholeLife(world: TestWorld): Promise<LiftingPairing> {
  return openLife(world, WHOLE_LIFE);
}

/** A pairing of that programme, its plan made where the policy asks for one, and the people who verify a lift-out there. */
export async function openLife(
  world: TestWorld,
  programme: Programme,
  more: { kind?: string; rank?: string; coHelperIds?: readonly string[]; members?: readonly object[] } = {},
): Promise<LiftingPairing> {
  const { programmeId, county, town, village } = programme;
  const { kind = "poor-household", rank = "section", coHelperIds = [], members = [] } = more;
  const clerk = await world.as("county-office", county);
  const helper = await newHelper(clerk, { areaCode: county, rank });
  const subjectId = await newHousehold(clerk, { areaCode: village, kind, members });
  const opened = await openPairing(world, { clerk, helper, coHelperIds, programmeId, subjectId });
  const lifting = {
    ...opened,
    programme,
    cadre: await world.as("helper", null, helper.id),
    township: await world.as("township-office", town),
    county: clerk,
  };
  if ((await lifeOf(clerk, opened.caseId)).stage === "planning") await makePlan(world, lifting);
  return lifting;
}

type Life = {
  seq: number;
  stage: string;
  life: {
    criteria: LiftOutCriterion[];
    incomesAsked: { incomeYear: number }[];
    liftOut: {
      step: LiftOutStep;
      notice: { id: string; from: Day; until: Day } | null;
      objections: { id: string; answered: boolean }[];
    } | null;
    lifted: { on: Day; until: Day } | null;
  };
};

export async function lifeOf(visitor: Visitor, caseId: string): Promise<Life> {
  const { status, body } = await visitor.get<Life>(`/api/pairings/${caseId}`);
  if (status !== 200) throw new Error(`the pairing cannot be seen: ${JSON.stringify(body)}`);
  return body;
}

/** Sends a move; what asks for a basis gets the newest that its sender sees. */
export async function move(
  visitor: Visitor,
  caseId: string,
  name: string,
  body: Record<string, unknown> = {},
  key?: string,
): Promise<Answer> {
  return visitor.post(`/api/pairings/${caseId}/${name}`, body, key);
}

export async function moved(
  visitor: Visitor,
  caseId: string,
  name: string,
  body: Record<string, unknown> = {},
): Promise<void> {
  const answer = await move(visitor, caseId, name, body);
  if (answer.status !== 200)
    throw new Error(`${name} was refused: ${answer.status} ${JSON.stringify(answer.body)}`);
}

/** Two thousand yuan a head over the line, or as many less as given. */
export function recordIncome(visitor: Visitor, caseId: string, incomeYear: number, lessFen = 0) {
  return moved(visitor, caseId, "record-income", {
    incomeYear,
    members: 4,
    lines: [
      { source: "livestock", amountFen: 1_600_000 - lessFen },
      { source: "wages", amountFen: 1_000_000 },
    ],
    costsFen: 200_000,
    note: "当面核算",
  });
}

/** The income year that has ended last; they begin in October. */
export function lastIncomeYear(today: Day): number {
  return Number(today.slice(0, 4)) - (today.slice(5) >= "10-01" ? 0 : 1);
}

/** The income of every year that is asked for, and every criterion of the policy met. */
export async function proposeLiftOut(_world: TestWorld, { cadre, caseId }: LiftingPairing): Promise<void> {
  const { criteria, incomesAsked } = (await lifeOf(cadre, caseId)).life;
  for (const { incomeYear } of incomesAsked) await recordIncome(cadre, caseId, incomeYear);
  await moved(cadre, caseId, "propose-lift-out", {
    criteria: criteria.map((criterion) => ({ criterion, met: true, proof: "入户看过" })),
    note: "逐项入户看过",
  });
}

/** Takes the lift-out on until it stands at that step. */
export async function passUntil(world: TestWorld, lifting: LiftingPairing, step: LiftOutStep | "lifted-out") {
  for (;;) {
    const { life } = await lifeOf(lifting.county, lifting.caseId);
    if (life.liftOut === null || life.liftOut.step === step) return;
    await PASS[life.liftOut.step](world, lifting);
  }
}

/** Takes several on together, on one notice each time, so that they come to that step on one day. */
export async function passTogetherUntil(
  world: TestWorld,
  all: readonly LiftingPairing[],
  step: LiftOutStep,
): Promise<void> {
  const [first] = all;
  if (first === undefined) return;
  for (;;) {
    const present = (await lifeOf(first.county, first.caseId)).life.liftOut?.step;
    if (present === undefined || present === step) return;
    if (present === "village-notice" || present === "township-notice") await passOneNotice(world, first, all);
    else for (const each of all) await PASS[present](world, each);
  }
}

async function passOneNotice(
  world: TestWorld,
  first: LiftingPairing,
  all: readonly LiftingPairing[],
): Promise<void> {
  const caseIds = all.map(({ caseId }) => caseId);
  const noticeId = await makeNotice(first, caseIds);
  await ordered(first.township, `/api/notices/${noticeId}/begin`, {});
  const { life } = await lifeOf(first.township, first.caseId);
  if (life.liftOut?.notice == null) throw new Error("no notice hangs");
  await world.advanceTo(addDays(life.liftOut.notice.until, 1));
  for (const each of all) await visitNow(world, each);
  await concludeNotice(first, noticeId);
}

/** How each step is passed, by whom it is for. */
export const PASS: Record<LiftOutStep, (world: TestWorld, lifting: LiftingPairing) => Promise<void>> = {
  appraisal: async (world, { township, caseId }) =>
    moved(township, caseId, "record-appraisal", {
      entitled: 30,
      present: 25,
      inFavour: 23,
      against: 1,
      happenedOn: await world.today(),
      note: "会议记录",
    }),
  "on-site-check": async (world, { township, caseId }) =>
    moved(township, caseId, "record-on-site-check", {
      confirmed: true,
      perHeadFen: 590_000,
      happenedOn: await world.today(),
    }),
  acknowledgement: async (world, { township, caseId }) =>
    moved(township, caseId, "record-acknowledgement", {
      form: "thumb-print",
      happenedOn: await world.today(),
      note: "脱贫确认书存乡镇档案",
    }),
  "village-notice": passNotice,
  "township-review": async (_world, { township, caseId }) => {
    const { seq } = await lifeOf(township, caseId);
    await moved(township, caseId, "record-township-review", { basedOnSeq: seq, passed: true });
  },
  "township-notice": passNotice,
  "county-check": async (world, lifting) => {
    const { county, caseId } = lifting;
    if (!(await drawnFor(lifting))) return;
    await moved(county, caseId, "record-county-check", { passed: true, happenedOn: await world.today() });
  },
  approval: async (_world, { county, caseId }) => {
    const { seq } = await lifeOf(county, caseId);
    await moved(county, caseId, "approve-lift-out", { basedOnSeq: seq });
  },
  announcement: async (world, { township, caseId }) =>
    moved(township, caseId, "announce-lift-out", { happenedOn: await world.today() }),
};

async function passNotice(world: TestWorld, lifting: LiftingPairing): Promise<void> {
  const { id, until } = await hangNotice(lifting);
  await world.advanceTo(addDays(until, 1));
  await visitNow(world, lifting);
  await concludeNotice(lifting, id);
}

/** Draws from all who stand for the county's check. @returns whether the case was taken */
export async function drawnFor({ county, caseId, programme }: LiftingPairing): Promise<boolean> {
  const { county: areaCode, programmeId, policyVersion } = programme;
  const draw = await ordered(county, "/api/lift-out-draws", { areaCode, programmeId, policyVersion });
  const { body } = await county.get<{ cases: { caseId: string; drawn: boolean }[] }>(
    `/api/lift-out-draws/${String(draw["id"])}`,
  );
  return body.cases.some((each) => each.caseId === caseId && each.drawn);
}

/** An order to a document, sent again under its key until every case has answered. */
export async function ordered(
  visitor: Visitor,
  address: string,
  body: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const key = randomUUID();
  return eventually(`the cases of ${address} to answer`, async () => {
    const answer = await visitor.post(address, body, key);
    if (answer.status === 202) return undefined;
    if (answer.status >= 300)
      throw new Error(`${address} was refused: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  });
}

export async function concludeNotice({ township }: LiftingPairing, noticeId: string): Promise<void> {
  await ordered(township, `/api/notices/${noticeId}/conclude`, { note: "照片为证" });
}

/** A notice in the village or the township, whichever the case stands at, that lists these cases and hangs from today. */
export async function makeNotice(
  { township, caseId, programme }: LiftingPairing,
  caseIds = [caseId],
): Promise<string> {
  const { life } = await lifeOf(township, caseId);
  const { status, body } = await township.post("/api/notices", {
    areaCode: programme.town,
    purpose: life.liftOut?.step,
    caseIds,
    objectTo: "乡镇结对办，电话见门口",
  });
  if (status !== 201) throw new Error(`the notice was not made: ${JSON.stringify(body)}`);
  return String(body["id"]);
}

/** A notice for this household alone. */
export async function hangNotice(lifting: LiftingPairing) {
  const { township, caseId } = lifting;
  await ordered(township, `/api/notices/${await makeNotice(lifting)}/begin`, {});
  const { life } = await lifeOf(township, caseId);
  if (life.liftOut?.notice == null) throw new Error("no notice hangs");
  return life.liftOut.notice;
}

/**
 * Visits on the first day of each month that is owed, and on festivals, until that day; renews the plan when its year is over.
 * @returns the festivals for which a visit was owed in that time
 */
export async function visitUntil(
  world: TestWorld,
  lifting: LiftingPairing,
  until: Day,
): Promise<Set<string>> {
  const festivals = new Set<string>();
  for (;;) {
    const { on, isPlanOwed, festival } = await nextVisitOn(lifting, until);
    if (isPlanOwed) await makePlan(world, lifting);
    if (festival !== undefined) festivals.add(festival);
    if (on === undefined) break;
    if (on > (await world.today())) await world.advanceTo(on);
    await visitNow(world, lifting);
  }
  if (until > (await world.today())) await world.advanceTo(until);
  return festivals;
}

/** The first day of the next month in which a visit is owed, or a festival before it; unless it is owed after that day. */
export async function nextVisitOn(
  { cadre, caseId }: LiftingPairing,
  until: Day,
): Promise<{ on: Day | undefined; isPlanOwed: boolean; festival: string | undefined }> {
  const { body } = await cadre.get<{ obligations: { key: string; kind: string; dueOn: Day }[] }>(
    `/api/pairings/${caseId}`,
  );
  const isPlanOwed = body.obligations.some(({ kind }) => kind === "plan");
  const owed = body.obligations.filter(({ dueOn }) => dueOn <= until);
  const days = owed.flatMap(({ kind, dueOn }) => {
    if (kind === "visit") return [`${dueOn.slice(0, 8)}01` as Day];
    return kind === "festival-visit" ? [dueOn] : [];
  });
  const festival = owed.find(({ kind }) => kind === "festival-visit")?.key.split(":")[1];
  return { on: days.sort()[0], isPlanOwed, festival };
}

/** The township says that every revisit was made, or why not; the county looks, and closes the case. */
export async function completeRevisits(
  { township, county, caseId }: Hands & Pick<OpenedPairing, "caseId">,
  gaps: readonly { month: string; reason: string }[] = [],
): Promise<void> {
  const seen = await lifeOf(township, caseId);
  await moved(township, caseId, "complete-revisits", {
    basedOnSeq: seen.seq,
    gaps,
    note: "回访台账逐次核对",
  });
  const asked = await lifeOf(county, caseId);
  await moved(county, caseId, "approve-closing", { basedOnSeq: asked.seq });
}

export async function visitNow(world: TestWorld, { cadre, caseId }: LiftingPairing): Promise<void> {
  const happenedOn = await world.today();
  await moved(cadre, caseId, "record-visit", { happenedOn, form: { situation: "家里都好" } });
}

/** Revisited until the policy's time is over, the freed helper told that no household is left; and closed by the county. */
export async function revisitToTheEnd(world: TestWorld, lifting: LiftingPairing): Promise<void> {
  const { caseId, township, county } = lifting;
  await moved(township, caseId, "offer-household", { offer: { reason: "none-left" } });
  const { lifted } = (await lifeOf(county, caseId)).life;
  if (lifted === null) throw new Error("nobody was lifted out");
  await visitUntil(world, lifting, lifted.until);
  await world.advanceDays(2);
  await completeRevisits(lifting);
}
