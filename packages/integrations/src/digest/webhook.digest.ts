import type { DigestGateway, PersonalDigest } from "./digest.gateway";

const GIVE_UP_AFTER_MS = 5_000;

/** Posts each digest as JSON, with a key by which the receiver knows one that it has had. */
export class WebhookDigest implements DigestGateway {
  constructor(
    private readonly webhookUrl: string,
    /** Where readers reach the console; links are left out when it is not known. */
    private readonly consoleUrl: string | undefined,
  ) {}

  async deliver({ accountId, day, text, link }: PersonalDigest): Promise<void> {
    const address = this.consoleUrl === undefined ? {} : { link: `${this.consoleUrl}${link}` };
    const response = await fetch(this.webhookUrl, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": `digest:${accountId}:${day}` },
      body: JSON.stringify({ accountId, day, text, ...address }),
      signal: AbortSignal.timeout(GIVE_UP_AFTER_MS),
    });
    if (!response.ok) throw new Error(`the bridge for digests answered ${response.status}`);
  }
}
