export { createWorldDatabase, dropDatabase, withAdmin, worldUrls, WORLD_ROLES } from "./database/roles";
export type { DatabaseServer, WorldUrls } from "./database/roles";
export { findFreePorts } from "./ports";
export { consoleLog, PlainError, silentLog } from "./say";
export type { Log } from "./say";
export { attachStack, stackFile, startStack } from "./stack";
export type { LocalStack, StackOptions, StackPart } from "./stack";
export { TEMPORAL_PORT_COUNT } from "./temporal/temporal-config";
