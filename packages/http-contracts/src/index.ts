export * from "./base";
export * from "./engine";
export * from "./evidence";
export * from "./pairing";
export * from "./register";
export * from "./session";
