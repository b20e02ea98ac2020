import { randomUUID, createHash } from "node:crypto";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import { evidenceEnvironment, evidenceStoreOf } from "./evidence-store.config";
import type { EvidenceStore } from "./evidence-store";
import { FakeEvidenceStore } from "./fake.evidence-store";
import { FolderEvidenceStore } from "./folder.evidence-store";
import { S3EvidenceStore } from "./s3.evidence-store";

const BYTES = Uint8Array.from([0xff, 0xd8, 0, 10, 13]);
const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const HASH = hashOf(BYTES);

/** A store that speaks as S3 does, as far as we ask it. */
class Bucket {
  readonly kept = new Map<string, Buffer>();
  readonly asked: { method: string; path: string; authorization: string; sha256: string }[] = [];
  failing = false;
  private readonly server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      const sha256 = String(headers["x-amz-content-sha256"]);
      this.asked.push({ method, path: url, authorization: headers.authorization ?? "", sha256 });
      const body = Buffer.concat(parts);
      if (this.failing || hashOf(body) !== sha256) return response.writeHead(500).end();
      const found = this.kept.get(url);
      if (method === "PUT") this.kept.set(url, body);
      if (method === "DELETE") this.kept.delete(url);
      if (method === "GET" && found === undefined) return response.writeHead(404).end();
      return response.writeHead(method === "DELETE" ? 204 : 200).end(method === "GET" ? found : undefined);
    });
  });

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

describe("a store of evidence", () => {
  const bucket = new Bucket();
  let endpoint = "";
  let folder = "";
  const stores: Record<string, () => EvidenceStore> = {
    "in a folder": () => new FolderEvidenceStore(folder),
    "in a bucket": () =>
      new S3EvidenceStore({
        endpoint,
        bucket: "evidence",
        prefix: "live",
        accessKeyId: "key",
        secretAccessKey: "secret",
        region: "cn-north-1",
      }),
    "in memory, for tests": () => new FakeEvidenceStore(),
  };
  beforeAll(async () => {
    endpoint = await bucket.listen();
    folder = await mkdtemp(path.join(tmpdir(), "evidence-"));
  });
  afterAll(async () => {
    bucket.close();
    await rm(folder, { recursive: true, force: true });
  });

  it.each(Object.keys(stores))("%s gives back what was put there, until it is removed", async (name) => {
    const store = stores[name]?.() ?? new FakeEvidenceStore();
    expect(await store.get(HASH)).toBeUndefined();
    await Promise.all([store.put(HASH, BYTES), store.put(HASH, BYTES)]);
    expect(Uint8Array.from((await store.get(HASH)) ?? [])).toEqual(BYTES);
    await store.remove(HASH);
    await store.remove(HASH);
    expect(await store.get(HASH)).toBeUndefined();
  });

  it("in a folder leaves nothing half written, lets nobody else of the machine read, and knows no other names", async () => {
    const store = new FolderEvidenceStore(folder);
    await store.put(HASH, BYTES);
    const within = path.join(folder, HASH.slice(0, 2));
    expect(await readdir(within)).toEqual([HASH]);
    expect((await stat(path.join(within, HASH))).mode & 0o077).toBe(0);
    for (const name of ["../outside", "", randomUUID()])
      await expect(store.get(name)).rejects.toThrow("named by a hash");
  });

  it("in a bucket is asked by signed requests, and says when it is not certain", async () => {
    const store = stores["in a bucket"]?.() ?? new FakeEvidenceStore();
    await store.put(HASH, BYTES);
    const last = bucket.asked.at(-1);
    expect(last).toMatchObject({ method: "PUT", path: `/evidence/live/${HASH.slice(0, 2)}/${HASH}` });
    expect(last?.authorization).toMatch(/^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/cn-north-1\/s3\//);
    bucket.failing = true;
    await expect(store.put(HASH, BYTES)).rejects.toThrow("answered 500 to PUT");
    await expect(store.get(HASH)).rejects.toThrow("answered 500 to GET");
    bucket.failing = false;
  });
});

describe("where evidence lies", () => {
  const storeOf = (env: Record<string, string>) =>
    evidenceStoreOf(z.object(evidenceEnvironment).parse(env), "live");
  const S3 = {
    JIEDUI_S3_ENDPOINT: "https://s3.example.org",
    JIEDUI_S3_BUCKET: "evidence",
    JIEDUI_S3_ACCESS_KEY_ID: "key",
    JIEDUI_S3_SECRET_ACCESS_KEY: "secret",
  };

  it("is a folder, unless a bucket is named", () => {
    expect(storeOf({ JIEDUI_EVIDENCE_DIR: "evidence" })).toBeInstanceOf(FolderEvidenceStore);
    expect(storeOf({ JIEDUI_EVIDENCE_DIR: "evidence", ...S3 })).toBeInstanceOf(S3EvidenceStore);
  });

  it("must be said, and whole", () => {
    expect(() => storeOf({})).toThrow("JIEDUI_EVIDENCE_DIR");
    const { JIEDUI_S3_BUCKET: _left, ...half } = S3;
    expect(() => storeOf(half)).toThrow("JIEDUI_S3_BUCKET");
  });
});
