import type { Because } from "../case/obligation";
import type { SeatId } from "../case/seat";
import type { ClosingEvent } from "./closing/closing.events";
import type { CoHelperEvent } from "./co-helpers/co-helpers.events";
import type { Of } from "../case/event-of";
import type { CorrectionEvent } from "./correction/correction.events";
import type { HandoverEvent } from "./handover/handover.events";
import type { HouseholdEvent } from "./household/household.events";
import type { IncomeEvent } from "./income/income.events";
import type { LiftOutEvent } from "./lift-out/lift-out.events";
import type { MeasureEvent } from "./measures/measures.events";
import type { OccasionEvent } from "./occasions/occasions.events";
import type { OpeningEvent } from "./opening/opening.events";
import type { PlanEvent } from "./plan/plan.events";
import type { RevisitEvent } from "./revisit/revisit.events";
import type { TermEvent } from "./term/term.events";
import type { VisitEvent } from "./visit/visit.events";

/** A matter that is overdue went one rung up, or its highest rung was told again. */
export interface ObligationEscalated extends Of<"ObligationEscalated"> {
  readonly obligationKey: string;
  readonly rung: number;
  readonly repeated: boolean;
  readonly seat: SeatId;
  /** Months without a visit, the present one not counted; 0 for other matters. */
  readonly missedMonths: number;
  /** The correction by which it came to be owed again; absent: it was owed all along. */
  readonly uncoveredBySeq?: number;
  readonly because: Because;
}

/** Everything that can stand in a pairing's log. */
export type PairingEvent =
  | OpeningEvent
  | PlanEvent
  | MeasureEvent
  | VisitEvent
  | OccasionEvent
  | ObligationEscalated
  | IncomeEvent
  | LiftOutEvent
  | RevisitEvent
  | TermEvent
  | HandoverEvent
  | CoHelperEvent
  | HouseholdEvent
  | CorrectionEvent
  | ClosingEvent;
export type PairingEventType = PairingEvent["type"];
