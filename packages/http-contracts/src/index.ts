export * from "./base";
export * from "./engine";
export * from "./pairing";
export * from "./register";
export * from "./session";
