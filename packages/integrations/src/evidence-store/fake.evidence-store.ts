import type { EvidenceStore } from "./evidence-store";

/** For tests: keeps everything in memory, and can be told to fail. */
export class FakeEvidenceStore implements EvidenceStore {
  readonly files = new Map<string, Uint8Array>();
  failing = false;

  async put(hash: string, bytes: Uint8Array): Promise<void> {
    this.failIfAway();
    this.files.set(hash, bytes);
  }

  async get(hash: string): Promise<Uint8Array | undefined> {
    this.failIfAway();
    return this.files.get(hash);
  }

  async remove(hash: string): Promise<void> {
    this.failIfAway();
    this.files.delete(hash);
  }

  private failIfAway(): void {
    if (this.failing) throw new Error("the store is away");
  }
}
