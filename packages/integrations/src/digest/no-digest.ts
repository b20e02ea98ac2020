import type { DigestGateway } from "./digest.gateway";

/** No bridge is configured: people read their digest in the console. */
export class NoDigest implements DigestGateway {
  async deliver(): Promise<void> {
    // It stands on the console's first page already; nothing outside wants to hear of it.
  }
}
