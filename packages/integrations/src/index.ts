export * from "./chat/chat.gateway";
export * from "./chat/fake.chat";
export * from "./chat/no-chat";
export * from "./chat/webhook.chat";
export * from "./evidence-store/evidence-store";
export * from "./evidence-store/evidence-store.config";
export * from "./evidence-store/fake.evidence-store";
