import type { Actor } from "@jiedui/domain";

/** Who gives the commands that no person gives: what one case asks of another, and what a calendar brings. */
export const SYSTEM_ACTOR: Actor = { accountId: "00000000-0000-0000-0000-000000000000", role: "system" };
