import { randomUUID } from "node:crypto";
import { createDataSource } from "@jiedui/database";
import { addDays, addMonths, lastDayOf, monthOf, type Day } from "@jiedui/domain";
import { ShamWatch } from "@jiedui/worker";
import type { DataSource } from "typeorm";
import { newHelper, newHousehold, openPairing } from "../support/county";
import type { Visitor } from "../support/http";
import { SCAN, photograph, picture } from "../support/pictures";
import { OTHER_TOWN, TOWN, TestWorld } from "../support/world";

interface Sign {
  readonly id: string;
  readonly kind: string;
  readonly facts: Record<string, unknown>;
  readonly judgement: string | null;
  readonly visits: readonly { caseId: string; seq: number; subjectName: string }[];
}
interface Paired {
  readonly helper: { id: string; unitId: string };
  readonly caseIds: readonly string[];
}

/** Looks at what was recorded a moment ago. */
const AT_ONCE = { settledAfterSeconds: 0, page: 50, mostCommands: 1_000 };
const DIARY =
  "今天到家中走访，了解到今年养猪八头，已出栏三头，收入约四千元，孩子在镇中学读书，老人身体尚可，建议再养两头母猪。";
const SAME_DIARY = DIARY.replace("八头", "六头").replace("三头", "二头").replace("四千", "三千");
const OWN_DIARY =
  "今天到家中走访，了解到今年种烟三亩，预计收入六千元，两个孩子在村小学读书，老人有高血压，已帮助办理慢病卡。";

describe("signs that visits did not take place as they were entered", () => {
  let world: TestWorld;
  let clerk: Visitor;
  let recorder: DataSource;
  let watch: ShamWatch;
  let otherTownship = "";
  beforeAll(async () => {
    world = await TestWorld.open();
    clerk = await world.clerk();
    recorder = await createDataSource(world.urls.recorder, {
      poolSize: 2,
      applicationName: "test",
    }).initialize();
    watch = new ShamWatch(recorder, AT_ONCE);
    const [row] = await world.owner.query<{ code: string }[]>(
      "select code from area where level = 'village' and starts_with(code, '420626') and not starts_with(code, left($1, 9)) order by code limit 1",
      [TOWN],
    );
    otherTownship = row?.code ?? "";
  }, 60_000);
  afterAll(async () => {
    await recorder.destroy();
    await world.close();
  });

  /** One helper with households in these areas; the tests' own village where none is named. */
  async function paired(...areas: (string | undefined)[]): Promise<Paired> {
    const helper = await newHelper(clerk);
    const caseIds: string[] = [];
    for (const areaCode of areas) {
      const subjectId = await newHousehold(clerk, areaCode === undefined ? {} : { areaCode });
      caseIds.push((await openPairing(world, { helper, subjectId })).caseId);
    }
    return { helper, caseIds };
  }
  const asHelper = ({ helper }: Paired) => world.as("helper", null, helper.id);

  async function visit(
    who: Visitor,
    caseId: string | undefined,
    more: { situation?: string; happenedOn?: Day; files?: readonly Uint8Array[] } = {},
  ): Promise<void> {
    const evidenceIds: unknown[] = [];
    for (const file of more.files ?? [])
      evidenceIds.push((await who.sendFile(`/api/pairings/${caseId ?? ""}/evidence`, file)).body["id"]);
    const answer = await who.post(`/api/pairings/${caseId ?? ""}/record-visit`, {
      happenedOn: more.happenedOn ?? (await world.today()),
      form: { situation: more.situation ?? "家中一切正常" },
      evidenceIds,
    });
    expect(answer.status).toBe(200);
  }

  async function signsOf(caseId: string | undefined, who = clerk): Promise<readonly Sign[]> {
    await watch.lookOnce();
    return (await who.get<{ items: Sign[] }>(`/api/sham-signs?case=${caseId ?? ""}`)).body.items;
  }
  const kindsOf = async (caseId: string | undefined) => (await signsOf(caseId)).map(({ kind }) => kind);

  it("two households of two townships, entered from the way within minutes, are flagged; the neighbours are not", async () => {
    const far = await paired(undefined, otherTownship);
    const near = await paired(undefined, undefined);
    for (const each of [far, near])
      for (const caseId of each.caseIds) await visit(await asHelper(each), caseId);
    const [sign] = await signsOf(far.caseIds[0]);
    expect(sign).toMatchObject({ kind: "far-apart", facts: { minutes: 0 }, judgement: null });
    expect(sign?.visits.map(({ caseId }) => caseId).sort()).toEqual([...far.caseIds].sort());
    expect(await signsOf(near.caseIds[0])).toEqual([]);
  });

  it("photographs of two places within minutes are flagged, whoever entered the visits; with time for the way they are not", async () => {
    const told = (takenAt: string, latitude: number) => ({ takenAt, latitude, longitude: 111.25 });
    const hasty = await paired(undefined, undefined);
    const [one, other] = hasty.caseIds;
    await visit(clerk, one, { files: [photograph(31, told("2016:03:05 10:00:00", 31.8))] });
    await visit(clerk, other, { files: [photograph(32, told("2016:03:05 10:12:00", 31.9))] });
    expect(await signsOf(one)).toMatchObject([
      { kind: "far-apart", facts: { minutes: 12, kilometres: 11.1 } },
    ]);
    const honest = await paired(undefined, otherTownship);
    const helper = await asHelper(honest);
    await visit(helper, honest.caseIds[0], { files: [photograph(33, told("2016:03:05 10:00:00", 31.8))] });
    await visit(helper, honest.caseIds[1], { files: [photograph(34, told("2016:03:05 15:00:00", 31.9))] });
    expect(await signsOf(honest.caseIds[0])).toEqual([]);
  });

  it("a diary with other numbers in it is flagged; one's own turns of phrase and a few usual words are not", async () => {
    const copied = await paired(undefined, undefined, undefined);
    await visit(clerk, copied.caseIds[0], { situation: DIARY });
    await visit(clerk, copied.caseIds[1], { situation: SAME_DIARY });
    await visit(clerk, copied.caseIds[2], { situation: OWN_DIARY });
    const [sign] = await signsOf(copied.caseIds[1]);
    expect(sign).toMatchObject({ kind: "copied-text" });
    expect(Number(sign?.facts["similarityPercent"])).toBeGreaterThan(65);
    expect(await kindsOf(copied.caseIds[2])).toEqual([]);
    const usual = await paired(undefined, undefined);
    for (const caseId of usual.caseIds) await visit(clerk, caseId);
    expect(await signsOf(usual.caseIds[0])).toEqual([]);
    const another = await paired(undefined);
    await visit(clerk, another.caseIds[0], { situation: DIARY });
    expect(await signsOf(another.caseIds[0])).toEqual([]);
  });

  it("a photograph that proves a visit elsewhere already is flagged; a scanned form that all have is not", async () => {
    const [one, other] = [await paired(undefined), await paired(undefined)];
    await visit(clerk, one.caseIds[0], { files: [picture(40), SCAN] });
    await visit(clerk, other.caseIds[0], { files: [picture(40), SCAN] });
    expect(await signsOf(other.caseIds[0])).toMatchObject([
      { kind: "photo-twice", facts: { photographs: 1 } },
    ]);
    const scanned = await paired(undefined);
    await visit(clerk, scanned.caseIds[0], { files: [SCAN] });
    expect(await signsOf(scanned.caseIds[0])).toEqual([]);
  });

  it("a visit that was taken back takes its sign with it; entered anew with the same photograph it is none", async () => {
    const [wrong, right] = (await paired(undefined, undefined)).caseIds;
    const elsewhere = await paired(undefined);
    await visit(clerk, elsewhere.caseIds[0], { files: [picture(50)] });
    await visit(clerk, wrong, { files: [picture(50)] });
    expect(await kindsOf(wrong)).toEqual(["photo-twice"]);
    for (const caseId of [wrong, elsewhere.caseIds[0]]) {
      const log = await world.events(caseId ?? "");
      const recorded = log.find(({ type }) => type === "VisitRecorded");
      const voided = await clerk.post(`/api/pairings/${caseId ?? ""}/void-visit`, {
        basedOnSeq: log.length,
        visitId: recorded?.["visitId"],
        reason: "wrong-household",
      });
      expect(voided.status).toBe(200);
    }
    await visit(clerk, right, { files: [picture(50)] });
    expect([await kindsOf(wrong), await kindsOf(right)]).toEqual([[], []]);
  });

  it("is judged by somebody else, with a note; every judgement stays, and the newest counts", async () => {
    const far = await paired(undefined, otherTownship);
    const helper = await asHelper(far);
    await visit(helper, far.caseIds[0]);
    await visit(helper, far.caseIds[1]);
    const [sign] = await signsOf(far.caseIds[0]);
    const path = `/api/sham-signs/${sign?.id ?? ""}`;
    const administrator = await world.as("administrator");
    const auditor = await world.as("auditor");
    const key = randomUUID();
    const judge = (who: Visitor, judgement: string, note: string, under?: string) =>
      who.post(`${path}/judge`, { judgement, note }, under);
    expect((await judge(helper, "real", "我去过")).status).toBe(403);
    expect((await judge(auditor, "real", "看过")).status).toBe(403);
    expect(await judge(clerk, "maybe", "x")).toMatchObject({ status: 400, body: { code: "BAD_INPUT" } });
    expect(await judge(clerk, "sham", "  ")).toMatchObject({ status: 400, body: { code: "BAD_INPUT" } });
    for (let again = 0; again < 2; again += 1)
      expect((await judge(clerk, "unclear", "电话没有打通", key)).status).toBe(200);
    expect((await judge(clerk, "real", "换了说法", key)).status).toBe(422);
    expect((await judge(administrator, "real", "两户都说当天来过，顺路搭车")).status).toBe(200);
    const { body } = await auditor.get(path);
    expect(body).toMatchObject({
      judgement: "real",
      mayJudge: false,
      judgements: [
        { judgement: "real", note: "两户都说当天来过，顺路搭车", accountName: "administrator" },
        { judgement: "unclear", note: "电话没有打通", accountName: "county-office" },
      ],
      visits: [{ contents: [{ purpose: "visit-form" }] }, { contents: [{ purpose: "visit-form" }] }],
    });
    const ids = async (judged: boolean) =>
      (
        await clerk.get<{ items: Sign[] }>(`/api/sham-signs?judged=${String(judged)}&kind=far-apart`)
      ).body.items.map(({ id }) => id);
    expect([(await ids(true)).includes(sign?.id ?? ""), (await ids(false)).includes(sign?.id ?? "")]).toEqual(
      [true, false],
    );
    await expect(world.owner.query("delete from sham_judgement")).rejects.toThrow("insert-only");
  });

  it("is not judged by whoever entered the visits", async () => {
    const copied = await paired(undefined, undefined);
    await visit(clerk, copied.caseIds[0], { situation: DIARY });
    await visit(clerk, copied.caseIds[1], { situation: SAME_DIARY });
    const [sign] = await signsOf(copied.caseIds[0]);
    const path = `/api/sham-signs/${sign?.id ?? ""}`;
    expect((await clerk.get(path)).body).toMatchObject({ mayJudge: false });
    expect(await clerk.post(`${path}/judge`, { judgement: "real", note: "是我录入的" })).toMatchObject({
      status: 409,
      body: { code: "SHAM_NEEDS_ANOTHER_PERSON" },
    });
    const township = await world.as("township-office");
    expect((await township.post(`${path}/judge`, { judgement: "sham", note: "入户问过" })).status).toBe(200);
  });

  it("is seen by whoever sees all of its visits, and by nobody else", async () => {
    const far = await paired(undefined, otherTownship);
    const helper = await asHelper(far);
    await visit(helper, far.caseIds[0]);
    await visit(helper, far.caseIds[1]);
    const [sign] = await signsOf(far.caseIds[0]);
    const path = `/api/sham-signs/${sign?.id ?? ""}`;
    expect((await clerk.get(path)).status).toBe(200);
    for (const who of [await world.as("township-office"), await world.as("township-office", OTHER_TOWN)]) {
      expect((await who.get(path)).status).toBe(404);
      expect((await who.post(`${path}/judge`, { judgement: "real", note: "x" })).status).toBe(404);
      expect(await signsOf(far.caseIds[0], who)).toEqual([]);
    }
    expect((await helper.get("/api/sham-signs")).status).toBe(403);
  });

  it("goes from page to page without leaving one out, and what was found stays found once", async () => {
    const all = await world.owner.query<{ id: string }[]>(
      "select id from sham_sign where withdrawn_at is null",
    );
    const seen: string[] = [];
    for (let cursor = ""; ;) {
      const { body } = await clerk.get<{ items: Sign[]; nextCursor: string | null }>(
        `/api/sham-signs?limit=2&cursor=${cursor}`,
      );
      seen.push(...body.items.map(({ id }) => id));
      if (body.nextCursor === null) break;
      cursor = body.nextCursor;
    }
    expect(seen.length).toBeGreaterThan(4);
    expect([...seen].sort()).toEqual(all.map(({ id }) => id).sort());
    await world.owner.query("update sham_progress set written_at = now() - interval '1 day'");
    await world.owner.query("delete from recorded_visit");
    expect(await watch.lookOnce()).toBe(0);
  });

  it("all of a month entered on its last day is flagged as one; a helper who entered one before is not", async () => {
    const [late, steady] = [
      await paired(undefined, undefined, undefined),
      await paired(undefined, undefined, undefined),
    ];
    const month = monthOf(addMonths(await world.today(), 1));
    const lastDay = lastDayOf(month);
    await world.advanceTo(addDays(lastDay, -12));
    await visit(clerk, steady.caseIds[0]);
    await world.advanceTo(lastDay);
    const days = [addDays(lastDay, -20), addDays(lastDay, -9), lastDay];
    for (const [index, happenedOn] of days.entries()) {
      await visit(clerk, late.caseIds[index], { happenedOn });
      await visit(clerk, steady.caseIds[index], { happenedOn });
    }
    expect(await signsOf(late.caseIds[0])).toEqual([]);
    await world.advanceTo(addDays(lastDay, 2));
    const [sign] = await signsOf(late.caseIds[0]);
    expect(sign).toMatchObject({ kind: "last-day", facts: { month, visits: 3 } });
    expect(sign?.visits).toHaveLength(3);
    expect(await signsOf(steady.caseIds[0])).toEqual([]);
    expect(await watch.lookOnce()).toBe(0);
  }, 60_000);
});
