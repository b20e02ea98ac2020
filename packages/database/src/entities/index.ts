import type { MixedList } from "typeorm";

/** Every entity that the repositories use. */
export const ENTITIES: MixedList<new () => object> = [];
