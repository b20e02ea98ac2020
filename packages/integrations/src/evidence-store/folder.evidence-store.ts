import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import type { EvidenceStore } from "./evidence-store";

/** A folder of this machine, or one that api and worker share. */
export class FolderEvidenceStore implements EvidenceStore {
  constructor(private readonly folder: string) {}

  async put(hash: string, bytes: Uint8Array): Promise<void> {
    const place = this.placeOf(hash);
    const half = `${place}.${randomUUID()}`;
    await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
    try {
      const file = await open(half, "wx", 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(half, place);
    } finally {
      await rm(half, { force: true });
    }
  }

  async get(hash: string): Promise<Uint8Array | undefined> {
    try {
      return await readFile(this.placeOf(hash));
    } catch (failure) {
      if ((failure as NodeJS.ErrnoException).code === "ENOENT") return undefined;
      throw failure;
    }
  }

  async remove(hash: string): Promise<void> {
    await rm(this.placeOf(hash), { force: true });
  }

  private placeOf(hash: string): string {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new RangeError("what lies here is named by a hash");
    return path.join(this.folder, hash.slice(0, 2), hash);
  }
}
