import type { ChatGateway } from "./chat.gateway";

/** No chat is configured: the inbox alone tells people. */
export class NoChat implements ChatGateway {
  async send(): Promise<void> {
    // The obligation stands in the inbox already; nothing outside wants to hear of it.
  }
}
