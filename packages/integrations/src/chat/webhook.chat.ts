import type { ChatGateway, ChatMessage } from "./chat.gateway";

const GIVE_UP_AFTER_MS = 5_000;

/** Posts to a group robot's webhook in the text form that WeCom and DingTalk robots both take. */
export class WebhookChat implements ChatGateway {
  constructor(
    private readonly webhookUrl: string,
    /** Where readers of the chat reach the console; links are left out when it is not known. */
    private readonly consoleUrl: string | undefined,
  ) {}

  async send({ text, link }: ChatMessage): Promise<void> {
    const content = this.consoleUrl === undefined ? text : `${text} ${this.consoleUrl}${link}`;
    const response = await fetch(this.webhookUrl, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ msgtype: "text", text: { content } }),
      signal: AbortSignal.timeout(GIVE_UP_AFTER_MS),
    });
    if (!response.ok) throw new Error(`the chat's webhook answered ${response.status}`);
    const answer: unknown = await response.json().catch(() => ({}));
    const errcode = typeof answer === "object" && answer !== null && "errcode" in answer ? answer.errcode : 0;
    if (errcode !== 0) throw new Error(`the chat's webhook refused with errcode ${String(errcode)}`);
  }
}
