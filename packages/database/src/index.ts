export * from "./case/case.repository";
export * from "./case/outbox.repository";
export * from "./data-source";
export * from "./scope";
