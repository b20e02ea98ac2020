export * from "./configuration";
export * from "./logging";
export * from "./problem";
export * from "./temporal";
export * from "./time-skipping";
export * from "./ids";
export * from "./search-attributes";
