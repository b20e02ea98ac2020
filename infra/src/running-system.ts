import { existsSync } from "node:fs";
import { worldUrls } from "./database/roles";
import { homeFolder } from "./folders";
import { PlainError } from "./say";
import { type LocalStack, attachStack, isStackRunning, stackFile } from "./stack";
import type { World } from "./application";

/** The stack that `npm start` keeps running in another terminal. */
export function findRunningSystem(): LocalStack {
  const dataDir = homeFolder();
  const file = stackFile(dataDir);
  if (!existsSync(file) || !(isStackRunning(dataDir) || process.env.TEMPORAL_ADDRESS))
    throw new PlainError("Nothing is running here: start Jiedui first, with npm start in another terminal.");
  return attachStack(file);
}

export function urlsOfWorld(stack: LocalStack, world: World) {
  return worldUrls(stack, `jiedui_${world}`);
}
