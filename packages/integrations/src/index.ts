export * from "./chat/chat.gateway";
export * from "./chat/fake.chat";
export * from "./chat/no-chat";
export * from "./chat/webhook.chat";
