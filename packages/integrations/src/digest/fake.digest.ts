import type { DigestGateway, PersonalDigest } from "./digest.gateway";

/** For tests: keeps what was delivered, and can be told to fail. */
export class FakeDigest implements DigestGateway {
  readonly delivered: PersonalDigest[] = [];
  failing = false;

  async deliver(digest: PersonalDigest): Promise<void> {
    if (this.failing) throw new Error("the bridge is away");
    this.delivered.push(digest);
  }
}
