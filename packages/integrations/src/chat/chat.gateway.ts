/** A group chat that hears of reminders and escalations. Messages carry codes and a link, never a name. */
export interface ChatMessage {
  readonly text: string;
  /** A path within the console. */
  readonly link: string;
}

export interface ChatGateway {
  /** @throws when the message was not taken; the sender tries again later */
  send(message: ChatMessage): Promise<void>;
}
