/** Where photographs and scans lie: each once, under the SHA-256 of its bytes, never under an address that is public. */
export interface EvidenceStore {
  /** Putting the same again changes nothing. @throws when it is not certain that it lies there */
  put(hash: string, bytes: Uint8Array): Promise<void>;
  /** @returns undefined when nothing lies there */
  get(hash: string): Promise<Uint8Array | undefined>;
  /** Removing what is gone changes nothing. */
  remove(hash: string): Promise<void>;
}
