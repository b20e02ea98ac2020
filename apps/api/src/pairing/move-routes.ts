import { CLOSING_MOVES } from "./closing-moves";
import { CO_HELPER_MOVES } from "./co-helper-moves";
import { CORRECTION_MOVES } from "./correction-moves";
import { HANDOVER_MOVES } from "./handover-moves";
import { HOUSEHOLD_MOVES } from "./household-moves";
import { LIFT_OUT_MOVES } from "./lift-out-moves";
import type { MoveRoute, RoutedMove } from "./move-route";
import { MEASURE_MOVES } from "./measure-moves";
import { PLAN_MOVES } from "./plan-moves";
import { NOTICE_MOVES } from "./notice-moves";
import { REVISIT_MOVES } from "./revisit-moves";
import { OCCASION_MOVES } from "./occasion-moves";
import { VISIT_MOVES } from "./visit-moves";

/** Every move's way in; a move without one does not compile. */
export const MOVE_ROUTES: { readonly [Move in RoutedMove]: MoveRoute<Move> } = {
  ...VISIT_MOVES,
  ...PLAN_MOVES,
  ...MEASURE_MOVES,
  ...LIFT_OUT_MOVES,
  ...NOTICE_MOVES,
  ...REVISIT_MOVES,
  ...OCCASION_MOVES,
  ...HANDOVER_MOVES,
  ...CO_HELPER_MOVES,
  ...HOUSEHOLD_MOVES,
  ...CORRECTION_MOVES,
  ...CLOSING_MOVES,
};

/** In the order of the table. */
export function routedMoves(): readonly RoutedMove[] {
  return Object.keys(MOVE_ROUTES) as RoutedMove[];
}
