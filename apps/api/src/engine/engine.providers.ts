import type { Provider, Type } from "@nestjs/common";
import type { ApiConfig } from "../api.config";

/** The engine room's routes. */
export const ENGINE_CONTROLLERS: readonly Type[] = [];

export function engineProviders(_config: ApiConfig): Provider[] {
  return [];
}
