export * from "./case";
export * from "./names";
