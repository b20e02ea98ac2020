import type { DivisionCode } from "../area/division-code";
import type { CaseEvent } from "../case/case-kind";
import type { Because } from "../case/obligation";
import type { SeatId } from "../case/seat";
import type { Rank } from "../people/rank";
import type { SubjectKind } from "../subject/subject-kind";
import type { Day, Month } from "../time/day";
import type {
  ClosingReason,
  DeclineReason,
  HandoverReason,
  RejectionReason,
  VisitOccasion,
  VoidReason,
} from "./pairing.moves";

interface Of<Type extends string> extends CaseEvent {
  readonly type: Type;
  readonly v: 1;
}

export interface PairingOpened extends Of<"PairingOpened"> {
  readonly programmeId: string;
  readonly policyVersion: number;
  readonly subjectId: string;
  readonly subjectKind: SubjectKind;
  readonly areaCode: DivisionCode;
  readonly leadHelperId: string;
  readonly leadHelperRank: Rank;
  readonly helperUnitId: string;
  readonly coHelpers: readonly { readonly id: string; readonly rank: Rank }[];
  readonly signedOn: Day;
  readonly termMonths: number;
  readonly termEndsOn: Day;
  /** The first month in which a visit is owed. */
  readonly firstVisitMonth: Month;
  readonly visitEveryMonths: number;
}
export interface VisitRecorded extends Of<"VisitRecorded"> {
  readonly visitId: string;
  readonly helperId: string;
  /** For whom the visitor came as a deputy; absent where the visitor is a helper of this pairing. */
  readonly deputyFor?: string;
  readonly occasion: VisitOccasion;
  readonly formVersion: number;
  readonly contentIds: readonly string[];
}
export interface VisitVoided extends Of<"VisitVoided"> {
  readonly visitId: string;
  readonly reason: VoidReason;
}
/** The helper was told that a visit is due soon. */
export interface VisitReminded extends Of<"VisitReminded"> {
  readonly obligationKey: string;
  /** 1 for the policy's first reminder of this visit. */
  readonly reminder: number;
  readonly seat: SeatId;
  readonly because: Because;
}
/** A matter that is overdue went one rung up, or its highest rung was told again. */
export interface ObligationEscalated extends Of<"ObligationEscalated"> {
  readonly obligationKey: string;
  readonly rung: number;
  readonly repeated: boolean;
  readonly seat: SeatId;
  /** Months without a visit, the present one not counted; 0 for other matters. */
  readonly missedMonths: number;
  readonly because: Because;
}
/** An escalation turned out to be wrong: what was missing had been done in time. */
export interface EscalationWithdrawn extends Of<"EscalationWithdrawn"> {
  readonly obligationKey: string;
  readonly rung: number;
  readonly becauseOfVisitId: string;
}
/** An escalated matter ended: what was owed was done, late. */
export interface EscalationSettled extends Of<"EscalationSettled"> {
  readonly obligationKey: string;
  readonly rung: number;
  readonly becauseOfVisitId: string;
}
/** A successor was named; until the successor accepts, the helper's seat and those above it answer. */
export interface HandoverProposed extends Of<"HandoverProposed"> {
  readonly successorId: string;
  readonly successorRank: Rank;
  readonly successorUnitId: string;
  readonly reason: HandoverReason;
  readonly proposedBy: string;
  readonly contentIds: readonly string[];
}
/** From this day on the successor is the lead helper; term, history and deadlines go on. */
export interface HandoverAccepted extends Of<"HandoverAccepted"> {
  readonly fromHelperId: string;
  readonly fromUnitId: string;
  readonly toHelperId: string;
  readonly toUnitId: string;
  readonly acceptedBy: string;
}
export interface HandoverDeclined extends Of<"HandoverDeclined"> {
  readonly successorId: string;
  readonly reason: DeclineReason;
  readonly contentIds: readonly string[];
}
export interface ClosingRequested extends Of<"ClosingRequested"> {
  readonly reason: ClosingReason;
  readonly requestedBy: string;
  readonly contentIds: readonly string[];
}
export interface ClosingRejected extends Of<"ClosingRejected"> {
  readonly reason: RejectionReason;
  readonly contentIds: readonly string[];
}
export interface PairingClosed extends Of<"PairingClosed"> {
  readonly reason: ClosingReason;
  readonly approvedBy: string;
}

export type PairingEvent =
  | PairingOpened
  | VisitRecorded
  | VisitVoided
  | VisitReminded
  | ObligationEscalated
  | EscalationWithdrawn
  | EscalationSettled
  | HandoverProposed
  | HandoverAccepted
  | HandoverDeclined
  | ClosingRequested
  | ClosingRejected
  | PairingClosed;
export type PairingEventType = PairingEvent["type"];
