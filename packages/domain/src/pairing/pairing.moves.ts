import { CLOSING_MOVES, type ClosingPayloads } from "./closing/closing.moves";
import { HANDOVER_MOVES, type HandoverPayloads } from "./handover/handover.moves";
import { OPENING_MOVES, type OpeningPayloads } from "./opening/opening.moves";
import { VISIT_MOVES, type VisitPayloads } from "./visit/visit.moves";

/** The stages of a pairing's life once it is opened, in its order. */
export const PAIRING_STAGES = ["helping", "closing", "closed"] as const;
export type OpenStage = (typeof PAIRING_STAGES)[number];
export type PairingStage = "unopened" | OpenStage;

/** What each move carries. Ids, days, numbers and listed codes only. */
export interface PairingPayloads extends OpeningPayloads, VisitPayloads, HandoverPayloads, ClosingPayloads {}
export type PairingMove = keyof PairingPayloads;
export const PAIRING_MOVES = [
  ...OPENING_MOVES,
  ...VISIT_MOVES,
  ...HANDOVER_MOVES,
  ...CLOSING_MOVES,
] as const satisfies readonly PairingMove[];

/** The life of a pairing as one table: which moves each stage allows. */
export const PAIRING_MOVES_BY_STAGE = {
  unopened: ["open"],
  helping: [...VISIT_MOVES, ...HANDOVER_MOVES, "requestClosing"],
  closing: [...VISIT_MOVES, ...HANDOVER_MOVES, "approveClosing", "rejectClosing"],
  closed: [],
} as const satisfies Record<PairingStage, readonly PairingMove[]>;
