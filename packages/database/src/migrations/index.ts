import { Foundation1764000000000 } from "./1764000000000-foundation";
import { Recording1764000000001 } from "./1764000000001-recording";

/** In the order in which they were released. */
export const MIGRATIONS = [Foundation1764000000000, Recording1764000000001];
