import { createHash, randomUUID } from "node:crypto";
import { createDataSource } from "@jiedui/database";
import { EVIDENCE_LIMITS } from "@jiedui/domain";
import { Housekeeping, workerConfig } from "@jiedui/worker";
import type { DataSource } from "typeorm";
import { expectBooksToBalance } from "../support/books";
import { newHelper, openPairing, type OpenedPairing } from "../support/county";
import type { Answer, Visitor } from "../support/http";
import { PROGRAM, SCAN, photograph, picture } from "../support/pictures";
import { OTHER_TOWN, TestWorld } from "../support/world";

interface Brought extends Record<string, unknown> {
  id: string;
  kind: string;
  takenAt: string | null;
  place: unknown;
}
interface Told {
  items: { type: string; contents: { id: string; purpose: string; body: unknown; erased: boolean }[] }[];
}
const CAMERA = { takenAt: "2016:03:05 10:20:30", latitude: 31.8926, longitude: 111.2513 };
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe("photographs and scans", () => {
  let world: TestWorld;
  let clerk: Visitor;
  let pairing: OpenedPairing;
  let recorder: DataSource;
  beforeAll(async () => {
    world = await TestWorld.open();
    clerk = await world.clerk();
    pairing = await openPairing(world);
    recorder = await createDataSource(world.urls.recorder, {
      poolSize: 1,
      applicationName: "test",
    }).initialize();
  }, 60_000);
  afterAll(async () => {
    await recorder.destroy();
    await world.close();
  });

  const store = () => workerConfig(world.env).evidence;
  const bring = (who: Visitor, bytes: Uint8Array, caseId = pairing.caseId, type?: string) =>
    who.sendFile<Brought>(`/api/pairings/${caseId}/evidence`, bytes, type);
  const visitWith = async (who: Visitor, evidenceIds: readonly unknown[], caseId = pairing.caseId) =>
    who.post(`/api/pairings/${caseId}/record-visit`, {
      happenedOn: await world.today(),
      form: { situation: "家中一切正常" },
      evidenceIds,
    });
  async function contentOf(id: string) {
    const [row] = await world.owner.query<Record<string, unknown>[]>(
      `select status, bound_seq as "boundSeq", file_hash as hash from content where id = $1`,
      [id],
    );
    return row;
  }

  it("come first, are bound to the visit that brings them, and are seen in its story", async () => {
    const photo = photograph(1, CAMERA);
    const brought = await bring(clerk, photo, pairing.caseId, "image/jpeg");
    expect(brought).toMatchObject({
      status: 201,
      body: {
        kind: "png",
        width: 16,
        height: 16,
        takenAt: "2016-03-05T02:20:30.000Z",
        place: { latitude: 31.8926, longitude: 111.2513 },
      },
    });
    const scan = await bring(clerk, SCAN);
    expect(await contentOf(brought.body.id)).toMatchObject({ status: "pending" });
    expect((await visitWith(clerk, [brought.body.id, scan.body.id])).status).toBe(200);
    const [visit] = (await world.events(pairing.caseId)).slice(-1);
    expect(visit?.["contentIds"]).toEqual([expect.any(String), brought.body.id, scan.body.id]);
    expect(await contentOf(brought.body.id)).toMatchObject({ status: "bound", boundSeq: visit?.seq });
    const { body } = await clerk.get<Told>(`/api/pairings/${pairing.caseId}/timeline`);
    const shown = body.items[0]?.contents.filter(({ purpose }) => purpose === "evidence");
    expect(shown?.map(({ id }) => id).sort()).toEqual([brought.body.id, scan.body.id].sort());
    expect(JSON.stringify(shown)).toContain("31.8926");
    await expectBooksToBalance(world, [pairing.caseId]);
  });

  it("lie in the store without what the camera told, once however often they are brought", async () => {
    const plain = picture(2);
    const other = await openPairing(world, { helper: pairing.helper });
    const first = await bring(clerk, photograph(2, CAMERA));
    const again = await bring(clerk, photograph(2, CAMERA));
    const elsewhere = await bring(clerk, plain, other.caseId);
    expect(again.body).toEqual(first.body);
    expect(elsewhere.body.id).not.toBe(first.body.id);
    const { hash } = (await contentOf(first.body.id)) ?? {};
    expect(hash).toBe(sha256(plain));
    expect((await contentOf(elsewhere.body.id))?.["hash"]).toBe(hash);
    const kept = await store().get(sha256(plain));
    expect(kept && Buffer.from(kept).equals(plain)).toBe(true);
    expect((await visitWith(clerk, [first.body.id])).status).toBe(200);
    expect((await bring(clerk, plain)).body.id).not.toBe(first.body.id);
  });

  it("are looked at by whoever sees the case, never from a cache, and each look is on record", async () => {
    const { body } = await bring(clerk, picture(3));
    expect((await visitWith(clerk, [body.id])).status).toBe(200);
    const township = await world.as("township-office");
    const looked = await township.download(`/api/evidence/${body.id}`);
    expect([looked.status, Buffer.from(looked.bytes).equals(picture(3))]).toEqual([200, true]);
    expect(looked.headers).toMatchObject({
      "content-type": "image/png",
      "content-disposition": `inline; filename="evidence-${body.id.slice(0, 8)}.png"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
      "content-security-policy": expect.stringContaining("sandbox") as string,
    });
    const auditor = await world.as("auditor");
    const looks = await auditor.get<{ items: Record<string, unknown>[] }>(
      `/api/evidence-looks?evidence=${body.id}`,
    );
    expect(looks.body.items).toEqual([
      expect.objectContaining({
        evidenceId: body.id,
        caseId: pairing.caseId,
        accountName: "township-office",
        lookedAt: expect.stringMatching(/^\d{4}-/) as string,
      }),
    ]);
    await expect(world.owner.query("delete from evidence_look")).rejects.toThrow("insert-only");
    expect((await clerk.get("/api/evidence-looks")).status).toBe(403);
  });

  it("a scanned document is handed over as a file, and nothing in it is run", async () => {
    const { body } = await bring(clerk, SCAN);
    const { headers } = await clerk.download(`/api/evidence/${body.id}`);
    expect(headers["content-disposition"]).toMatch(/^attachment;/);
  });

  it("are not there for another township's office, for another's eyes before a visit has taken them, nor without a session", async () => {
    const taken = (await bring(clerk, picture(4))).body.id;
    expect((await visitWith(clerk, [taken])).status).toBe(200);
    const waiting = (await bring(clerk, picture(5))).body.id;
    const foreign = await world.as("township-office", OTHER_TOWN);
    const township = await world.as("township-office");
    expect((await foreign.download(`/api/evidence/${taken}`)).status).toBe(404);
    expect((await bring(foreign, picture(6))).status).toBe(404);
    expect((await township.download(`/api/evidence/${waiting}`)).status).toBe(404);
    expect((await clerk.download(`/api/evidence/${waiting}`)).status).toBe(200);
    expect((await fetch(`${world.baseUrl}/api/evidence/${taken}`)).status).toBe(401);
    const looks = await world.owner.query<unknown[]>("select 1 from evidence_look where content_id = $1", [
      taken,
    ]);
    expect(looks).toEqual([]);
  });

  it("a helper brings them from the way, for the own households only", async () => {
    const helper = await world.as("helper", null, pairing.helper.id);
    const { body } = await bring(helper, picture(7));
    expect((await visitWith(helper, [body.id])).status).toBe(200);
    const other = await openPairing(world, { helper: await newHelper(clerk) });
    expect((await bring(helper, picture(8), other.caseId)).status).toBe(404);
    expect((await bring(await world.as("auditor"), picture(8))).status).toBe(403);
  });

  it.each([
    ["a program that is called a photograph", PROGRAM, 415, "FILE_NOT_ALLOWED"],
    [
      "a picture that may carry scripts",
      Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"),
      415,
      "FILE_NOT_ALLOWED",
    ],
    ["nothing", Buffer.alloc(0), 415, "FILE_NOT_ALLOWED"],
    ["half a photograph", picture(9).subarray(0, 40), 415, "FILE_DAMAGED"],
    ["a file that is too large", Buffer.alloc(EVIDENCE_LIMITS.mostBytes + 1, 0xff), 413, "FILE_TOO_LARGE"],
  ])("%s is refused, and nothing of it stays", async (_what, bytes, status, code) => {
    const before = await counts();
    const refused: Answer = await bring(clerk, bytes, pairing.caseId, "image/jpeg");
    expect(refused).toMatchObject({ status, body: { code } });
    expect(await counts()).toEqual(before);
  });

  it("what is not a file at all is refused", async () => {
    const path = `/api/pairings/${pairing.caseId}/evidence`;
    expect(await clerk.send("post", path, { file: "photo" })).toMatchObject({ status: 415 });
    const withoutToken = await fetch(`${world.baseUrl}${path}`, {
      method: "POST",
      headers: { cookie: clerk.credentials["cookie"] ?? "" },
      body: Buffer.from(picture(10)),
    });
    expect(withoutToken.status).toBe(403);
  });

  it("of another person or another case, already used, or made up are not taken, and the visit is not recorded", async () => {
    const administrator = await world.as("administrator");
    const ofAnother = (await bring(administrator, picture(11))).body.id;
    const other = await openPairing(world, { helper: pairing.helper });
    const ofAnotherCase = (await bring(clerk, picture(12), other.caseId)).body.id;
    const used = (await bring(clerk, picture(13))).body.id;
    expect((await visitWith(clerk, [used])).status).toBe(200);
    const seq = (await world.events(pairing.caseId)).length;
    for (const id of [ofAnother, ofAnotherCase, used, randomUUID()])
      expect(await visitWith(clerk, [id])).toMatchObject({
        status: 409,
        body: { code: "CONTENT_NOT_USABLE", facts: { contentId: id } },
      });
    const one = (await bring(clerk, picture(14))).body.id;
    const tooMany = Array.from({ length: EVIDENCE_LIMITS.mostOfAMove + 1 }, () => randomUUID());
    for (const wrong of [[one, one], ["x"], tooMany, [null]])
      expect(await visitWith(clerk, wrong)).toMatchObject({ status: 400, body: { code: "BAD_INPUT" } });
    expect(await world.events(pairing.caseId)).toHaveLength(seq);
  });

  it("that no move took go after seven days; the file goes with the last that refers to it, or when it is erased", async () => {
    const other = await openPairing(world, { helper: pairing.helper });
    const stale = (await bring(clerk, picture(20))).body.id;
    const shared = (await bring(clerk, picture(21))).body.id;
    const sharedElsewhere = (await bring(clerk, picture(21), other.caseId)).body.id;
    const erased = (await bring(clerk, picture(22))).body.id;
    expect((await visitWith(clerk, [sharedElsewhere], other.caseId)).status).toBe(200);
    expect((await visitWith(clerk, [erased])).status).toBe(200);
    await world.owner.query(
      "update content set created_at = now() - interval '8 days' where id = any ($1::uuid[])",
      [[stale, shared, sharedElsewhere]],
    );
    await world.owner.query(
      "update content set status = 'erased', bound_seq = null, body = null, erased_at = now(), erase_reason = 'order' where id = $1",
      [erased],
    );
    await new Housekeeping(recorder, store()).sweepOnce();
    const left = async (number: number) => (await store().get(sha256(picture(number)))) !== undefined;
    expect([await left(20), await left(21), await left(22)]).toEqual([false, true, false]);
    expect(await contentOf(stale)).toBeUndefined();
    expect((await clerk.download(`/api/evidence/${erased}`)).status).toBe(404);
    expect((await bring(clerk, picture(20))).status).toBe(201);
    expect(await left(20)).toBe(true);
  });

  function counts() {
    return world.owner.query<unknown[]>(
      "select (select count(*)::int from content) as contents, (select count(*)::int from evidence_file) as files",
    );
  }
});
