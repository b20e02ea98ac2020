import type { RefusalCode } from "../case/refusal";
import { CLOSING_BARS } from "./closing/closing.decide";
import { CORRECTION_BARS } from "./correction/correction.bars";
import { HANDOVER_BARS } from "./handover/handover.bars";
import { HOUSEHOLD_BARS } from "./household/household.decide";
import { LIFT_OUT_BARS } from "./lift-out/lift-out.bars";
import { MEASURE_BARS } from "./measures/measures.bars";
import { OCCASION_BARS } from "./occasions/occasions.bars";
import { PAIRING_MOVES_BY_STAGE, type PairingMove } from "./pairing.moves";
import type { PairingRules } from "./pairing.rules";
import type { PairingState } from "./pairing.state";
import { PLAN_BARS } from "./plan/plan.bars";
import { REVISIT_BARS } from "./revisit/revisit.decide";
import { TERM_BARS } from "./term/term.rule";
import { VISIT_BARS } from "./visit/visit.decide";

/** What of the case itself bars a move that its stage allows, whatever the move would carry; null: nothing does. */
export type Bar = (state: PairingState, rules: PairingRules) => RefusalCode | null;

/** Moves that are not named are barred by their stage alone. */
const BARS: Readonly<Partial<Record<PairingMove, Bar>>> = {
  ...PLAN_BARS,
  ...MEASURE_BARS,
  ...VISIT_BARS,
  ...OCCASION_BARS,
  ...LIFT_OUT_BARS,
  ...REVISIT_BARS,
  ...TERM_BARS,
  ...HANDOVER_BARS,
  ...HOUSEHOLD_BARS,
  ...CORRECTION_BARS,
  ...CLOSING_BARS,
};

/** The code that any command of that move would be refused with now; null when it depends on what it carries. */
export function barOfMove(move: PairingMove, state: PairingState, rules: PairingRules): RefusalCode | null {
  const inStage: readonly PairingMove[] = PAIRING_MOVES_BY_STAGE[state.stage];
  if (!inStage.includes(move)) return state.stage === "closed" ? "CASE_CLOSED" : "MOVE_NOT_IN_STAGE";
  return BARS[move]?.(state, rules) ?? null;
}
