import { createDataSource } from "@jiedui/database";
import { WebhookChat, WebhookDigest } from "@jiedui/integrations";
import { Digests } from "@jiedui/worker";
import type { DataSource } from "typeorm";
import type { TestWorld } from "./world";

const HALF_PAST_EIGHT = 510;

/** The mornings of that world, by a worker of the test's own; the world's group and its bridge hear of them. */
export class Morning {
  private constructor(
    private readonly digests: Digests,
    readonly recorder: DataSource,
  ) {}

  static async of({ urls, env }: TestWorld): Promise<Morning> {
    const recorder = await createDataSource(urls.recorder, {
      poolSize: 2,
      applicationName: "test",
    }).initialize();
    const routes = {
      chat: new WebhookChat(env["JIEDUI_REHEARSAL_CHAT_WEBHOOK_URL"] ?? "", undefined),
      people: new WebhookDigest(env["JIEDUI_REHEARSAL_DIGEST_WEBHOOK_URL"] ?? "", undefined),
    };
    return new Morning(new Digests(recorder, "rehearsal", routes, HALF_PAST_EIGHT), recorder);
  }

  /** Whatever is due to be told is told. */
  async tell(): Promise<void> {
    await this.digests.tellOnce();
  }

  close(): Promise<void> {
    return this.recorder.destroy();
  }
}
