import type { DivisionCode } from "../area/division-code";
import type { Rank } from "../people/rank";
import type { SubjectKind } from "../subject/subject-kind";
import type { Day } from "../time/day";

export type PairingStage = "unopened" | "helping" | "closing" | "closed";

/** The life of a pairing as one table: which moves each stage allows. */
export const PAIRING_MOVES_BY_STAGE = {
  unopened: ["open"],
  helping: [
    "recordVisit",
    "voidVisit",
    "proposeHandover",
    "acceptHandover",
    "declineHandover",
    "requestClosing",
  ],
  closing: [
    "recordVisit",
    "voidVisit",
    "proposeHandover",
    "acceptHandover",
    "declineHandover",
    "approveClosing",
    "rejectClosing",
  ],
  closed: [],
} as const satisfies Record<PairingStage, readonly PairingMove[]>;

/** What the stage allows, without what only makes sense while a handover is proposed, or only while none is. */
export function movesOffered(stage: PairingStage, isHandoverProposed: boolean): readonly PairingMove[] {
  return PAIRING_MOVES_BY_STAGE[stage].filter((move) =>
    move === "acceptHandover" || move === "declineHandover"
      ? isHandoverProposed
      : move !== "proposeHandover" || !isHandoverProposed,
  );
}

/** Why a helper hands over; the responsibility goes on without a day in between. */
export const HANDOVER_REASONS = ["transferred", "retired", "died", "unable"] as const;
export type HandoverReason = (typeof HANDOVER_REASONS)[number];
export const DECLINE_REASONS = ["cannot-take-on", "unsuitable", "withdrawn"] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];
export const CLOSING_REASONS = ["died", "moved-away", "found-ineligible", "opened-by-mistake"] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];
export const VOID_REASONS = ["wrong-household", "wrong-day", "entered-twice", "did-not-happen"] as const;
export type VoidReason = (typeof VOID_REASONS)[number];
export const REJECTION_REASONS = ["evidence-missing", "reason-not-met", "household-disagrees"] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];
/** What a visit form may ask; which of these, and which must be filled in, is the policy's. */
export const VISIT_FORM_FIELDS = ["situation", "problems", "measures", "opinions", "incomeChange"] as const;
export type VisitFormField = (typeof VISIT_FORM_FIELDS)[number];
export const INCOME_CHANGES = ["up", "same", "down", "unknown"] as const;
export type IncomeChange = (typeof INCOME_CHANGES)[number];
/** Why a visit was made; the regular one, or one of the occasions on which a helper must come. */
export const VISIT_OCCASIONS = [
  "regular",
  "wedding-or-funeral",
  "low-spirits",
  "hardship",
  "illness",
  "quarrel",
  "festival",
] as const;
export type VisitOccasion = (typeof VISIT_OCCASIONS)[number];

/** What each move carries. Ids, days, numbers and listed codes only. */
export interface PairingPayloads {
  open: {
    programmeId: string;
    subject: { id: string; kind: SubjectKind; areaCode: DivisionCode };
    leadHelper: { id: string; rank: Rank; unitId: string };
    coHelpers: readonly { id: string; rank: Rank }[];
    signedOn: Day;
    termMonths: number | null;
  };
  recordVisit: {
    visitId: string;
    happenedOn: Day;
    helperId: string;
    /** The helper of this pairing whose seat the visitor held on that day as a deputy; absent: none. */
    deputyFor?: string;
    occasion: VisitOccasion;
    formVersion: number;
  };
  voidVisit: { visitId: string; reason: VoidReason };
  proposeHandover: {
    successor: { id: string; rank: Rank; unitId: string };
    reason: HandoverReason;
    happenedOn: Day;
  };
  /** `helperId` is whom the sender's account belongs to; null for an office, which enters what was signed on paper. */
  acceptHandover: { helperId: string | null };
  declineHandover: { helperId: string | null; reason: DeclineReason };
  requestClosing: { reason: ClosingReason; happenedOn: Day };
  approveClosing: Record<string, never>;
  rejectClosing: { reason: RejectionReason };
}
export type PairingMove = keyof PairingPayloads;
export const PAIRING_MOVES = [
  "open",
  "recordVisit",
  "voidVisit",
  "proposeHandover",
  "acceptHandover",
  "declineHandover",
  "requestClosing",
  "approveClosing",
  "rejectClosing",
] as const satisfies readonly PairingMove[];
