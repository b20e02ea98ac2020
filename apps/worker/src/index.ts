export * from "./case/case.recorder";
export * from "./case/kinds";
export * from "./case-worker";
export * from "./create-worker";
export * from "./outbox/outbox.dispatcher";
export * from "./rehearsal/rehearsal.driver";
export * from "./restore-engine";
export * from "./worker.config";
export { WORKFLOW_BUNDLE } from "./bundle";
