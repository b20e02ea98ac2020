export * from "./base";
export * from "./engine";
export * from "./evidence";
export * from "./lift-out";
export * from "./pairing";
export * from "./register";
export * from "./session";
export * from "./sham";
