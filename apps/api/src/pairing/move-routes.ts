import { CLOSING_MOVES } from "./closing-moves";
import { HANDOVER_MOVES } from "./handover-moves";
import type { MoveRoute, RoutedMove } from "./move-route";
import { VISIT_MOVES } from "./visit-moves";

/** Every move's way in; a move without one does not compile. */
export const MOVE_ROUTES: { readonly [Move in RoutedMove]: MoveRoute<Move> } = {
  ...VISIT_MOVES,
  ...HANDOVER_MOVES,
  ...CLOSING_MOVES,
};

/** In the order of the table. */
export function routedMoves(): readonly RoutedMove[] {
  return Object.keys(MOVE_ROUTES) as RoutedMove[];
}
