import type { CommandContext, Decide } from "../case/case-kind";
import { refuse, type Decision } from "../case/decision";
import { DECIDE_CLOSING } from "./closing/closing.decide";
import { DECIDE_CO_HELPERS } from "./co-helpers/co-helpers.decide";
import { DECIDE_CORRECTION } from "./correction/correction.decide";
import { DECIDE_HANDOVER } from "./handover/handover.decide";
import { DECIDE_HOUSEHOLD } from "./household/household.decide";
import { DECIDE_INCOME } from "./income/income.rule";
import { DECIDE_LIFT_OUT } from "./lift-out/lift-out.decide";
import { DECIDE_MEASURES } from "./measures/measures.decide";
import { DECIDE_OCCASIONS } from "./occasions/occasions.decide";
import { DECIDE_OPENING } from "./opening/opening.decide";
import type { PairingEvent } from "./pairing.events";
import {
  PAIRING_MOVES,
  PAIRING_MOVES_BY_STAGE,
  type PairingMove,
  type PairingPayloads,
} from "./pairing.moves";
import type { PairingRules } from "./pairing.rules";
import type { PairingState } from "./pairing.state";
import { DECIDE_PLAN } from "./plan/plan.decide";
import { DECIDE_REVISIT } from "./revisit/revisit.decide";
import { DECIDE_TERM } from "./term/term.rule";
import { DECIDE_VISIT } from "./visit/visit.decide";

type DecideMoves = {
  readonly [Move in PairingMove]: Decide<PairingState, PairingPayloads[Move], PairingEvent, PairingRules>;
};

/** Each move's rule, by part of the life; a move without one does not compile. */
const DECIDE_MOVES: DecideMoves = {
  ...DECIDE_OPENING,
  ...DECIDE_PLAN,
  ...DECIDE_MEASURES,
  ...DECIDE_VISIT,
  ...DECIDE_OCCASIONS,
  ...DECIDE_INCOME,
  ...DECIDE_LIFT_OUT,
  ...DECIDE_REVISIT,
  ...DECIDE_TERM,
  ...DECIDE_HANDOVER,
  ...DECIDE_CO_HELPERS,
  ...DECIDE_HOUSEHOLD,
  ...DECIDE_CORRECTION,
  ...DECIDE_CLOSING,
};

/** The same, each only in the stages that the table allows. */
export const DECIDE_PAIRING = Object.fromEntries(
  PAIRING_MOVES.map((move) => [move, inStage(move, DECIDE_MOVES)]),
) as DecideMoves;

/** Refuses a move that the stage does not allow, in the words that fit best. */
function inStage<Move extends PairingMove>(move: Move, decide: Pick<DecideMoves, Move>) {
  return (
    state: PairingState,
    payload: PairingPayloads[Move],
    context: CommandContext<PairingRules>,
  ): Decision<PairingEvent> => {
    const allowed: readonly PairingMove[] = PAIRING_MOVES_BY_STAGE[state.stage];
    if (allowed.includes(move)) return decide[move](state, payload, context);
    if (state.stage === "closed") return refuse({ code: "CASE_CLOSED", closedOn: state.closedOn });
    if (move === "open") return refuse({ code: "ALREADY_OPEN" });
    return refuse({ code: "MOVE_NOT_IN_STAGE", move, stage: state.stage, allowed });
  };
}
