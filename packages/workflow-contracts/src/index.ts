export * from "./campaign";
export * from "./case";
export * from "./case-start";
export * from "./names";
