import type { ChatGateway, ChatMessage } from "./chat.gateway";

/** For tests: keeps what was sent, and can be told to fail. */
export class FakeChat implements ChatGateway {
  readonly sent: ChatMessage[] = [];
  failing = false;

  async send(message: ChatMessage): Promise<void> {
    if (this.failing) throw new Error("the chat is away");
    this.sent.push(message);
  }
}
