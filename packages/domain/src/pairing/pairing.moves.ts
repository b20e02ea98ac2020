import { CLOSING_MOVES, type ClosingPayloads } from "./closing/closing.moves";
import { CO_HELPER_MOVES, type CoHelperPayloads } from "./co-helpers/co-helpers.moves";
import { CORRECTION_MOVES, type CorrectionPayloads } from "./correction/correction.moves";
import { HANDOVER_MOVES, type HandoverPayloads } from "./handover/handover.moves";
import { HOUSEHOLD_MOVES, type HouseholdPayloads } from "./household/household.moves";
import { INCOME_MOVES, type IncomePayloads } from "./income/income.moves";
import {
  LIFT_OUT_MOVES,
  LIFT_OUT_STEP_MOVES,
  NOTICE_MOVES_ONCE_HUNG,
  type LiftOutPayloads,
} from "./lift-out/lift-out.moves";
import { MEASURE_MOVES, type MeasurePayloads } from "./measures/measures.moves";
import { OCCASION_MOVES, type OccasionPayloads } from "./occasions/occasions.moves";
import { OPENING_MOVES, type OpeningPayloads } from "./opening/opening.moves";
import { PLAN_MOVES, type PlanPayloads } from "./plan/plan.moves";
import { REVISIT_MOVES, type RevisitPayloads } from "./revisit/revisit.moves";
import { TERM_MOVES, type TermPayloads } from "./term/term.moves";
import { VISIT_MOVES, type VisitPayloads } from "./visit/visit.moves";

/** The stages of a pairing's life once it is opened, in its order. */
export const PAIRING_STAGES = [
  "planning",
  "helping",
  "verifying",
  "revisiting",
  "closing",
  "closed",
] as const;
export type OpenStage = (typeof PAIRING_STAGES)[number];
export type PairingStage = "unopened" | OpenStage;

/** What each move carries. Ids, days, numbers and listed codes only. */
export interface PairingPayloads
  extends
    OpeningPayloads,
    PlanPayloads,
    MeasurePayloads,
    VisitPayloads,
    OccasionPayloads,
    IncomePayloads,
    LiftOutPayloads,
    RevisitPayloads,
    TermPayloads,
    HandoverPayloads,
    CoHelperPayloads,
    HouseholdPayloads,
    CorrectionPayloads,
    ClosingPayloads {}
export type PairingMove = keyof PairingPayloads;
export const PAIRING_MOVES = [
  ...OPENING_MOVES,
  ...PLAN_MOVES,
  ...MEASURE_MOVES,
  ...VISIT_MOVES,
  ...OCCASION_MOVES,
  ...INCOME_MOVES,
  ...LIFT_OUT_MOVES,
  ...REVISIT_MOVES,
  ...TERM_MOVES,
  ...HANDOVER_MOVES,
  ...CO_HELPER_MOVES,
  ...HOUSEHOLD_MOVES,
  ...CORRECTION_MOVES,
  ...CLOSING_MOVES,
] as const satisfies readonly PairingMove[];

/** What goes on in every open stage. */
const ALWAYS = [
  ...VISIT_MOVES,
  ...MEASURE_MOVES,
  ...INCOME_MOVES,
  ...HANDOVER_MOVES,
  ...CO_HELPER_MOVES,
  ...HOUSEHOLD_MOVES,
  ...CORRECTION_MOVES,
] as const;
/** What goes on for as long as the household is not lifted out. */
const WHILE_HELPED = [...ALWAYS, ...OCCASION_MOVES, ...PLAN_MOVES] as const;

/**
 * While a closing is asked for no further step is taken, and nothing is approved or announced. What hangs out or waits for
 * an answer goes on all the same: the end of a sheet, objections, a reported relapse, a household for the freed helper, a term's review.
 */
const WHILE_CLOSING = [
  ...WHILE_HELPED,
  ...NOTICE_MOVES_ONCE_HUNG,
  "confirmRelapse",
  "dismissRelapse",
  "offerHousehold",
  ...TERM_MOVES,
] as const;

/** The life of a pairing as one table: which moves each stage allows. */
export const PAIRING_MOVES_BY_STAGE = {
  unopened: ["open"],
  planning: [...WHILE_HELPED, ...TERM_MOVES, "requestClosing"],
  helping: [...WHILE_HELPED, "proposeLiftOut", ...TERM_MOVES, "requestClosing"],
  verifying: [...WHILE_HELPED, ...LIFT_OUT_STEP_MOVES, ...TERM_MOVES, "requestClosing"],
  revisiting: [...ALWAYS, ...REVISIT_MOVES, "requestClosing"],
  closing: [...WHILE_CLOSING, "approveClosing", "rejectClosing"],
  closed: ["reopen"],
} as const satisfies Record<PairingStage, readonly PairingMove[]>;
