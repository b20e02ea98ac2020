import { signed, type S3Credentials } from "./aws-signature";
import type { EvidenceStore } from "./evidence-store";

export interface S3Place extends S3Credentials {
  /** Of the store, as `https://s3.example.org`; the bucket follows in the path. */
  readonly endpoint: string;
  readonly bucket: string;
  /** What every key begins with. */
  readonly prefix: string;
}

const GIVE_UP_AFTER_MS = 20_000;

/** A bucket of Amazon S3 or of a store that speaks like it (MinIO, Ceph, the clouds' own). */
export class S3EvidenceStore implements EvidenceStore {
  constructor(private readonly place: S3Place) {}

  async put(hash: string, bytes: Uint8Array): Promise<void> {
    await this.ask("PUT", hash, [200, 201, 204], bytes);
  }

  async get(hash: string): Promise<Uint8Array | undefined> {
    const response = await this.ask("GET", hash, [200, 404]);
    return response.status === 404 ? undefined : new Uint8Array(await response.arrayBuffer());
  }

  async remove(hash: string): Promise<void> {
    await this.ask("DELETE", hash, [200, 204, 404]);
  }

  private async ask(
    method: "GET" | "PUT" | "DELETE",
    hash: string,
    expected: readonly number[],
    bytes?: Uint8Array,
  ): Promise<Response> {
    const { endpoint, bucket, prefix } = this.place;
    const url = new URL(`${endpoint.replace(/\/$/, "")}/${bucket}/${prefix}/${hash.slice(0, 2)}/${hash}`);
    const body = bytes === undefined ? {} : { body: Buffer.from(bytes) };
    const response = await fetch(url, {
      method,
      headers: signed({ method, url, ...body }, this.place, new Date()),
      ...body,
      signal: AbortSignal.timeout(GIVE_UP_AFTER_MS),
    });
    if (expected.includes(response.status)) return response;
    await response.body?.cancel();
    throw new Error(`the store of evidence answered ${response.status} to ${method}`);
  }
}
